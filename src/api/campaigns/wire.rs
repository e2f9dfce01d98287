//! Campaigns as the API shows them.

use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    api::once::Made,
    campaigns::{AudienceFields, Campaign, Group, Kind, Options, Person, Standing, State, Text},
    values::{Lang, Localised, Moment},
};

/// A mail to many: its `kind` says why it is written (news go only to those who agreed to marketing), its `state` where it
/// stands.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Campaign)]
pub(in crate::api) struct CampaignBody {
    /// Its id.
    pub id: Uuid,
    /// What staff call it.
    name: String,
    // Inlined, as other domains have a `State`; words of their own would make it an object besides (`allOf`).
    #[schema(inline)]
    kind: Kind,
    /// Whom it is for, as it is sent.
    audience: AudienceFields,
    #[schema(inline)]
    state: State,
    /// Counts its changes, those of its words too; its `ETag` says the same.
    pub version: i32,
    /// From when on it goes out; null for a draft.
    send_at: Option<Moment>,
    /// Until when whoever joins the audience gets it too.
    joins_until: Option<Moment>,
    /// When it was done or stopped.
    ended_at: Option<Moment>,
    /// When it was made.
    created_at: Moment,
}

impl From<Campaign> for CampaignBody {
    fn from(campaign: Campaign) -> Self {
        Self {
            id: campaign.id.uuid(),
            name: campaign.name,
            kind: campaign.kind,
            audience: (&campaign.audience).into(),
            state: campaign.state,
            version: campaign.version,
            send_at: campaign.send_at,
            joins_until: campaign.joins_until,
            ended_at: campaign.ended_at,
            created_at: campaign.created_at,
        }
    }
}

/// What a campaign says in one language.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CampaignText)]
pub(in crate::api) struct TextBody {
    /// The language.
    lang: Lang,
    /// The subject, with names in braces.
    subject: String,
    /// The line above the greeting; blank where the subject stands there.
    heading: String,
    /// Everything between greeting and signature.
    text: String,
}

impl From<Text> for TextBody {
    fn from(text: Text) -> Self {
        let Text { lang, subject, heading, body } = text;
        Self { lang, subject, heading, text: body }
    }
}

/// A campaign with its words.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CampaignDetail)]
pub(in crate::api) struct CampaignDetailBody {
    /// The campaign.
    pub campaign: CampaignBody,
    /// What it says, in each language that is written.
    texts: Vec<TextBody>,
}

impl From<(Campaign, Vec<Text>)> for CampaignDetailBody {
    fn from((campaign, texts): (Campaign, Vec<Text>)) -> Self {
        Self { campaign: campaign.into(), texts: texts.into_iter().map(Into::into).collect() }
    }
}

impl Made for CampaignDetailBody {
    fn id(&self) -> Uuid {
        self.campaign.id
    }
}

/// A registration type or a call.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CampaignOption)]
pub(in crate::api) struct OptionBody {
    /// Its id.
    id: Uuid,
    /// What it is called.
    name: Localised,
}

/// An answer to a question of the registration form.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CampaignAnswer)]
pub(in crate::api) struct AnswerBody {
    /// As it is sent: the question's id, a colon, and the choice.
    answer: String,
    /// Question and choice in words.
    words: String,
}

/// What an edition has to choose an audience by.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CampaignOptions)]
pub(in crate::api) struct OptionsBody {
    /// Its registration types.
    types: Vec<OptionBody>,
    /// The answers of its registration form that are not sensitive.
    answers: Vec<AnswerBody>,
    /// Its calls, in order.
    calls: Vec<OptionBody>,
}

impl OptionsBody {
    /// The same, with answers in words of `lang`.
    pub(super) fn of(options: Options, lang: Lang) -> Self {
        let answers = options.answers(lang).into_iter();
        let Options { types, calls, .. } = options;
        Self {
            types: types.into_iter().map(|way| OptionBody { id: way.id.uuid(), name: way.name }).collect(),
            answers: answers.map(|(answer, words)| AnswerBody { answer, words }).collect(),
            calls: calls.into_iter().map(|(id, name)| OptionBody { id: id.uuid(), name }).collect(),
        }
    }
}

/// How many of an audience read one language and stand alike.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CampaignGroup)]
pub(in crate::api) struct GroupBody {
    /// The language of their mails.
    lang: Lang,
    /// Whether a mail goes to them.
    standing: Standing,
    /// How many.
    count: i64,
}

impl From<Group> for GroupBody {
    fn from(group: Group) -> Self {
        let Group { lang, standing, count } = group;
        Self { lang, standing, count }
    }
}

/// Somebody of an audience.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CampaignPerson)]
pub(in crate::api) struct PersonBody {
    /// The address, as its owner spells it.
    address: String,
    /// The name; may be blank.
    name: String,
    /// The language of her mails.
    lang: Lang,
    /// Whether she gets it.
    standing: Standing,
}

impl From<Person> for PersonBody {
    fn from(person: Person) -> Self {
        let (name, lang, standing) = (person.name(person.lang), person.lang, person.standing);
        Self { address: person.address.into_string(), name, lang, standing }
    }
}
