//! What an edition says in its own words: reading, trying, keeping, and going back.
//!
//! Mails that let somebody sign in or become staff, and those about accounts, say what they say in every edition.

use std::collections::BTreeMap;

use diesel_async::AsyncPgConnection;
use serde_json::{Value, json};
use uuid::Uuid;

use super::Handler;
use crate::{
    accounts::{self, proofs::Communications},
    audit::{self, Entry},
    db::Tx,
    editions::Edition,
    error::Error,
    mail::{
        self, Filter, Mail, OutboxEntry, Recipient, Renderer, Rendering, TEMPLATES, Template, Wording,
        WordingFields,
        wordings::{self, Version},
    },
    values::{Id, Lang},
};

/// Rows that a trial may be made on.
const ROWS: i64 = 5;

/// Which words: of one mail, in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The mail.
    pub template: &'static Template,
    /// The language.
    pub lang: Lang,
}

impl Place {
    /// The words of the mail called `name`.
    ///
    /// # Errors
    /// [`Error::NotFound`] where no edition may say it in its own words.
    pub fn named(name: &str, lang: Lang) -> Result<Self, Error> {
        let template = mail::named(name).filter(|template| template.is_editable()).ok_or(Error::NotFound)?;
        Ok(Self { template, lang })
    }

    fn of(self) -> (&'static Template, Lang) {
        (self.template, self.lang)
    }
}

/// What an edition says in one mail and language.
#[derive(Clone, Debug)]
pub struct Words {
    /// The words that count: the edition's, else ours.
    pub wording: Wording,
    /// Whether they are the edition's.
    pub own: bool,
    /// The newest version's number; 0 where there is none.
    pub seen: i32,
    /// Every version, the newest first.
    pub versions: Vec<Version>,
    /// The names of those who saved them.
    pub names: BTreeMap<Uuid, String>,
    /// The latest mails of this kind and language, to try words on.
    pub rows: Vec<OutboxEntry>,
}

/// Every mail that an edition may word, with the versions that count.
///
/// # Errors
/// The database's.
pub async fn all(
    conn: &mut AsyncPgConnection,
    who: &Communications,
) -> Result<Vec<(&'static Template, Vec<Version>)>, Error> {
    let mut worded: BTreeMap<String, Vec<Version>> = BTreeMap::new();
    for version in wordings::all_current(conn, who.edition()).await? {
        worded.entry(version.template.clone()).or_default().push(version);
    }
    let editable = TEMPLATES.iter().filter(|template| template.is_editable());
    Ok(editable.map(|template| (template, worded.remove(template.name).unwrap_or_default())).collect())
}

/// The versions of one mail that count, in every language that the edition worded.
///
/// # Errors
/// The database's.
pub async fn current(
    conn: &mut AsyncPgConnection,
    who: &Communications,
    template: &Template,
) -> Result<Vec<Version>, Error> {
    let all = wordings::all_current(conn, who.edition()).await?;
    Ok(all.into_iter().filter(|version| version.template == template.name).collect())
}

/// What is said at `place`.
///
/// # Errors
/// The database's.
pub async fn words(
    conn: &mut AsyncPgConnection,
    renderer: &Renderer,
    who: &Communications,
    place: Place,
) -> Result<Words, Error> {
    let versions = wordings::history(conn, who.edition(), place.of()).await?;
    let newest = <[Version]>::first(&versions);
    let own = newest.and_then(Version::wording);
    let savers: Vec<Uuid> = versions.iter().filter_map(|version| version.saved_by).collect();
    let filter = Filter { template: Some(place.template.name.to_owned()), ..Filter::default() };
    let rows = mail::list(conn, Handler::Edition(who).reach(), &filter, ROWS * 4).await?;
    let fits = |row: &OutboxEntry| row.lang == place.lang && !row.recipient.ends_with("@erased.invalid");
    Ok(Words {
        own: own.is_some(),
        seen: newest.map_or(0, |newest| newest.number),
        names: accounts::names(conn, who, &savers).await?,
        rows: rows.into_iter().filter(fits).take(usize::try_from(ROWS).unwrap_or_default()).collect(),
        wording: own.map_or_else(|| renderer.ours(place.template, place.lang), Ok)?,
        versions,
    })
}

