//! Inserting a batch of registrations with what hangs on them, each kind in one statement.

use diesel::sql_types::{Array, Binary, Bool, Int4, Jsonb, Nullable, Text, Uuid as SqlUuid};
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use crate::{
    db::{Tx, prepared},
    editions::SideEvent,
    error::Error,
    registrations::{Admission, Standing},
    values::Id,
};

/// An admission that gets a row.
pub(in crate::registrations) struct Entered<'a> {
    pub(in crate::registrations) admission: &'a Admission,
    /// Where it stands.
    pub(in crate::registrations) standing: Standing,
    /// The side event that its type is of.
    pub(in crate::registrations) side_event: Option<Id<SideEvent>>,
}

fn each<'a, T>(rows: &'a [Entered<'a>], column: impl Fn(&'a Admission) -> T) -> Vec<T> {
    rows.iter().map(|one| column(one.admission)).collect()
}

/// Keeps the statements of this transaction to plans made once: planning for each batch's arrays anew costs about as
/// much as a fifth of the work, and comes to the same plan. Only for the transaction, as a pooler between demands.
pub(in crate::registrations) async fn keep_plans(tx: &Tx) -> Result<(), Error> {
    let mut conn: &AsyncPgConnection = tx;
    prepared("SET LOCAL plan_cache_mode = force_generic_plan").execute(&mut conn).await?;
    Ok(())
}

/// Inserts the rows, numbering arrivals in their order; answers how many were new. Rows are sorted
/// before they are numbered: a set-returning function alone promises no order.
pub(in crate::registrations) async fn insert(tx: &Tx, rows: &[Entered<'_>]) -> Result<usize, Error> {
    let mut conn: &AsyncPgConnection = tx;
    Ok(prepared(
        "INSERT INTO registration (id, edition_id, type_id, side_event_id, state, holds, arrival, email, email_key, lang,
                                   name_latin, name_han, name_title, name_key, organisation, job_title, phone, ticket_code,
                                   search)
         SELECT id, edition_id, type_id, side_event_id, state, holds, nextval('registration_arrival'), email, email_key, lang,
                name_latin, name_han, name_title, name_key, organisation, job_title, phone, ticket_code,
                array_to_tsvector(string_to_array(words, ' '))
         FROM (SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WITH ORDINALITY
                   AS entered (id, edition_id, type_id, side_event_id, state, holds, email, email_key, lang, name_latin,
                               name_han, name_title, name_key, organisation, job_title, phone, ticket_code, words, place)
               ORDER BY place) AS entered
         ON CONFLICT DO NOTHING",
    )
    .bind::<Array<SqlUuid>, _>(each(rows, |one| one.id))
    .bind::<Array<SqlUuid>, _>(each(rows, |one| one.new.edition))
    .bind::<Array<SqlUuid>, _>(each(rows, |one| one.new.type_id))
    .bind::<Array<Nullable<SqlUuid>>, _>(rows.iter().map(|one| one.side_event).collect::<Vec<_>>())
    .bind::<Array<Text>, _>(rows.iter().map(|one| one.standing.state).collect::<Vec<_>>())
    .bind::<Array<Bool>, _>(rows.iter().map(|one| one.standing.holds).collect::<Vec<_>>())
    .bind::<Array<Text>, _>(each(rows, |one| &one.new.email))
    .bind::<Array<Text>, _>(each(rows, |one| &one.email_key))
    .bind::<Array<Text>, _>(each(rows, |one| one.lang))
    .bind::<Array<Nullable<Text>>, _>(each(rows, |one| one.new.person.name.latin()))
    .bind::<Array<Nullable<Text>>, _>(each(rows, |one| one.new.person.name.han()))
    .bind::<Array<Nullable<Text>>, _>(each(rows, |one| one.new.person.name.title()))
    .bind::<Array<Text>, _>(each(rows, |one| &one.name_key))
    .bind::<Array<Nullable<Text>>, _>(each(rows, |one| one.new.person.organisation.as_ref()))
    .bind::<Array<Nullable<Text>>, _>(each(rows, |one| one.new.person.job_title.as_ref()))
    .bind::<Array<Nullable<Text>>, _>(each(rows, |one| one.new.person.phone.as_ref()))
    .bind::<Array<Text>, _>(each(rows, |one| &one.ticket_code))
    .bind::<Array<Text>, _>(each(rows, |one| &one.search))
    .execute(&mut conn)
    .await?)
}

/// Keeps what each agreed to, in the language of the form.
pub(in crate::registrations) async fn consents(tx: &Tx, rows: &[Entered<'_>]) -> Result<(), Error> {
    let given: Vec<_> = rows
        .iter()
        .map(|entered| entered.admission)
        .flat_map(|one| one.new.consents.iter().map(|(kind, version)| (one.id, *kind, *version, one.lang)))
        .collect();
    if given.is_empty() {
        return Ok(());
    }
    let mut conn: &AsyncPgConnection = tx;
    prepared(
        "INSERT INTO consent (registration_id, kind, text_version, lang)
         SELECT * FROM unnest(?, ?, ?, ?) AS given (registration_id, kind, text_version, lang)",
    )
    .bind::<Array<SqlUuid>, _>(given.iter().map(|given| given.0).collect::<Vec<_>>())
    .bind::<Array<Text>, _>(given.iter().map(|given| given.1).collect::<Vec<_>>())
    .bind::<Array<Int4>, _>(given.iter().map(|given| given.2).collect::<Vec<_>>())
    .bind::<Array<Text>, _>(given.iter().map(|given| given.3).collect::<Vec<_>>())
    .execute(&mut conn)
    .await?;
    Ok(())
}

/// Keeps what each answered.
pub(in crate::registrations) async fn answers(tx: &Tx, rows: &[Entered<'_>]) -> Result<(), Error> {
    let given: Vec<_> = rows
        .iter()
        .flat_map(|one| one.admission.answers.iter().map(|answer| (one.admission.id, answer)))
        .collect();
    if given.is_empty() {
        return Ok(());
    }
    let mut conn: &AsyncPgConnection = tx;
    prepared(
        "INSERT INTO answer (registration_id, question_id, value, sealed)
         SELECT * FROM unnest(?, ?, ?, ?) AS given (registration_id, question_id, value, sealed)",
    )
    .bind::<Array<SqlUuid>, _>(given.iter().map(|(id, _)| *id).collect::<Vec<_>>())
    .bind::<Array<SqlUuid>, _>(given.iter().map(|(_, answer)| answer.question).collect::<Vec<_>>())
    .bind::<Array<Nullable<Jsonb>>, _>(
        given.iter().map(|(_, answer)| answer.value.as_ref()).collect::<Vec<_>>(),
    )
    .bind::<Array<Nullable<Binary>>, _>(
        given.iter().map(|(_, answer)| answer.sealed.as_deref()).collect::<Vec<_>>(),
    )
    .execute(&mut conn)
    .await?;
    Ok(())
}
