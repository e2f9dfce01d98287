//! People whom mail does not reach.

use diesel_async::AsyncPgConnection;

use crate::{
    accounts::{self, proofs::Observer},
    error::Error,
    mail::{self, Reach},
    registrations, speakers,
};

/// How many addresses of people who still use them the edition's mail does not reach. One that was corrected
/// since needs nothing more.
///
/// # Errors
/// The database's.
pub(super) async fn count_unreached(conn: &mut AsyncPgConnection, who: &Observer) -> Result<i64, Error> {
    let edition = who.edition();
    let found = mail::suppressions(conn, Reach::Edition(edition)).await?;
    let mut left: Vec<String> = found.into_iter().map(|one| one.address).collect();
    if left.is_empty() {
        return Ok(0);
    }
    let all = left.len();
    for used in [
        registrations::addresses_among(conn, edition.into(), &left).await?,
        speakers::addresses_among(conn, edition.into(), &left).await?,
        accounts::addresses_among(conn, &left).await?,
    ] {
        left.retain(|address| !used.contains(address));
    }
    i64::try_from(all - left.len()).map_err(Error::internal)
}
