//! Idempotency keys: repeating a creation gives the first result again, on any node.
//!
//! The claim is inserted in the transaction of the row it made and names that row, never its
//! rendering, so that neither errors nor secrets are stored. It lives 48 hours.

use diesel::{
    dsl::IntervalDsl,
    prelude::*,
    sql_types::{self, Array, Binary, Bool, Text, Uuid as SqlUuid},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{Tx, prepared, schema::idempotency_claim};
use crate::{
    error::{Error, Reason},
    values::Id,
};

/// A client's wish to have this creation happen once.
#[derive(Clone, Debug)]
pub struct Claim {
    /// Who asks: `account:…`, `token:…`, `link:…` or `visitor`.
    pub principal: String,
    /// Method and route pattern, with the edition's slug filled in.
    pub route: String,
    /// The client's key, at most 255 characters.
    pub key: String,
    /// SHA-256 of the request's body.
    pub body_digest: Vec<u8>,
}

impl Claim {
    /// A claim over `body`.
    #[must_use]
    pub fn new(principal: String, route: String, key: String, body: &[u8]) -> Self {
        Self { principal, route, key, body_digest: Sha256::digest(body).to_vec() }
    }

    /// What tells claims apart.
    #[must_use]
    pub fn name(&self) -> (String, String, String) {
        (self.principal.clone(), self.route.clone(), self.key.clone())
    }
}

/// The row that an earlier request with this claim made, if there was one.
///
/// Holds the key until the transaction ends, so call it before any other lock.
///
/// # Errors
/// [`Error::Conflict`] `idempotency_in_flight` while the first request still runs;
/// [`Error::Invalid`] `idempotency_mismatch` when the key came with another body.
pub async fn earlier(tx: &mut Tx, claim: &Claim) -> Result<Option<Uuid>, Error> {
    let lock = format!("{}\u{1f}{}\u{1f}{}", claim.principal, claim.route, claim.key);
    let free: bool = diesel::select(
        diesel::dsl::sql::<sql_types::Bool>("pg_try_advisory_xact_lock(hashtextextended(")
            .bind::<sql_types::Text, _>(lock)
            .sql(", 7))"),
    )
    .get_result(&mut **tx)
    .await?;
    if !free {
        return Err(Error::conflict("idempotency_in_flight"));
    }
    let row: Option<(Vec<u8>, Uuid)> = idempotency_claim::table
        .find((&claim.principal, &claim.route, &claim.key))
        .select((idempotency_claim::body_digest, idempotency_claim::subject_id))
        .first(&mut **tx)
        .await
        .optional()?;
    match row {
        Some((digest, _)) if digest != claim.body_digest => {
            Err(Error::field("Idempotency-Key", Reason::new("idempotency_mismatch")))
        }
        row => Ok(row.map(|(_, id)| id)),
    }
}

/// Notes that this claim made the row `subject`.
///
/// # Errors
/// The database's.
pub async fn keep(tx: &mut Tx, claim: &Claim, subject: Uuid) -> Result<(), Error> {
    use idempotency_claim as c;
    diesel::insert_into(c::table)
        .values((
            c::principal.eq(&claim.principal),
            c::route.eq(&claim.route),
            c::key.eq(&claim.key),
            c::body_digest.eq(&claim.body_digest),
            c::subject_id.eq(subject),
        ))
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// A claim that was kept, and the row it made.
#[derive(Clone, Debug, Queryable, QueryableByName, Selectable)]
#[diesel(table_name = idempotency_claim)]
pub struct Kept {
    principal: String,
    route: String,
    key: String,
    /// SHA-256 of the body it came with.
    pub body_digest: Vec<u8>,
    /// The row it made, or found.
    pub subject_id: Uuid,
    /// Whether the row was there before.
    pub found: bool,
}

impl Kept {
    /// As [`Claim::name`].
    #[must_use]
    pub fn name(&self) -> (String, String, String) {
        (self.principal.clone(), self.route.clone(), self.key.clone())
    }
}

/// Those of a batch's claims that were kept before. Unlike [`earlier`] it holds nothing: two batches at once
/// that bring the same new claim meet at [`keep_all`].
///
/// # Errors
/// The database's.
pub async fn kept(tx: &Tx, claims: &[&Claim]) -> Result<Vec<Kept>, Error> {
    if claims.is_empty() {
        return Ok(Vec::new());
    }
    let mut conn: &AsyncPgConnection = tx;
    Ok(prepared(
        "SELECT principal, route, key, body_digest, subject_id, found
         FROM unnest(?, ?, ?) AS asked (principal, route, key) JOIN idempotency_claim USING (principal, route, key)",
    )
    .bind::<Array<Text>, _>(claims.iter().map(|claim| &claim.principal).collect::<Vec<_>>())
    .bind::<Array<Text>, _>(claims.iter().map(|claim| &claim.route).collect::<Vec<_>>())
    .bind::<Array<Text>, _>(claims.iter().map(|claim| &claim.key).collect::<Vec<_>>())
    .load(&mut conn)
    .await?)
}

/// Notes which rows a batch's claims made, and which they found (`true`).
///
/// # Errors
/// The database's, such as a claim that another node kept since we looked.
pub async fn keep_all<K: 'static>(tx: &Tx, claims: &[(Claim, Id<K>, bool)]) -> Result<(), Error> {
    if claims.is_empty() {
        return Ok(());
    }
    let mut conn: &AsyncPgConnection = tx;
    prepared(
        "INSERT INTO idempotency_claim (principal, route, key, body_digest, subject_id, found)
         SELECT * FROM unnest(?, ?, ?, ?, ?, ?)",
    )
    .bind::<Array<Text>, _>(claims.iter().map(|(claim, ..)| &claim.principal).collect::<Vec<_>>())
    .bind::<Array<Text>, _>(claims.iter().map(|(claim, ..)| &claim.route).collect::<Vec<_>>())
    .bind::<Array<Text>, _>(claims.iter().map(|(claim, ..)| &claim.key).collect::<Vec<_>>())
    .bind::<Array<Binary>, _>(claims.iter().map(|(claim, ..)| &claim.body_digest).collect::<Vec<_>>())
    .bind::<Array<SqlUuid>, _>(claims.iter().map(|(_, id, _)| id.uuid()).collect::<Vec<_>>())
    .bind::<Array<Bool>, _>(claims.iter().map(|(.., found)| *found).collect::<Vec<_>>())
    .execute(&mut conn)
    .await?;
    Ok(())
}

/// Duty: forgets claims older than 48 hours.
///
/// # Errors
/// The database's.
pub async fn expire(tx: &mut Tx) -> Result<usize, Error> {
    let old =
        idempotency_claim::created_at.lt(diesel::dsl::now.into_sql::<sql_types::Timestamptz>() - 48.hours());
    Ok(diesel::delete(idempotency_claim::table.filter(old)).execute(&mut **tx).await?)
}