/// How what was typed would be printed, on made-up values or on those of a mail of this edition. No link is live.
///
/// # Errors
/// Those of [`parse_wording`](Renderer::parse_wording); [`Error::NotFound`] when there is no such mail of this template.
pub async fn try_out(
    conn: &mut AsyncPgConnection,
    renderer: &Renderer,
    who: &Communications,
    edition: &Edition,
    (place, fields, row): (Place, &WordingFields, Option<Id<Mail>>),
) -> Result<Rendering, Error> {
    let letterhead = edition.letterhead();
    let wording = renderer.parse_wording(place.template, place.lang, &letterhead, fields)?;
    let given: Option<(String, Value)> = match row {
        Some(id) => Some(mail::given(conn, Handler::Edition(who).reach(), (place.template, id)).await?),
        None => None,
    };
    let row = given.as_ref().map(|(name, values)| (name.as_str(), values));
    renderer.try_out(place.template, place.lang, &letterhead, Some(&wording), row)
}

/// How a mail is printed now, on made-up values. No link is live.
///
/// # Errors
/// The database's.
pub async fn printed(
    conn: &mut AsyncPgConnection,
    renderer: &Renderer,
    who: &Communications,
    edition: &Edition,
    place: Place,
) -> Result<Rendering, Error> {
    let own = wordings::current(conn, who.edition(), place.of()).await?;
    let letterhead = edition.letterhead();
    let print = |wording| renderer.try_out(place.template, place.lang, &letterhead, wording, None);
    // Words that cannot be printed give way to ours, as when the mail is sent.
    print(own.as_ref()).or_else(|_| print(None))
}

/// Sends what was typed, on made-up values and without a live link, to `to`.
///
/// # Errors
/// Those of [`parse_wording`](Renderer::parse_wording).
pub async fn send_test(
    tx: &mut Tx,
    renderer: &Renderer,
    who: &Communications,
    edition: &Edition,
    (place, fields, to): (Place, &WordingFields, Recipient),
) -> Result<(), Error> {
    let printed = try_out(tx, renderer, who, edition, (place, fields, None)).await?;
    let values = renderer.made_up(place.template, place.lang);
    let id = mail::queue_test(tx, who.edition(), (place.template, values), to, printed).await?;
    note(tx, who, ("mail.test-wording", id.uuid()), place, None).await
}

/// Says so from now on, if nobody has said anything else since version `seen`.
///
/// # Errors
/// Those of [`parse_wording`](Renderer::parse_wording); [`Error::Conflict`] `worded_meanwhile`.
pub async fn save(
    tx: &mut Tx,
    renderer: &Renderer,
    who: &Communications,
    edition: &Edition,
    (place, fields, seen): (Place, &WordingFields, i32),
) -> Result<(), Error> {
    let wording = renderer.parse_wording(place.template, place.lang, &edition.letterhead(), fields)?;
    keep(tx, who, place, (Some(&wording), seen)).await
}

/// Goes back to an earlier version, or with none to ours; a new version says so.
///
/// # Errors
/// [`Error::NotFound`] when there is no such version; [`Error::Conflict`] `worded_meanwhile`.
pub async fn go_back(
    tx: &mut Tx,
    who: &Communications,
    place: Place,
    (to, seen): (Option<i32>, i32),
) -> Result<(), Error> {
    let wording = match to {
        None => None,
        Some(number) => {
            let versions = wordings::history(tx, who.edition(), place.of()).await?;
            let earlier = versions.iter().find(|version| version.number == number);
            earlier.ok_or(Error::NotFound)?.wording()
        }
    };
    keep(tx, who, place, (wording.as_ref(), seen)).await
}

async fn keep(
    tx: &mut Tx,
    who: &Communications,
    place: Place,
    (wording, seen): (Option<&Wording>, i32),
) -> Result<(), Error> {
    let kept = wordings::keep(tx, who.actor(), who.edition(), place.of(), (wording, seen)).await?;
    note(tx, who, ("mail.word", kept.uuid()), place, wording).await
}

async fn note(
    tx: &mut Tx,
    who: &Communications,
    (action, subject): (&'static str, Uuid),
    place: Place,
    after: Option<&Wording>,
) -> Result<(), Error> {
    let content = json!({ "template": place.template.name, "lang": place.lang, "after": after });
    let (subject_kind, edition) = ("mail_wording", Some(who.edition()));
    audit::record(tx, who.actor(), Entry { action, subject_kind, subject, edition, content }).await
}
