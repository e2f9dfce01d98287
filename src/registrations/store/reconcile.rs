//! Counting who holds places.

use diesel::{
    prelude::*,
    sql_types::{Int4, Int8, Uuid as SqlUuid},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use crate::{capacity::PoolId, db::prepared, editions::Edition, error::Error, values::Id};

/// A pool that counts wrong.
#[derive(Clone, Debug, PartialEq, Eq, QueryableByName)]
pub struct Discrepancy {
    /// The pool.
    #[diesel(sql_type = SqlUuid)]
    pub pool: PoolId,
    /// Its edition.
    #[diesel(sql_type = SqlUuid)]
    pub edition: Id<Edition>,
    /// What it says.
    #[diesel(sql_type = Int4)]
    pub taken: i32,
    /// How many registrations hold a place there.
    #[diesel(sql_type = Int8)]
    pub held: i64,
}

/// One statement, hence one snapshot: both counts are of the same moment.
pub(in crate::registrations) async fn discrepancies(
    conn: &mut AsyncPgConnection,
) -> Result<Vec<Discrepancy>, Error> {
    Ok(prepared(
        "SELECT p.id AS pool, p.edition_id AS edition, p.taken, count(r.id) AS held
         FROM capacity_pool p
         LEFT JOIN registration_type_pool drawn ON drawn.pool_id = p.id
         LEFT JOIN registration r ON r.type_id = drawn.type_id AND r.holds
         GROUP BY p.id HAVING p.taken <> count(r.id) ORDER BY p.id",
    )
    .load(conn)
    .await?)
}
