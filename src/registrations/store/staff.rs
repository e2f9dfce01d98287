//! Finding, counting, correcting and emptying rows of `registration`.

use diesel::{
    dsl::{count_star, sql},
    prelude::*,
    sql_types::{Bool, Text},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::{
    registration::{Registration, RegistrationId},
    types::TypeId,
};
use crate::{
    db::{
        Tx,
        schema::registration as r,
        violation::{self, Constraints},
    },
    editions::SideEvent,
    error::Error,
    registrations::{State, find::Filter, person::Person},
    values::{Email, Id, Lang, Moment, PersonName, search},
};

const CONSTRAINTS: Constraints = &[("registration_person_key", "name_latin", "person_registered")];

type Boxed<'a> = r::BoxedQuery<'a, diesel::pg::Pg>;

fn fitting(edition: Uuid, filter: &Filter) -> Boxed<'_> {
    let mut query = r::table.filter(r::edition_id.eq(edition)).into_boxed();
    if let Some(words) = search::query(&filter.text) {
        query = query.filter(sql::<Bool>("search @@ ").bind::<Text, _>(words).sql("::tsquery"));
    }
    if let Some(state) = filter.state {
        query = query.filter(r::state.eq(state));
    }
    if let Some(type_id) = filter.type_id {
        query = query.filter(r::type_id.eq(type_id));
    }
    if let Some(occasion) = filter.occasion {
        query = query.filter(r::occasion_id.eq(occasion));
    }
    query
}

/// The newest first, from below the cursor on.
pub(in crate::registrations) async fn find(
    conn: &mut AsyncPgConnection,
    edition: Uuid,
    filter: &Filter,
    limit: i64,
) -> Result<Vec<Registration>, Error> {
    let mut query = fitting(edition, filter);
    if let Some(before) = filter.before {
        query = query.filter(r::arrival.lt(before));
    }
    Ok(query.select(Registration::as_select()).order(r::arrival.desc()).limit(limit).load(conn).await?)
}

pub(in crate::registrations) async fn count(
    conn: &mut AsyncPgConnection,
    edition: Uuid,
    filter: &Filter,
) -> Result<i64, Error> {
    Ok(fitting(edition, filter).count().get_result(conn).await?)
}

/// How many of a type, which is of that side event, stand in a state.
type Standings = (TypeId, Option<Id<SideEvent>>, State, i64);

pub(in crate::registrations) async fn by_type_and_state(
    conn: &mut AsyncPgConnection,
    edition: Uuid,
) -> Result<Vec<Standings>, Error> {
    let of_edition = r::table.filter(r::edition_id.eq(edition));
    let grouped = of_edition.group_by((r::type_id, r::side_event_id, r::state));
    Ok(grouped.select((r::type_id, r::side_event_id, r::state, count_star())).load(conn).await?)
}

pub(in crate::registrations) async fn checked_in(
    conn: &mut AsyncPgConnection,
    edition: Uuid,
) -> Result<i64, Error> {
    let came = of_forum(edition).filter(r::checked_in_at.is_not_null());
    Ok(came.count().get_result(conn).await?)
}

/// The registrations for the forum itself.
#[diesel::dsl::auto_type(no_type_alias)]
fn of_forum(edition: Uuid) -> _ {
    r::table.filter(r::edition_id.eq(edition)).filter(r::side_event_id.is_null())
}

/// How many registered for the forum since `since`, whatever became of them.
pub(in crate::registrations) async fn arrived_since(
    conn: &mut AsyncPgConnection,
    edition: Uuid,
    since: Moment,
) -> Result<i64, Error> {
    let new = of_forum(edition).filter(r::created_at.ge(since));
    Ok(new.count().get_result(conn).await?)
}

/// Writes details; another address makes all links anew.
pub(in crate::registrations) async fn set_details(
    tx: &mut Tx,
    before: &Registration,
    (email, lang): (&Email, Lang),
    person: &Person,
) -> Result<Registration, Error> {
    let moved = i32::from(email.key() != before.email.key());
    let words = person.search(email.as_str(), &before.ticket_code);
    let details = (
        r::email.eq(email),
        r::email_key.eq(email.key()),
        r::lang.eq(lang),
        r::name_latin.eq(person.name.latin()),
        r::name_han.eq(person.name.han()),
        r::name_title.eq(person.name.title()),
        r::name_key.eq(person.name.key()),
        r::organisation.eq(person.organisation.as_ref()),
        r::job_title.eq(person.job_title.as_ref()),
        r::phone.eq(person.phone.as_ref()),
        r::search.eq(sql("array_to_tsvector(string_to_array(").bind::<Text, _>(words).sql(", ' '))")),
        r::link_version.eq(r::link_version + moved),
        r::version.eq(r::version + 1),
        r::updated_at.eq(diesel::dsl::now),
    );
    let written =
        diesel::update(r::table.find(before.id)).set(details).returning(Registration::as_returning());
    written.get_result(&mut **tx).await.map_err(|error| violation::named(CONSTRAINTS, error))
}

/// Empties everything personal and kills the links. The row stays, for counts and the trail.
pub(in crate::registrations) async fn empty(tx: &mut Tx, id: RegistrationId) -> Result<(), Error> {
    let nobody = PersonName::stored(None, None, None);
    let nothing = None::<String>;
    let emptied = (
        r::email.eq(""),
        r::email_key.eq(""),
        r::name_latin.eq(nobody.latin()),
        r::name_han.eq(nobody.han()),
        r::name_title.eq(nobody.title()),
        r::name_key.eq(""),
        r::organisation.eq(nothing.clone()),
        r::job_title.eq(nothing.clone()),
        r::phone.eq(nothing),
        r::search.eq(sql("''::tsvector")),
        r::cancelled_reason.eq(crate::registrations::CancelReason::Erased),
        r::link_version.eq(r::link_version + 1),
        r::version.eq(r::version + 1),
    );
    diesel::update(r::table.find(id)).set(emptied).execute(&mut **tx).await?;
    Ok(())
}
