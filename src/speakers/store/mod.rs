//! The tables `speaker` and `availability`.

use std::collections::BTreeSet;

use diesel::{
    dsl::{AsExprOf, sql},
    expression::{SqlLiteral, UncheckedBind},
    prelude::*,
    sql_types::{Bool, Text},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde::Serialize;
use utoipa::ToSchema;

pub(in crate::speakers) mod import;

use super::{Contact, Profile};
use crate::{
    accounts::Account,
    db::{
        Tx, ordering,
        schema::{availability, speaker, sql_types::Tsvector},
        violation::{self, Constraints},
    },
    editions::Edition,
    error::Error,
    values::{Email, Id, Lang, Line, Localised, Moment, PersonName, search},
};

const CONSTRAINTS: Constraints = &[("speaker_email_key", "email", "speaker_known")];

/// A speaker's id.
pub type SpeakerId = Id<Speaker>;

/// A person of an edition's programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema, Queryable, Selectable)]
#[diesel(table_name = speaker)]
pub struct Speaker {
    /// Her id.
    #[schema(value_type = uuid::Uuid)]
    pub id: SpeakerId,
    /// Of which edition.
    #[serde(skip)]
    #[diesel(column_name = edition_id)]
    pub edition: Id<Edition>,
    /// Her account, where she has linked one.
    #[serde(skip)]
    #[diesel(column_name = account_id)]
    pub account: Option<Id<Account>>,
    /// Her own address.
    #[schema(value_type = Option<String>)]
    pub email: Option<Email>,
    /// Who acts for her.
    #[schema(value_type = Option<String>)]
    pub contact_name: Option<Line<120>>,
    /// Where her mails go instead.
    #[schema(value_type = Option<String>)]
    pub contact_email: Option<Email>,
    /// The language of her mails.
    pub lang: Lang,
    /// Her name in Latin letters.
    pub name_latin: Option<String>,
    /// Her name in Chinese characters.
    pub name_han: Option<String>,
    /// Her title.
    pub name_title: Option<String>,
    /// Where she works.
    #[schema(value_type = Option<String>)]
    pub organisation: Option<Line<120>>,
    /// What she does there.
    #[schema(value_type = Option<String>)]
    pub job_title: Option<Line<120>>,
    /// Who she is.
    pub biography: Option<Localised>,
    /// Which of her links works, counted.
    #[serde(skip)]
    pub link_version: i32,
    /// Counts her changes, so that nobody overwrites what they have not seen.
    pub version: i32,
}

impl Speaker {
    /// What she is called; a name without spelling before she wrote one.
    #[must_use]
    pub fn name(&self) -> PersonName {
        PersonName::stored(self.name_latin.clone(), self.name_han.clone(), self.name_title.clone())
    }

    /// Whether she wrote her name in any spelling.
    #[must_use]
    pub fn is_named(&self) -> bool {
        self.name_latin.is_some() || self.name_han.is_some()
    }
}

/// A time at which she can come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema, Queryable, Selectable, Insertable)]
#[diesel(table_name = availability)]
pub struct Span {
    /// From when on.
    pub starts_at: Moment,
    /// Until when, later than that.
    pub ends_at: Moment,
}

/// Which of these keys are where mails to speakers of the edition go.
pub(super) async fn keys_among(
    conn: &mut AsyncPgConnection,
    edition: Id<Edition>,
    keys: &[String],
) -> Result<Vec<String>, Error> {
    // Mails go to the contact where there is one.
    let reached = diesel::dsl::sql::<diesel::sql_types::Text>("lower(coalesce(contact_email, email))");
    let mut all: Vec<String> = speaker::table
        .filter(speaker::edition_id.eq(edition))
        .filter(speaker::email.is_not_null().or(speaker::contact_email.is_not_null()))
        .select(reached)
        .load(conn)
        .await?;
    all.retain(|key| keys.contains(key));
    Ok(all)
}

pub(super) async fn find_one(conn: &mut AsyncPgConnection, id: SpeakerId) -> Result<Speaker, Error> {
    Ok(speaker::table.find(id).select(Speaker::as_select()).first(conn).await?)
}

pub(super) async fn of_account(
    conn: &mut AsyncPgConnection,
    edition: Id<Edition>,
    account: Id<Account>,
) -> Result<Speaker, Error> {
    let hers = speaker::table.filter(speaker::edition_id.eq(edition)).filter(speaker::account_id.eq(account));
    Ok(hers.select(Speaker::as_select()).first(conn).await?)
}

/// Locks one against whoever else writes about her.
pub(super) async fn lock(tx: &mut Tx, id: SpeakerId) -> Result<Speaker, Error> {
    let row = speaker::table.find(id).for_no_key_update().select(Speaker::as_select());
    Ok(row.first(&mut **tx).await?)
}

/// Makes one with these contacts; `None` when somebody of the edition has the address.
pub(super) async fn insert(
    tx: &mut Tx,
    edition: Id<Edition>,
    contact: &Contact,
) -> Result<Option<Speaker>, Error> {
    let position = ordering::next_position(tx, "speaker", edition.uuid()).await?;
    let place =
        (speaker::id.eq(SpeakerId::fresh()), speaker::edition_id.eq(edition), speaker::position.eq(position));
    let made = diesel::insert_into(speaker::table)
        .values((place, contacts(contact), speaker::search.eq(sql("''::tsvector"))))
        .on_conflict((speaker::edition_id, speaker::email_key))
        .do_nothing()
        .returning(Speaker::as_returning());
    Ok(made.get_result(&mut **tx).await.optional()?)
}

type Contacts<'a> = (
    diesel::dsl::Eq<speaker::email, Option<&'a Email>>,
    diesel::dsl::Eq<speaker::email_key, Option<String>>,
    diesel::dsl::Eq<speaker::contact_name, Option<&'a Line<120>>>,
    diesel::dsl::Eq<speaker::contact_email, Option<&'a Email>>,
    diesel::dsl::Eq<speaker::lang, Lang>,
);

