//! The call for demos of the upcoming edition, and thirty companies that answered it in time.

use std::collections::BTreeMap;

use jiff::SignedDuration;
use serde::Deserialize;

use super::{data::read, days::Days, judges, visit::visit};
use crate::{
    accounts::{
        self, AccountFields, NewAccount,
        proofs::{Admin, Organiser, Programme, System},
    },
    calls::{self, Call, CallFields, RoundFields},
    companies::{self, CompanyFields, NewCompany},
    db::Tx,
    editions::{Edition, Track, parts},
    error::Error,
    keys::Keys,
    submissions::{self, CallForm, DemoFields, DraftFields},
    values::{Lang, LocalisedFields, Moment, NumberField},
};

const DEMOS: &str = include_str!("demos.toml");

/// A text in English, as written in Hong Kong, as written in Shanghai.
type Said = [String; 3];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Data {
    companies: Vec<CompanyData>,
    words: BTreeMap<String, Words>,
    team: Team,
    call: CallFields,
    pub(super) round: RoundFields,
    pub(super) judges: Vec<AccountFields>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CompanyData {
    track: String,
    region: String,
    city: String,
    stage: String,
    size: String,
    watts: i64,
    name: Said,
    product: Said,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    shown: Said,
    novelty: Said,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Team {
    text: Said,
}

impl CompanyData {
    /// The language its people write.
    fn lang(&self) -> Lang {
        match self.region.as_str() {
            "hong-kong" => Lang::ZhHant,
            "mainland" => Lang::ZhHans,
            _ => Lang::En,
        }
    }

    fn text(&self, [en, zh_hant, zh_hans]: &Said) -> LocalisedFields {
        LocalisedFields {
            original: Some(self.lang()),
            en: en.clone(),
            zh_hant: zh_hant.clone(),
            zh_hans: zh_hans.clone(),
        }
    }

    /// Whoever made it signs in with this.
    fn founder(&self) -> AccountFields {
        let [name, ..] = &self.name;
        let plain =
            |letter: char| if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '-' };
        let address = name.chars().map(plain).collect::<String>();
        AccountFields {
            email: format!("{address}@example.org"),
            name: name.clone(),
            lang: self.lang().to_string(),
        }
    }

    fn fields(&self) -> CompanyFields {
        CompanyFields {
            name: self.text(&self.name),
            one_liner: self.text(&self.product),
            city: self.city.clone(),
            region: self.region.clone(),
            stage: self.stage.clone(),
            size: self.size.clone(),
            ..CompanyFields::default()
        }
    }

    fn draft(&self, words: &Words) -> DraftFields {
        let spoken: &[&str] = match self.lang() {
            Lang::En => &["en"],
            Lang::ZhHant => &["yue", "en"],
            Lang::ZhHans => &["cmn"],
        };
        DraftFields {
            title: self.text(&self.product),
            summary: self.text(&words.shown),
            spoken: spoken.iter().map(|one| (*one).to_owned()).collect(),
            track: self.track.clone(),
            session_type: "demo".to_owned(),
            ..DraftFields::default()
        }
    }

    fn details(&self, words: &Words, team: &Said) -> DemoFields {
        DemoFields {
            product: self.text(&self.product),
            novelty: self.text(&words.novelty),
            team: self.text(team),
            watts: NumberField::Number(Some(self.watts)),
            ..DemoFields::default()
        }
    }
}

/// Opens the call, lets everybody apply two days before its deadline, and has the judges score.
pub(super) async fn load(
    tx: &mut Tx,
    system: &System,
    organiser: &Organiser,
    keys: &Keys,
    (edition, days): (&Edition, &Days),
    now: Moment,
) -> Result<(), Error> {
    let data: Data = read(&Days::fill(days.upcoming, DEMOS)?)?;
    let who = Programme::from(organiser);
    let tracks: Vec<Track> = parts::list(tx, edition.id).await?;
    let call = calls::create(tx, &who, data.call.parse(&edition.zone, &tracks)?).await?;
    calls::list(tx, &who, call.id, call.opens_at).await?;
    let call = calls::call(tx, &who, call.id).await?;
    let form = submissions::form(tx, call.clone()).await?;
    for company in &data.companies {
        let Some(words) = data.words.get(&company.track) else { continue };
        apply(tx, system, keys, (edition, &form), company, (words, &data.team.text)).await?;
    }
    judges::load(tx, system, &who, keys, (&call, edition), &data, now).await
}

async fn apply(
    tx: &mut Tx,
    system: &System,
    keys: &Keys,
    (edition, form): (&Edition, &CallForm),
    data: &CompanyData,
    (words, team): (&Words, &Said),
) -> Result<(), Error> {
    let call: &Call = &form.call;
    let at = call.closes_at.plus(-SignedDuration::from_hours(48));
    let admin = Admin::of_system(system);
    let account = accounts::create(tx, &admin, NewAccount::try_from(data.founder())?).await?;
    let authority = visit(tx, system, keys, account.id).await?;
    let founder = authority.signed_in()?;
    let company = companies::found(tx, &founder, &NewCompany::try_from(&data.fields())?).await?;
    let who = companies::member(tx, &founder, company.id).await?;
    let draft = data.draft(words).parse(form)?;
    let id = submissions::start_demo(tx, keys, &who, call, ("", &draft), at).await?;
    submissions::set_demo(tx, &who, id, &data.details(words, team).parse(edition)?, at).await?;
    judges::deck(tx, &who, id, at).await?;
    submissions::submit(tx, keys, &who, id, at).await?;
    accounts::sign_out(tx, &founder).await
}
