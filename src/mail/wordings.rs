//! What editions say in their own words, every version of it. The newest counts; one without words means ours.
//!
//! Floor 2 and above ask who may; the verbs here only keep and read.

use std::collections::BTreeMap;

use diesel::{
    prelude::*,
    sql_types::{Array, Integer, Nullable, Text, Timestamptz, Uuid as SqlUuid},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde_json::json;
use uuid::Uuid;

use super::{catalogue::Template, store::Claimed, wording::Wording};
use crate::{
    audit::{self, Actor, Entry},
    db::{Tx, clock_timestamp, schema::mail_wording as w},
    error::Error,
    values::{Id, Lang, Moment},
};

/// Marks a version in [`Id`].
#[derive(Debug)]
pub enum Kept {}

/// One version of what an edition says in one mail and language.
#[derive(Clone, Debug, Queryable, QueryableByName)]
pub struct Version {
    /// Its id.
    #[diesel(sql_type = SqlUuid)]
    pub id: Id<Kept>,
    /// Which mail.
    #[diesel(sql_type = Text)]
    pub template: String,
    /// In which language.
    #[diesel(sql_type = Text)]
    pub lang: Lang,
    /// Its number, from 1.
    #[diesel(sql_type = Integer)]
    pub number: i32,
    #[diesel(sql_type = Nullable<Text>)]
    subject: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    heading: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    body: Option<String>,
    /// The account that saved it, where it was one.
    #[diesel(sql_type = Nullable<SqlUuid>)]
    pub saved_by: Option<Uuid>,
    /// When it was saved.
    #[diesel(sql_type = Timestamptz)]
    pub saved_at: Moment,
    /// When it first could not be printed, so that the mail's own words went out.
    #[diesel(sql_type = Nullable<Timestamptz>)]
    pub broken_at: Option<Moment>,
}

impl Version {
    /// What it says; nothing where it goes back to ours.
    #[must_use]
    pub fn wording(&self) -> Option<Wording> {
        let (subject, heading, body) = (self.subject.clone()?, self.heading.clone()?, self.body.clone()?);
        Some(Wording { subject, heading, body })
    }
}

/// Every version for one mail and language, the newest first.
///
/// # Errors
/// The database's.
pub async fn history(
    conn: &mut AsyncPgConnection,
    edition: Uuid,
    (template, lang): (&Template, Lang),
) -> Result<Vec<Version>, Error> {
    let here = w::table.filter(w::edition_id.eq(edition)).filter(w::template.eq(template.name));
    let all = here.filter(w::lang.eq(lang)).order(w::version.desc());
    let saved = all.select((
        w::id,
        w::template,
        w::lang,
        w::version,
        w::subject,
        w::heading,
        w::body,
        w::saved_by,
        w::saved_at,
        w::broken_at,
    ));
    Ok(saved.load(conn).await?)
}

/// What an edition says now in one mail and language, if in its own words.
///
/// # Errors
/// The database's.
pub async fn current(
    conn: &mut AsyncPgConnection,
    edition: Uuid,
    of: (&Template, Lang),
) -> Result<Option<Wording>, Error> {
    Ok(history(conn, edition, of).await?.into_iter().next().and_then(|newest| newest.wording()))
}

/// The versions of an edition that count: of every mail and language that was ever worded.
///
/// # Errors
/// The database's.
pub async fn all_current(conn: &mut AsyncPgConnection, edition: Uuid) -> Result<Vec<Version>, Error> {
    let newest = diesel::sql_query(
        "SELECT DISTINCT ON (template, lang) id, template, lang, version AS number, subject, heading, body, saved_by,
                saved_at, broken_at
         FROM mail_wording WHERE edition_id = $1 ORDER BY template, lang, version DESC",
    );
    Ok(newest.bind::<SqlUuid, _>(edition).load(conn).await?)
}

/// How many of them could not be printed.
///
/// # Errors
/// The database's.
pub async fn broken(conn: &mut AsyncPgConnection, edition: Uuid) -> Result<i64, Error> {
    let all = all_current(conn, edition).await?;
    let broken = all.iter().filter(|version| version.broken_at.is_some()).count();
    Ok(i64::try_from(broken).unwrap_or(i64::MAX))
}

/// Keeps another version after number `seen` (0 where there is none yet); without words, to go back to ours. Answers its
/// id.
///
/// # Errors
/// [`Error::Conflict`] `worded_meanwhile` when another one was kept since.
pub async fn keep(
    tx: &mut Tx,
    actor: &Actor,
    edition: Uuid,
    (template, lang): (&Template, Lang),
    (wording, seen): (Option<&Wording>, i32),
) -> Result<Id<Kept>, Error> {
    let newest: Option<i32> = w::table
        .filter(w::edition_id.eq(edition))
        .filter(w::template.eq(template.name))
        .filter(w::lang.eq(lang))
        .select(diesel::dsl::max(w::version))
        .first(&mut **tx)
        .await?;
    let id = Id::<Kept>::fresh();
    let place = (w::edition_id.eq(edition), w::template.eq(template.name), w::lang.eq(lang));
    let words = (
        w::subject.eq(wording.map(|wording| &wording.subject)),
        w::heading.eq(wording.map(|wording| &wording.heading)),
        w::body.eq(wording.map(|wording| &wording.body)),
    );
    let number = (w::version.eq(seen + 1), w::saved_by.eq(actor.account()));
    let kept = match newest.unwrap_or_default() == seen {
        false => 0,
        true => {
            let row = diesel::insert_into(w::table).values((w::id.eq(id), place, number, words));
            row.on_conflict_do_nothing().execute(&mut **tx).await?
        }
    };
    if kept == 1 { Ok(id) } else { Err(Error::conflict("worded_meanwhile")) }
}

/// Where a wording is looked up.
pub(super) type Place = (Uuid, String, Lang);

/// What the editions of `rows` say in these mails, with the version's id.
pub(super) async fn of(tx: &mut Tx, rows: &[Claimed]) -> Result<BTreeMap<Place, (Id<Kept>, Wording)>, Error> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = SqlUuid)]
        edition_id: Uuid,
        #[diesel(embed)]
        version: Version,
    }
    let unprinted = rows.iter().filter(|row| row.rendering().is_none());
    let places: Vec<Place> = unprinted.filter_map(place).collect();
    if places.is_empty() {
        return Ok(BTreeMap::new());
    }
    let newest = diesel::sql_query(
        "SELECT DISTINCT ON (edition_id, template, lang) edition_id, id, template, lang, version AS number, subject, heading,
                body, saved_by, saved_at, broken_at
         FROM mail_wording WHERE (edition_id, template, lang) IN (SELECT * FROM unnest($1, $2, $3))
         ORDER BY edition_id, template, lang, version DESC",
    )
    .bind::<Array<SqlUuid>, _>(places.iter().map(|place| place.0).collect::<Vec<_>>())
    .bind::<Array<Text>, _>(places.iter().map(|place| place.1.as_str()).collect::<Vec<_>>())
    .bind::<Array<Text>, _>(places.iter().map(|place| place.2.as_str()).collect::<Vec<_>>());
    let rows: Vec<Row> = newest.load(&mut **tx).await?;
    let worded = rows.into_iter().filter_map(|Row { edition_id, version }| {
        let wording = version.wording()?;
        Some(((edition_id, version.template, version.lang), (version.id, wording)))
    });
    Ok(worded.collect())
}

/// Where the wording of `row` is looked up.
pub(super) fn place(row: &Claimed) -> Option<Place> {
    Some((row.edition_id?, row.template.clone(), row.lang))
}

/// Notes, once, that a version could not be printed.
pub(super) async fn note_broken(tx: &mut Tx, edition: Uuid, id: Id<Kept>, reason: &str) -> Result<(), Error> {
    let sound = w::table.find(id).filter(w::broken_at.is_null());
    let noted =
        diesel::update(sound).set(w::broken_at.eq(clock_timestamp().nullable())).execute(&mut **tx).await?;
    if noted == 1 {
        let (subject, content) = (id.uuid(), json!({ "reason": reason }));
        let (action, subject_kind) = ("mail.wording-failed", "mail_wording");
        let entry = Entry { action, subject_kind, subject, edition: Some(edition), content };
        audit::record(tx, &Actor::duty(), entry).await?;
    }
    Ok(())
}
