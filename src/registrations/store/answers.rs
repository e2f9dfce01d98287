//! The tables `answer` and `consent` of one registration.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    db::{
        Tx,
        schema::{answer, consent},
    },
    editions::ConsentKind,
    error::Error,
    questions::StoredAnswer,
    registrations::RegistrationId,
    values::{Lang, Moment},
};

/// A consent as it was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema, Queryable, Selectable)]
#[diesel(table_name = consent)]
pub struct GivenConsent {
    /// To what.
    pub kind: ConsentKind,
    /// Which version of the text she read.
    pub text_version: i32,
    /// In which language.
    pub lang: Lang,
    /// When she agreed.
    pub given_at: Moment,
    /// When she took it back.
    pub withdrawn_at: Option<Moment>,
}

pub(in crate::registrations) async fn answers(
    conn: &mut AsyncPgConnection,
    id: RegistrationId,
) -> Result<Vec<StoredAnswer>, Error> {
    Ok(of_many(conn, &[id]).await?.into_iter().map(|(_, answer)| answer).collect())
}

/// The answers of several registrations, for an export.
pub(in crate::registrations) async fn of_many(
    conn: &mut AsyncPgConnection,
    ids: &[RegistrationId],
) -> Result<Vec<(RegistrationId, StoredAnswer)>, Error> {
    let columns = (answer::registration_id, answer::question_id, answer::value, answer::sealed);
    let rows: Vec<(RegistrationId, _, _, _)> =
        answer::table.filter(answer::registration_id.eq_any(ids)).select(columns).load(conn).await?;
    let named = |(id, question, value, sealed)| (id, StoredAnswer { question, value, sealed });
    Ok(rows.into_iter().map(named).collect())
}

/// Puts `answers` in the place of all she had.
pub(in crate::registrations) async fn replace(
    tx: &mut Tx,
    id: RegistrationId,
    answers: &[StoredAnswer],
) -> Result<(), Error> {
    forget_answers(tx, id).await?;
    let row = |one: &StoredAnswer| {
        (
            answer::registration_id.eq(id),
            answer::question_id.eq(one.question),
            answer::value.eq(one.value.clone()),
            answer::sealed.eq(one.sealed.clone()),
        )
    };
    let rows: Vec<_> = answers.iter().map(row).collect();
    diesel::insert_into(answer::table).values(rows).execute(&mut **tx).await?;
    Ok(())
}

pub(in crate::registrations) async fn forget_answers(tx: &mut Tx, id: RegistrationId) -> Result<(), Error> {
    diesel::delete(answer::table.filter(answer::registration_id.eq(id))).execute(&mut **tx).await?;
    Ok(())
}

pub(in crate::registrations) async fn forget_consents(tx: &mut Tx, id: RegistrationId) -> Result<(), Error> {
    diesel::delete(consent::table.filter(consent::registration_id.eq(id))).execute(&mut **tx).await?;
    Ok(())
}

pub(in crate::registrations) async fn consents(
    conn: &mut AsyncPgConnection,
    id: RegistrationId,
) -> Result<Vec<GivenConsent>, Error> {
    let given = consent::table.filter(consent::registration_id.eq(id)).order(consent::kind);
    Ok(given.select(GivenConsent::as_select()).load(conn).await?)
}

/// Notes that she agrees to this version from now on.
pub(in crate::registrations) async fn give(
    tx: &mut Tx,
    id: RegistrationId,
    kind: ConsentKind,
    version: i32,
    lang: Lang,
    now: Moment,
) -> Result<(), Error> {
    let given = (
        consent::text_version.eq(version),
        consent::lang.eq(lang),
        consent::given_at.eq(now),
        consent::withdrawn_at.eq(None::<Moment>),
    );
    diesel::insert_into(consent::table)
        .values((consent::registration_id.eq(id), consent::kind.eq(kind), given))
        .on_conflict((consent::registration_id, consent::kind))
        .do_update()
        .set(given)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Notes that she agrees no more; what was withdrawn before keeps its time.
pub(in crate::registrations) async fn withdraw(
    tx: &mut Tx,
    id: RegistrationId,
    kind: ConsentKind,
    now: Moment,
) -> Result<(), Error> {
    let given = consent::table.find((id, kind)).filter(consent::withdrawn_at.is_null());
    diesel::update(given).set(consent::withdrawn_at.eq(now)).execute(&mut **tx).await?;
    Ok(())
}
