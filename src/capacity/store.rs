//! The table `capacity_pool`.

use diesel::{
    dsl::not,
    prelude::*,
    result::{DatabaseErrorKind, Error as DieselError},
    sql_types::{Array, Int4, Uuid as SqlUuid},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    db::{Tx, prepared, schema::capacity_pool},
    editions::Edition,
    error::Error,
    values::{Id, Localised},
};

/// What an organiser says about a pool, checked.
#[derive(Clone, Debug, Serialize, Insertable, AsChangeset)]
#[diesel(table_name = capacity_pool)]
pub struct NewPool {
    /// What it is called among staff.
    pub name: Localised,
    /// How many places it has.
    pub capacity: i32,
}

/// A pool's id.
pub type PoolId = Id<Pool>;

/// A number of places.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema, Queryable, Selectable)]
#[diesel(table_name = capacity_pool)]
pub struct Pool {
    /// Its id.
    #[schema(value_type = Uuid)]
    pub id: PoolId,
    /// Whose it is.
    #[serde(skip)]
    #[diesel(column_name = edition_id)]
    pub edition: Id<Edition>,
    /// What it is called among staff.
    pub name: Localised,
    /// How many places it has.
    pub capacity: i32,
    /// How many registrations, or sign-ups for its session, hold one.
    pub taken: i32,
}

impl Pool {
    /// How many places nobody holds.
    #[must_use]
    pub fn free(&self) -> i32 {
        self.capacity - self.taken
    }
}

pub(super) async fn of_edition(
    conn: &mut AsyncPgConnection,
    edition: Id<Edition>,
) -> Result<Vec<Pool>, Error> {
    let pools = capacity_pool::table
        .filter(capacity_pool::edition_id.eq(edition).and(not(capacity_pool::of_session)))
        .order((capacity_pool::position, capacity_pool::id))
        .select(Pool::as_select());
    Ok(pools.load(conn).await?)
}

pub(super) async fn find(conn: &mut AsyncPgConnection, edition: Uuid, id: PoolId) -> Result<Pool, Error> {
    let own = capacity_pool::edition_id.eq(edition).and(not(capacity_pool::of_session));
    let pool = capacity_pool::table.find(id).filter(own);
    Ok(pool.select(Pool::as_select()).first(conn).await?)
}

pub(super) async fn insert(tx: &mut Tx, edition: Uuid, position: i32, new: &NewPool) -> Result<Pool, Error> {
    let place = (
        capacity_pool::id.eq(PoolId::fresh()),
        capacity_pool::edition_id.eq(edition),
        capacity_pool::position.eq(position),
    );
    let inserted = diesel::insert_into(capacity_pool::table).values((place, new));
    Ok(inserted.returning(Pool::as_returning()).get_result(&mut **tx).await?)
}

/// A session's pool stands in no order.
pub(super) async fn insert_for_session(tx: &mut Tx, edition: Uuid, new: &NewPool) -> Result<Pool, Error> {
    let place = (
        capacity_pool::id.eq(PoolId::fresh()),
        capacity_pool::edition_id.eq(edition),
        capacity_pool::position.eq(0),
        capacity_pool::of_session.eq(true),
    );
    let inserted = diesel::insert_into(capacity_pool::table).values((place, new));
    Ok(inserted.returning(Pool::as_returning()).get_result(&mut **tx).await?)
}

pub(super) async fn update(tx: &mut Tx, id: PoolId, new: &NewPool) -> Result<Pool, Error> {
    let updated = diesel::update(capacity_pool::table.find(id)).set(new);
    Ok(updated.returning(Pool::as_returning()).get_result(&mut **tx).await?)
}

pub(super) async fn delete(tx: &mut Tx, id: PoolId) -> Result<(), Error> {
    match diesel::delete(capacity_pool::table.find(id)).execute(&mut **tx).await {
        Err(DieselError::DatabaseError(DatabaseErrorKind::ForeignKeyViolation, _)) => {
            Err(Error::conflict("pool_in_use"))
        }
        deleted => Ok(deleted.map(drop)?),
    }
}

/// Locks in the order of ids. The key itself is not locked, so that a type may begin to draw on a pool meanwhile.
pub(super) async fn lock(tx: &Tx, ids: &[PoolId]) -> Result<Vec<Pool>, Error> {
    let pools = capacity_pool::table
        .filter(capacity_pool::id.eq_any(ids))
        .order(capacity_pool::id)
        .for_no_key_update()
        .select(Pool::as_select());
    let mut conn: &AsyncPgConnection = tx;
    Ok(pools.load(&mut conn).await?)
}

pub(super) async fn count(tx: &Tx, changes: &[(PoolId, i32)]) -> Result<(), Error> {
    let (ids, by): (Vec<_>, Vec<_>) = changes.iter().map(|(id, by)| (id.uuid(), *by)).unzip();
    let mut conn: &AsyncPgConnection = tx;
    prepared(
        "UPDATE capacity_pool SET taken = taken + change.places
         FROM unnest(?, ?) AS change (pool_id, places) WHERE capacity_pool.id = change.pool_id",
    )
    .bind::<Array<SqlUuid>, _>(ids)
    .bind::<Array<Int4>, _>(by)
    .execute(&mut conn)
    .await?;
    Ok(())
}
