//! Keys that sign mail, and what to publish so that others believe it, for admins.

use diesel_async::AsyncPgConnection;

use crate::{
    accounts::proofs::Admin,
    db::Tx,
    error::Error,
    keys::Keys,
    mail::{
        dkim::{self, DkimPair, FreshPair},
        dns::{self, Checked, Facts, Resolver, Wanted},
    },
    values::Moment,
};

/// The key pairs of a domain, the latest first.
///
/// # Errors
/// The database's.
pub async fn pairs(conn: &mut AsyncPgConnection, _: &Admin, domain: &str) -> Result<Vec<DkimPair>, Error> {
    dkim::pairs(conn, domain).await
}

/// The records to publish for mail of these facts.
///
/// # Errors
/// The database's.
pub async fn wanted(
    conn: &mut AsyncPgConnection,
    _: &Admin,
    facts: &Facts,
    now: Moment,
) -> Result<Vec<Wanted>, Error> {
    Ok(dns::wanted(facts, &dkim::pairs(conn, &facts.domain).await?, now))
}

/// What others see of them; asks a name server, so it is no part of a transaction.
pub async fn check(_: &Admin, resolver: &Resolver, wanted: Vec<Wanted>) -> Vec<Checked> {
    dns::check(resolver, wanted).await
}

/// Stores keys that were made for a domain; see [`dkim::make`].
///
/// # Errors
/// The database's.
pub async fn make_pair(
    tx: &mut Tx,
    who: &Admin,
    keys: &Keys,
    (domain, fresh): (&str, &FreshPair),
) -> Result<DkimPair, Error> {
    dkim::make(tx, who.actor(), keys, domain, fresh).await
}

/// Has a pair sign from now on; see [`dkim::switch`].
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Conflict`] `dkim_not_waiting`.
pub async fn switch_pair(tx: &mut Tx, who: &Admin, name: &str, now: Moment) -> Result<DkimPair, Error> {
    dkim::switch(tx, who.actor(), name, now).await
}

/// Has a pair sign no more; see [`dkim::retire`].
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Conflict`] `dkim_retired`.
pub async fn retire_pair(tx: &mut Tx, who: &Admin, name: &str, now: Moment) -> Result<DkimPair, Error> {
    dkim::retire(tx, who.actor(), name, now).await
}