fn contacts(contact: &Contact) -> Contacts<'_> {
    (
        speaker::email.eq(contact.email.as_ref()),
        speaker::email_key.eq(contact.email.as_ref().map(Email::key)),
        speaker::contact_name.eq(contact.contact_name.as_ref()),
        speaker::contact_email.eq(contact.contact_email.as_ref()),
        speaker::lang.eq(contact.lang),
    )
}

pub(super) async fn by_email(
    conn: &mut AsyncPgConnection,
    edition: Id<Edition>,
    email: &Email,
) -> Result<Speaker, Error> {
    let hers =
        speaker::table.filter(speaker::edition_id.eq(edition)).filter(speaker::email_key.eq(email.key()));
    Ok(hers.select(Speaker::as_select()).first(conn).await?)
}

/// Writes contacts; where mails go elsewhere from now on, the old link dies.
pub(super) async fn set_contact(tx: &mut Tx, before: &Speaker, contact: &Contact) -> Result<(), Error> {
    let key = |email: &Option<Email>| email.as_ref().map(Email::key);
    let moved = key(&before.email) != key(&contact.email)
        || key(&before.contact_email) != key(&contact.contact_email);
    let version = speaker::link_version.eq(speaker::link_version + i32::from(moved));
    let written = diesel::update(speaker::table.find(before.id)).set((contacts(contact), version));
    written.execute(&mut **tx).await.map(drop).map_err(|error| violation::named(CONSTRAINTS, error))
}

/// Writes a profile, and the words under which staff find her.
pub(super) async fn set_profile(
    tx: &mut Tx,
    id: SpeakerId,
    email: Option<&Email>,
    new: &Profile,
) -> Result<Speaker, Error> {
    let raised = (speaker::version.eq(speaker::version + 1), speaker::updated_at.eq(diesel::dsl::now));
    let written = (profile(email, new), raised);
    let row = diesel::update(speaker::table.find(id)).set(written).returning(Speaker::as_returning());
    Ok(row.get_result(&mut **tx).await?)
}

