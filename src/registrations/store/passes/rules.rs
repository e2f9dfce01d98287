//! The tables `pass_rule` and `pass_block`, and what staff see of a call's passes.

use diesel::{
    prelude::*,
    sql_types::{Int4, Int8, Jsonb, Nullable, Text, Timestamptz, Uuid as SqlUuid},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    calls::CallId,
    companies::CompanyId,
    db::{
        Tx, prepared,
        schema::{pass as p, pass_block as b, pass_rule as r, submission},
    },
    editions::{Edition, EditionState},
    error::Error,
    registrations::{passes::PassState, types::TypeId},
    submissions::SubmissionId,
    values::{Id, Localised, Moment},
};

/// What a call gives each company that confirmed its demo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema, Queryable, Selectable)]
#[diesel(table_name = r)]
pub struct PassRule {
    /// The registration type by which passes are claimed.
    #[schema(value_type = Uuid)]
    pub type_id: TypeId,
    /// How many passes.
    pub places: i32,
}

/// One company's passes for its demo, counted.
#[derive(Clone, Debug, Serialize, ToSchema, QueryableByName)]
pub struct PassBlock {
    /// The demo.
    #[schema(value_type = Uuid)]
    #[diesel(sql_type = SqlUuid)]
    pub submission: SubmissionId,
    /// Whose it is.
    #[schema(value_type = Uuid)]
    #[diesel(sql_type = SqlUuid)]
    pub company: CompanyId,
    /// What she is called.
    #[diesel(sql_type = Jsonb)]
    pub company_name: Localised,
    /// The number that staff gave it in the place of the call's.
    #[diesel(sql_type = Nullable<Int4>)]
    pub own_places: Option<i32>,
    /// How many it shall have.
    #[diesel(sql_type = Int4)]
    pub places: i32,
    /// How many it has that nobody was asked to claim.
    #[diesel(sql_type = Int8)]
    pub free: i64,
    /// How many links are out.
    #[diesel(sql_type = Int8)]
    pub sent: i64,
    /// How many were claimed.
    #[diesel(sql_type = Int8)]
    pub claimed: i64,
}

/// When an edition takes place, and whether the public sees it.
#[derive(Clone, Copy, Debug, QueryableByName)]
pub(in crate::registrations) struct Days {
    #[diesel(sql_type = Timestamptz)]
    pub(in crate::registrations) starts_at: Moment,
    #[diesel(sql_type = Timestamptz)]
    pub(in crate::registrations) ends_at: Moment,
    #[diesel(sql_type = Text)]
    pub(in crate::registrations) state: EditionState,
}

pub(in crate::registrations) async fn rule(
    conn: &mut AsyncPgConnection,
    call: CallId,
) -> Result<Option<PassRule>, Error> {
    Ok(r::table.find(call).select(PassRule::as_select()).first(conn).await.optional()?)
}

pub(in crate::registrations) async fn set_rule(
    tx: &mut Tx,
    edition: Uuid,
    call: CallId,
    rule: PassRule,
) -> Result<(), Error> {
    let contents = (r::type_id.eq(rule.type_id), r::places.eq(rule.places));
    let row = (r::call_id.eq(call), r::edition_id.eq(edition), contents);
    let set = diesel::insert_into(r::table).values(row).on_conflict(r::call_id).do_update().set(contents);
    set.execute(&mut **tx).await?;
    Ok(())
}

/// Whether passes of the call that have not ended are claimed by another type.
pub(in crate::registrations) async fn other_type_in_use(
    tx: &mut Tx,
    call: CallId,
    type_id: TypeId,
) -> Result<bool, Error> {
    let live = p::table
        .inner_join(submission::table.on(submission::id.eq(p::submission_id)))
        .filter(submission::call_id.eq(call))
        .filter(p::state.ne(PassState::Ended))
        .filter(p::type_id.ne(type_id));
    Ok(diesel::dsl::select(diesel::dsl::exists(live.select(p::id))).get_result(&mut **tx).await?)
}

/// How many of the edition are free or sent.
pub(in crate::registrations) async fn open(
    conn: &mut AsyncPgConnection,
    edition: Uuid,
) -> Result<i64, Error> {
    let open = p::state.eq_any([PassState::Free, PassState::Sent]);
    Ok(p::table.filter(p::edition_id.eq(edition)).filter(open).count().get_result(conn).await?)
}

/// Gives one demo a number of its own, or the call's again.
pub(in crate::registrations) async fn set_block(
    tx: &mut Tx,
    submission: SubmissionId,
    places: Option<i32>,
) -> Result<(), Error> {
    let Some(places) = places else {
        diesel::delete(b::table.find(submission)).execute(&mut **tx).await?;
        return Ok(());
    };
    let row = (b::submission_id.eq(submission), b::places.eq(places));
    let set = diesel::insert_into(b::table).values(row).on_conflict(b::submission_id).do_update();
    set.set(b::places.eq(places)).execute(&mut **tx).await?;
    Ok(())
}

/// The companies that confirmed a demo of the call, or still have passes for one.
pub(in crate::registrations) async fn blocks(
    conn: &mut AsyncPgConnection,
    call: CallId,
) -> Result<Vec<PassBlock>, Error> {
    Ok(prepared(
        "SELECT s.id AS submission, c.id AS company, c.name AS company_name, own.places AS own_places,
                CASE WHEN demo.id IS NULL THEN 0 ELSE coalesce(own.places, rule.places, 0) END AS places,
                count(p.id) FILTER (WHERE p.state = 'free') AS free,
                count(p.id) FILTER (WHERE p.state = 'sent') AS sent,
                count(p.id) FILTER (WHERE p.state = 'claimed') AS claimed
         FROM submission s
         JOIN company c ON c.id = s.company_id
         LEFT JOIN confirmed_demo demo ON demo.id = s.id
         LEFT JOIN pass_rule rule ON rule.call_id = s.call_id
         LEFT JOIN pass_block own ON own.submission_id = s.id
         LEFT JOIN pass p ON p.submission_id = s.id AND p.state <> 'ended'
         WHERE s.call_id = ? GROUP BY s.id, demo.id, c.id, own.places, rule.places
         HAVING demo.id IS NOT NULL OR count(p.id) > 0 ORDER BY s.id",
    )
    .bind::<SqlUuid, _>(call)
    .load(conn)
    .await?)
}

pub(in crate::registrations) async fn days(
    conn: &mut AsyncPgConnection,
    edition: Id<Edition>,
) -> Result<Days, Error> {
    let days =
        prepared("SELECT starts_at, ends_at, state FROM edition WHERE id = ?").bind::<SqlUuid, _>(edition);
    Ok(days.get_result(conn).await?)
}
