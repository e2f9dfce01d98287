//! Companies and what they hand in, as the API takes and shows them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    api::{
        once::Made,
        reviews::{DemoBody, DemoFileBody},
    },
    companies::{Colleague, Company, CompanyInvitation, CompanySize, Person, Region, Stage},
    error::{FieldErrors, Reason},
    files::File,
    questions::Question,
    submissions::{DemoDraft, DemoFields, DraftFields, Eligibility, Next, OwnSubmission, Spoken},
    values::{Email, Id, Lang, Localised, Moment, WebUrl, text},
};

/// A company.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Company)]
pub(in crate::api) struct CompanyBody {
    /// Its id.
    pub id: Uuid,
    /// What it is called.
    pub name: Localised,
    /// What it does, in one sentence.
    pub one_liner: Option<Localised>,
    /// The city it is in.
    pub city: String,
    /// Where it is at home.
    pub region: Region,
    // Another type has this name in the document.
    #[schema(inline)]
    pub stage: Option<Stage>,
    /// How many people work there.
    pub size: Option<CompanySize>,
    /// Its web address.
    pub website: Option<String>,
    /// Rises with every change; send it along with one.
    pub version: i32,
}

impl From<Company> for CompanyBody {
    fn from(row: Company) -> Self {
        Self {
            id: row.id.uuid(),
            name: row.name,
            one_liner: row.one_liner,
            city: row.city.as_str().to_owned(),
            region: row.region,
            stage: row.stage,
            size: row.size,
            website: row.website.as_ref().map(WebUrl::as_str).map(str::to_owned),
            version: row.version,
        }
    }
}

impl Made for CompanyBody {
    fn id(&self) -> Uuid {
        self.id
    }
}

/// Somebody who acts for a company.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CompanyMember)]
pub(in crate::api) struct MemberBody {
    /// Her name.
    name: String,
    /// Her address.
    email: String,
    /// Since when.
    joined_at: Moment,
}

impl From<Person> for MemberBody {
    fn from(Person { account, joined_at }: Person) -> Self {
        Self { name: account.name, email: account.email.into_string(), joined_at }
    }
}

/// Somebody who was asked to act for a company too, and has not answered.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CompanyInvitation)]
pub(in crate::api) struct InvitationBody {
    /// Its id.
    pub id: Uuid,
    /// Whom it was sent to.
    email: String,
    /// The language it was written in.
    lang: Lang,
    /// When it ends by itself.
    expires_at: Moment,
}

impl From<CompanyInvitation> for InvitationBody {
    fn from(row: CompanyInvitation) -> Self {
        let (email, expires_at) = (row.email.into_string(), row.expires_at);
        Self { id: row.id.uuid(), email, lang: row.lang, expires_at }
    }
}

impl Made for InvitationBody {
    fn id(&self) -> Uuid {
        self.id
    }
}

/// Somebody to be asked.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::api) struct ColleagueFields {
    /// Her address.
    email: String,
    /// The language of the mail: `en`, `zh-Hant` or `zh-Hans`.
    lang: String,
}

impl TryFrom<&ColleagueFields> for Colleague {
    type Error = FieldErrors;

    fn try_from(raw: &ColleagueFields) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::new();
        let email = errors.take("email", Email::parse(&raw.email));
        let code = if text::is_blank(&raw.lang) { "required" } else { "choice_unknown" };
        let lang = errors.take("lang", raw.lang.parse().map_err(|()| Reason::new(code)));
        match (email, lang) {
            (Some(email), Some(lang)) => Ok(Self { email, lang }),
            _ => Err(errors),
        }
    }
}

/// What a company hands in to a call for demos.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Application)]
pub(in crate::api) struct ApplicationBody {
    /// Its id, the same as of the submission.
    pub id: Uuid,
    /// The edition's short name.
    edition: String,
    /// The id of its call.
    call: Uuid,
    /// The id of its track.
    track: Option<Uuid>,
    /// The id of its session type.
    session_type: Option<Uuid>,
    /// What it is called.
    title: Option<Localised>,
    /// What will be shown.
    summary: Option<Localised>,
    /// The languages it is shown in.
    spoken: Vec<Spoken>,
    /// What only the organisers read.
    notes: Option<String>,
    /// What comes next for the company.
    next: Next,
    /// Until when it may confirm.
    confirm_by: Option<Moment>,
    /// Rises with every change of its contents; send it along with one.
    version: i32,
    /// When it was handed in.
    submitted_at: Option<Moment>,
}

impl ApplicationBody {
    pub(super) fn of(row: OwnSubmission, edition: &str) -> Self {
        Self {
            id: row.id.uuid(),
            edition: edition.to_owned(),
            call: row.call.uuid(),
            track: row.track.map(Id::uuid),
            session_type: row.session_type.map(Id::uuid),
            title: row.title,
            summary: row.summary,
            spoken: row.spoken,
            notes: row.notes.map(|notes| notes.to_string()),
            next: row.next,
            confirm_by: row.confirm_by,
            version: row.version,
            submitted_at: row.submitted_at,
        }
    }
}

impl Made for ApplicationBody {
    fn id(&self) -> Uuid {
        self.id
    }
}

/// Whether what was handed in fits its call's rules, as staff found.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Eligibility)]
pub(in crate::api) struct EligibilityBody {
    /// Whether it fits.
    passed: bool,
    /// Why not, as the company is told.
    reason: Option<String>,
    /// When that was found.
    checked_at: Moment,
    /// Its one correction.
    reply: Option<String>,
    /// When it came.
    replied_at: Option<Moment>,
}

impl From<Eligibility> for EligibilityBody {
    fn from(found: Eligibility) -> Self {
        Self {
            passed: found.passed,
            reason: found.reason.map(|text| text.to_string()),
            checked_at: found.checked_at,
            reply: found.reply.map(|text| text.to_string()),
            replied_at: found.replied_at,
        }
    }
}

/// An application in full.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ApplicationDetail)]
pub(in crate::api) struct DetailBody {
    application: ApplicationBody,
    demo: DemoBody,
    /// The answers to the call's questions, by the question's slug.
    #[schema(value_type = BTreeMap<String, serde_json::Value>)]
    answers: BTreeMap<String, Value>,
    /// Its deck and its video, as far as they were sent.
    files: Vec<DemoFileBody>,
    /// Null until staff looked.
    eligibility: Option<EligibilityBody>,
}

impl DetailBody {
    pub(super) fn of(
        application: ApplicationBody,
        demo: DemoDraft,
        answers: Vec<(Question, Value)>,
        files: Vec<File>,
        found: Option<Eligibility>,
    ) -> Self {
        let answers = answers.into_iter().map(|(question, value)| (question.slug.to_string(), value));
        Self {
            application,
            demo: demo.into(),
            answers: answers.collect(),
            files: files.into_iter().map(DemoFileBody::from).collect(),
            eligibility: found.map(EligibilityBody::from),
        }
    }
}

/// Where a company applies.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct StartFields {
    /// The edition's short name.
    pub(super) edition: String,
    /// The id of a call for demos.
    pub(super) call: Uuid,
    /// The call's code, where it asks for one.
    #[serde(default)]
    pub(super) code: String,
}

/// An application as it shall be. What is left out is emptied.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::api) struct ApplicationFields {
    /// Title, what will be shown, and answers; with the version that was read.
    pub(super) application: DraftFields,
    /// The details of the demo.
    pub(super) demo: DemoFields,
}