type Wrapped = UncheckedBind<SqlLiteral<Tsvector>, AsExprOf<String, Text>>;
type Profiled<'a> = (
    diesel::dsl::Eq<speaker::name_latin, Option<&'a str>>,
    diesel::dsl::Eq<speaker::name_han, Option<&'a str>>,
    diesel::dsl::Eq<speaker::name_title, Option<&'a str>>,
    diesel::dsl::Eq<speaker::organisation, Option<&'a Line<120>>>,
    diesel::dsl::Eq<speaker::job_title, Option<&'a Line<120>>>,
    diesel::dsl::Eq<speaker::biography, Option<&'a Localised>>,
    diesel::dsl::Eq<speaker::search, SqlLiteral<Tsvector, Wrapped>>,
);

/// A profile's columns, the words under which staff find her among them.
fn profile<'a>(email: Option<&Email>, profile: &'a Profile) -> Profiled<'a> {
    let line =
        |line: &Option<Line<120>>| line.as_ref().map(|line| line.as_str().to_owned()).unwrap_or_default();
    let (latin, han) = (profile.name.latin().unwrap_or_default(), profile.name.han().unwrap_or_default());
    let address = email.map(Email::as_str).unwrap_or_default();
    let words = search::document(&[latin, han, &line(&profile.organisation), address]);
    (
        speaker::name_latin.eq(profile.name.latin()),
        speaker::name_han.eq(profile.name.han()),
        speaker::name_title.eq(profile.name.title()),
        speaker::organisation.eq(profile.organisation.as_ref()),
        speaker::job_title.eq(profile.job_title.as_ref()),
        speaker::biography.eq(profile.biography.as_ref()),
        speaker::search.eq(sql("array_to_tsvector(string_to_array(").bind::<Text, _>(words).sql(", ' '))")),
    )
}

pub(super) async fn set_account(tx: &mut Tx, id: SpeakerId, account: Id<Account>) -> Result<(), Error> {
    diesel::update(speaker::table.find(id)).set(speaker::account_id.eq(account)).execute(&mut **tx).await?;
    Ok(())
}

/// Those of the edition in protocol order, all or those that `text` finds.
pub(super) async fn list(
    conn: &mut AsyncPgConnection,
    edition: Id<Edition>,
    text: &str,
) -> Result<Vec<Speaker>, Error> {
    let mut all = speaker::table.filter(speaker::edition_id.eq(edition)).into_boxed();
    if let Some(words) = search::query(text) {
        all = all.filter(sql::<Bool>("search @@ ").bind::<Text, _>(words).sql("::tsquery"));
    }
    let in_order = all.order((speaker::position, speaker::id));
    Ok(in_order.select(Speaker::as_select()).load(conn).await?)
}

/// Those of the edition that have these ids, in protocol order.
pub(super) async fn named(
    conn: &mut AsyncPgConnection,
    edition: Id<Edition>,
    ids: &BTreeSet<SpeakerId>,
) -> Result<Vec<Speaker>, Error> {
    let named = speaker::table.filter(speaker::edition_id.eq(edition)).filter(speaker::id.eq_any(ids));
    let in_order = named.order((speaker::position, speaker::id));
    Ok(in_order.select(Speaker::as_select()).load(conn).await?)
}

/// When she can come, the earliest first.
pub(super) async fn spans(conn: &mut AsyncPgConnection, id: SpeakerId) -> Result<Vec<Span>, Error> {
    let hers = availability::table.filter(availability::speaker_id.eq(id)).order(availability::starts_at);
    Ok(hers.select(Span::as_select()).load(conn).await?)
}

/// Puts `spans` in the place of all she gave.
pub(super) async fn set_spans(tx: &mut Tx, id: SpeakerId, spans: &[Span]) -> Result<(), Error> {
    diesel::delete(availability::table.filter(availability::speaker_id.eq(id))).execute(&mut **tx).await?;
    let rows: Vec<_> = spans.iter().map(|span| (availability::speaker_id.eq(id), span)).collect();
    diesel::insert_into(availability::table).values(rows).execute(&mut **tx).await?;
    Ok(())
}
