//! The calls for demos of both editions, and thirty companies that answered the upcoming one in time; some were there before.

use std::collections::BTreeMap;

use jiff::SignedDuration;
use serde::Deserialize;

use super::{awards, data::read, days::Days, judges, passes, shows, visit::visit};
use crate::{
    accounts::{
        self, AccountFields, NewAccount,
        proofs::{Admin, Organiser, Programme, SignedIn, System},
    },
    allocation::{self, PlaceFields},
    calls::{self, Call, CallFields, RoundFields},
    companies::{self, CompanyFields, Member, NewCompany},
    db::Tx,
    editions::{Edition, Room, Track, parts},
    error::Error,
    keys::Keys,
    submissions::{self, CallForm, DemoFields, DraftFields, SubmissionId},
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
    places: Vec<PlaceFields>,
    pub(super) round: RoundFields,
    pub(super) judges: Vec<AccountFields>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CompanyData {
    track: String,
    region: String,
    contact: String,
    city: String,
    stage: String,
    size: String,
    watts: i64,
    name: Said,
    line: Said,
    product: Said,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    shown: Said,
    novelty: Said,
    equipment: Said,
    facilities: Vec<String>,
    square_metres: i64,
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

    /// A text in the language its people write.
    fn own<'a>(&self, [en, zh_hant, zh_hans]: &'a Said) -> &'a String {
        match self.lang() {
            Lang::En => en,
            Lang::ZhHant => zh_hant,
            Lang::ZhHans => zh_hans,
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
            name: self.contact.clone(),
            lang: self.lang().to_string(),
        }
    }

    fn fields(&self) -> CompanyFields {
        CompanyFields {
            name: self.text(&self.name),
            one_liner: self.text(&self.line),
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
            equipment: self.own(&words.equipment).clone(),
            facilities: words.facilities.clone(),
            watts: NumberField::Number(Some(self.watts)),
            square_metres: NumberField::Number(Some(words.square_metres)),
            ..DemoFields::default()
        }
    }
}

/// An edition and its call, which companies answer.
pub(super) struct Asking<'a> {
    pub(super) who: Programme,
    pub(super) edition: &'a Edition,
    pub(super) form: CallForm,
}

impl<'a> Asking<'a> {
    /// Opens a call of one of the two editions.
    pub(super) async fn open(
        tx: &mut Tx,
        (organiser, edition): (&Organiser, &'a Edition),
        fields: &CallFields,
    ) -> Result<Self, Error> {
        let who = Programme::from(organiser);
        let tracks: Vec<Track> = parts::list(tx, edition.id).await?;
        let call = calls::create(tx, &who, fields.parse(&edition.zone, &tracks)?).await?;
        calls::list(tx, &who, call.id, call.opens_at).await?;
        let call = calls::call(tx, &who, call.id).await?;
        Ok(Self { form: submissions::form(tx, call).await?, who, edition })
    }
}

/// Opens the calls, lets everybody apply two days before the deadline, puts on show what was there at the `past` edition, and has
/// the judges of the `upcoming` one score; awards and passes come last.
pub(super) async fn load(
    tx: &mut Tx,
    system: &System,
    keys: &Keys,
    (past, upcoming): ((&Organiser, &Edition), (&Organiser, &Edition)),
    days: &Days,
    now: Moment,
) -> Result<(), Error> {
    let then: Data = read(&Days::fill(days.past, DEMOS)?)?;
    let data: Data = read(&Days::fill(days.upcoming, DEMOS)?)?;
    let then = Asking::open(tx, past, &then.call).await?;
    let asking = Asking::open(tx, upcoming, &data.call).await?;
    let mut back = None;
    for company in &data.companies {
        let Some(words) = data.words.get(&company.track) else { continue };
        let (founder, who) = found(tx, system, keys, company).await?;
        let [name, ..] = &company.name;
        if let Some(number) = shows::was_there(name) {
            let id = apply(tx, keys, &then, &who, company, (words, &data.team.text)).await?;
            shows::show(tx, &then, &who, (id, number)).await?;
        }
        let id = apply(tx, keys, &asking, &who, company, (words, &data.team.text)).await?;
        if *name == passes::BACK {
            back = Some((who, id));
        }
        accounts::sign_out(tx, &founder).await?;
    }
    shows::release(tx, &then).await?;
    give_places(tx, &asking, &data.places).await?;
    judges::load(tx, system, keys, &asking, &data, now).await?;
    awards::given(tx, system, keys, &then, &data.judges).await?;
    awards::prepared(tx, &asking).await?;
    passes::load(tx, system, &asking, back, now).await
}

/// Makes the company and whoever acts for it, signed in.
async fn found(
    tx: &mut Tx,
    system: &System,
    keys: &Keys,
    data: &CompanyData,
) -> Result<(SignedIn, Member), Error> {
    let admin = Admin::of_system(system);
    let account = accounts::create(tx, &admin, NewAccount::try_from(data.founder())?).await?;
    let founder = visit(tx, system, keys, account.id).await?.signed_in()?;
    let company = companies::found(tx, &founder, &NewCompany::try_from(&data.fields())?).await?;
    let who = companies::member(tx, &founder, company.id).await?;
    Ok((founder, who))
}

async fn apply(
    tx: &mut Tx,
    keys: &Keys,
    asking: &Asking<'_>,
    who: &Member,
    data: &CompanyData,
    (words, team): (&Words, &Said),
) -> Result<SubmissionId, Error> {
    let call: &Call = &asking.form.call;
    let at = call.closes_at.plus(-SignedDuration::from_hours(48));
    let draft = data.draft(words).parse(&asking.form)?;
    let id = submissions::start_demo(tx, keys, who, call, ("", &draft), at).await?;
    submissions::set_demo(tx, who, id, &data.details(words, team).parse(asking.edition)?, at).await?;
    judges::deck(tx, who, id, at).await?;
    submissions::submit(tx, keys, who, id, at).await?;
    Ok(id)
}

/// The slots that the call has to give, each with its room by its short name.
async fn give_places(tx: &mut Tx, asking: &Asking<'_>, places: &[PlaceFields]) -> Result<(), Error> {
    let rooms: Vec<Room> = parts::list(tx, asking.edition.id).await?;
    for named in places {
        let room = rooms.iter().find(|room| room.slug.as_str() == named.room);
        let room = room.map(|room| room.id.to_string()).unwrap_or_default();
        let new = PlaceFields { room, ..named.clone() }.parse(&asking.edition.zone)?;
        allocation::add_places(tx, &asking.who, asking.form.call.id, new).await?;
    }
    Ok(())
}
