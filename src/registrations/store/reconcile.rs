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
    /// How many registrations, unclaimed passes and sign-ups hold a place there.
    #[diesel(sql_type = Int8)]
    pub held: i64,
}

/// One statement, hence one snapshot: both counts are of the same moment.
pub(in crate::registrations) async fn discrepancies(
    conn: &mut AsyncPgConnection,
) -> Result<Vec<Discrepancy>, Error> {
    Ok(prepared(
        "SELECT p.id AS pool, p.edition_id AS edition, p.taken, holders.held
         FROM capacity_pool p
         CROSS JOIN LATERAL (
             SELECT (SELECT count(*) FROM registration_type_pool drawn
                     JOIN registration r ON r.type_id = drawn.type_id AND r.holds WHERE drawn.pool_id = p.id)
                  + (SELECT count(*) FROM registration_type_pool drawn
                     JOIN pass ON pass.type_id = drawn.type_id AND pass.state IN ('free', 'sent') WHERE drawn.pool_id = p.id)
                  + (SELECT count(*) FROM sign_up u WHERE u.pool_id = p.id AND u.state = 'confirmed') AS held
         ) AS holders
         WHERE p.taken <> holders.held ORDER BY p.id",
    )
    .load(conn)
    .await?)
}
