//! What an operator should know about the database server, for `plenary doctor`.

use std::time::{Duration, Instant};

use diesel::{prelude::*, sql_types};
use diesel_async::RunQueryDsl;

use super::Db;
use crate::{error::Error, values::Moment};

/// The oldest major version that Plenary's SQL runs on.
pub const OLDEST_VERSION: i32 = 15;

/// The server as it presents itself.
#[derive(Clone, Debug)]
pub struct Health {
    /// Its version in words, `15.20 (Debian 15.20-0+deb12u1)`.
    pub version: String,
    /// Its major version.
    pub major: i32,
    /// Whether commits wait for the disk.
    pub durable: bool,
    /// Whether Plenary's role may do anything at all.
    pub superuser: bool,
    /// How many connections it takes in all.
    pub max_connections: i32,
    /// How far this node's clock is from the server's, either way.
    pub clock_skew: Duration,
    /// How long it took to connect and answer.
    pub took: Duration,
}

#[derive(QueryableByName)]
struct Facts {
    #[diesel(sql_type = sql_types::Text)]
    version: String,
    #[diesel(sql_type = sql_types::Integer)]
    number: i32,
    #[diesel(sql_type = sql_types::Bool)]
    durable: bool,
    #[diesel(sql_type = sql_types::Bool)]
    superuser: bool,
    #[diesel(sql_type = sql_types::Integer)]
    max_connections: i32,
}

/// Asks the server, on a connection of its own.
///
/// # Errors
/// [`Error::Internal`] when it cannot be reached or does not answer.
pub async fn health(db: &Db) -> Result<Health, Error> {
    let began = Instant::now();
    let mut connection = db.dedicated().await?;
    let facts: Facts = diesel::sql_query(
        "SELECT current_setting('server_version') AS version, current_setting('server_version_num')::integer AS number,
                current_setting('fsync')::boolean AND current_setting('synchronous_commit') <> 'off' AS durable,
                current_setting('is_superuser')::boolean AS superuser,
                current_setting('max_connections')::integer AS max_connections",
    )
    .get_result(&mut connection)
    .await?;
    let took = began.elapsed();
    // The server reads its clock somewhere between our two readings.
    let before = Moment::now();
    let clock = diesel::select(diesel::dsl::sql::<sql_types::Timestamptz>("clock_timestamp()"));
    let theirs: Moment = clock.get_result(&mut connection).await?;
    let after = Moment::now();
    let skew = if theirs < before {
        before.duration_since(*theirs)
    } else if theirs > after {
        theirs.duration_since(*after)
    } else {
        jiff::SignedDuration::ZERO
    };
    Ok(Health {
        version: facts.version,
        major: facts.number / 10_000,
        durable: facts.durable,
        superuser: facts.superuser,
        max_connections: facts.max_connections,
        clock_skew: skew.unsigned_abs(),
        took,
    })
}
