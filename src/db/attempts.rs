//! Limits on how often something may be tried, counted in PostgreSQL on every node together.
//!
//! A window begins with the first try and is fixed: when it ends, counting starts anew. Keys are kept as digests only,
//! since they are often e-mail addresses.

use diesel::{
    prelude::*,
    sql_types::{Integer, Text, Timestamptz},
};
use diesel_async::RunQueryDsl;
use jiff::SignedDuration;
use sha2::{Digest, Sha256};

use super::{Tx, clock_timestamp, schema::attempt};
use crate::{error::Error, values::Moment};

/// How often something may be tried with the same key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// What is tried; tells the buckets of different limits apart.
    pub name: &'static str,
    /// So many times...
    pub hits: i32,
    /// ...within so many minutes.
    pub minutes: i32,
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = Integer)]
    hits: i32,
    #[diesel(sql_type = Timestamptz)]
    window_ends_at: Moment,
}

/// Counts one try with `key`. Where a refused try is to stay counted, the caller commits before it refuses.
///
/// Tries with the same key wait for each other until the transaction ends, so count late or in one of its own.
///
/// # Errors
/// [`Error::TooMany`] with the time until the window ends, when this try is one too many.
pub async fn count(tx: &mut Tx, limit: &Limit, key: &str) -> Result<(), Error> {
    let count: Count = diesel::sql_query(
        "INSERT INTO attempt AS a (bucket, hits, window_ends_at)
         VALUES ($1, 1, clock_timestamp() + $2 * interval '1 minute')
         ON CONFLICT (bucket) DO UPDATE SET
             hits = CASE WHEN a.window_ends_at <= clock_timestamp() THEN 1 ELSE least(a.hits, $3) + 1 END,
             window_ends_at = CASE WHEN a.window_ends_at <= clock_timestamp()
                 THEN excluded.window_ends_at ELSE a.window_ends_at END
         RETURNING hits, window_ends_at",
    )
    .bind::<Text, _>(bucket(limit, key))
    .bind::<Integer, _>(limit.minutes)
    .bind::<Integer, _>(limit.hits)
    .get_result(&mut **tx)
    .await?;
    if count.hits <= limit.hits {
        return Ok(());
    }
    let wait = count.window_ends_at.duration_since(*tx.now().await?);
    Err(Error::TooMany(wait.max(SignedDuration::from_secs(1)).unsigned_abs()))
}

/// Takes back one try: it was a rightful one.
///
/// # Errors
/// The database's.
pub async fn give_back(tx: &mut Tx, limit: &Limit, key: &str) -> Result<(), Error> {
    let counted = attempt::table.find(bucket(limit, key)).filter(attempt::hits.gt(0));
    diesel::update(counted).set(attempt::hits.eq(attempt::hits - 1)).execute(&mut **tx).await?;
    Ok(())
}

/// Duty: forgets windows that ended; answers how many.
///
/// # Errors
/// The database's.
pub async fn expire(tx: &mut Tx) -> Result<usize, Error> {
    let over = attempt::table.filter(attempt::window_ends_at.lt(clock_timestamp()));
    Ok(diesel::delete(over).execute(&mut **tx).await?)
}

fn bucket(limit: &Limit, key: &str) -> String {
    format!("{}:{}", limit.name, data_encoding::HEXLOWER.encode(&Sha256::digest(key.as_bytes())))
}
