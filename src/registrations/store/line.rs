//! What decides about places: types under a share of their row, what they draw on, who waits.

use std::collections::BTreeMap;

use diesel::{
    prelude::*,
    sql_types::{Array, Bool, Int4, Int8, Nullable, Text, Timestamptz, Uuid as SqlUuid},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use super::types::TypeId;
use crate::{
    capacity::PoolId,
    db::{Tx, prepared},
    editions::{Edition, EditionState, SideEvent},
    error::Error,
    registrations::{Registration, line::Draws},
    values::{Id, Moment, Slug},
};

/// What admitting needs to know of a type and its edition.
#[derive(Clone, Debug, QueryableByName)]
pub(in crate::registrations) struct LineType {
    #[diesel(sql_type = SqlUuid)]
    pub(in crate::registrations) id: TypeId,
    #[diesel(sql_type = Text)]
    pub(in crate::registrations) slug: Slug,
    #[diesel(sql_type = SqlUuid)]
    pub(in crate::registrations) edition_id: Id<Edition>,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    pub(in crate::registrations) opens_at: Option<Moment>,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    pub(in crate::registrations) closes_at: Option<Moment>,
    #[diesel(sql_type = Bool)]
    pub(in crate::registrations) needs_approval: bool,
    #[diesel(sql_type = Bool)]
    pub(in crate::registrations) pending_holds: bool,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    pub(in crate::registrations) archived_at: Option<Moment>,
    #[diesel(sql_type = Text)]
    pub(in crate::registrations) edition_state: EditionState,
    #[diesel(sql_type = Nullable<SqlUuid>)]
    pub(in crate::registrations) side_event: Option<Id<SideEvent>>,
    /// Whether the public sees the side event; the forum is seen with its edition.
    #[diesel(sql_type = Bool)]
    pub(in crate::registrations) is_public: bool,
    /// When the forum or the side event ends.
    #[diesel(sql_type = Timestamptz)]
    pub(in crate::registrations) ends_at: Moment,
}

/// One who waits.
#[derive(Clone, Copy, Debug, QueryableByName)]
pub(in crate::registrations) struct Waiter {
    #[diesel(sql_type = SqlUuid)]
    pub(in crate::registrations) id: Id<Registration>,
    #[diesel(sql_type = SqlUuid)]
    pub(in crate::registrations) type_id: TypeId,
}

#[derive(QueryableByName)]
struct Draw {
    #[diesel(sql_type = SqlUuid)]
    type_id: TypeId,
    #[diesel(sql_type = SqlUuid)]
    pool_id: PoolId,
}

/// What every type of the same editions draws on.
pub(in crate::registrations) async fn draws(
    mut conn: &AsyncPgConnection,
    types: &[TypeId],
) -> Result<Draws, Error> {
    let rows: Vec<Draw> = prepared(
        "SELECT drawn.type_id, drawn.pool_id FROM registration_type_pool drawn
         JOIN registration_type own ON own.id = drawn.type_id
         WHERE own.edition_id IN (SELECT edition_id FROM registration_type WHERE id = ANY(?))",
    )
    .bind::<Array<SqlUuid>, _>(types)
    .load(&mut conn)
    .await?;
    let mut draws: Draws = BTreeMap::new();
    for Draw { type_id, pool_id } in rows {
        draws.entry(type_id).or_default().push(pool_id);
    }
    Ok(draws)
}

/// Holds a share of each type's row until the transaction ends, so that what it draws on stays.
pub(in crate::registrations) async fn share(
    tx: &Tx,
    types: &[TypeId],
) -> Result<BTreeMap<TypeId, LineType>, Error> {
    let mut conn: &AsyncPgConnection = tx;
    let rows: Vec<LineType> = prepared(
        "SELECT t.id, t.slug, t.edition_id, t.opens_at, t.closes_at, t.needs_approval, t.pending_holds, t.archived_at,
                e.state AS edition_state, t.side_event_id AS side_event, coalesce(s.published, true) AS is_public,
                coalesce(s.ends_at, e.ends_at) AS ends_at
         FROM registration_type t JOIN edition e ON e.id = t.edition_id LEFT JOIN side_event s ON s.id = t.side_event_id
         WHERE t.id = ANY(?) ORDER BY t.id FOR KEY SHARE OF t",
    )
    .bind::<Array<SqlUuid>, _>(types)
    .load(&mut conn)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// The first who wait for each type, at most as many as named, all of them by arrival.
pub(in crate::registrations) async fn waiting(
    mut conn: &AsyncPgConnection,
    room: &[(TypeId, i32)],
    before: Option<i64>,
) -> Result<Vec<Waiter>, Error> {
    if room.is_empty() {
        return Ok(Vec::new());
    }
    let (types, rooms): (Vec<TypeId>, Vec<i32>) = room.iter().copied().unzip();
    Ok(prepared(
        "SELECT waiter.id, roomy.type_id FROM unnest(?, ?) AS roomy (type_id, places)
         CROSS JOIN LATERAL (
             SELECT id, arrival FROM registration r
             WHERE r.type_id = roomy.type_id AND r.state = 'waitlisted' AND r.arrival < ?
             ORDER BY r.arrival LIMIT roomy.places
         ) AS waiter ORDER BY waiter.arrival",
    )
    .bind::<Array<SqlUuid>, _>(types)
    .bind::<Array<Int4>, _>(rooms)
    .bind::<Int8, _>(before.unwrap_or(i64::MAX))
    .load(&mut conn)
    .await?)
}
