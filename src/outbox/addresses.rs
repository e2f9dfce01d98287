//! Addresses that mail does not reach, as staff see and mend them.

use diesel_async::AsyncPgConnection;

use super::Handler;
use crate::{
    accounts::proofs::System,
    db::Tx,
    error::Error,
    mail::{
        self, Suppression,
        bounces::{self, Bounce, Taken},
    },
    values::{Id, Moment},
};

/// The suppressed addresses that staff may see, the latest first.
///
/// # Errors
/// The database's.
pub async fn suppressions(conn: &mut AsyncPgConnection, who: Handler<'_>) -> Result<Vec<Suppression>, Error> {
    mail::suppressions(conn, who.reach()).await
}

/// Has mail sent to an address again.
///
/// # Errors
/// [`Error::NotFound`] also where it is not for their eyes, or not suppressed.
pub async fn lift(tx: &mut Tx, who: Handler<'_>, id: Id<Suppression>, now: Moment) -> Result<(), Error> {
    mail::lift(tx, who.reach(), who.actor(), id, now).await
}

/// Which of the addresses of a person, whom the reader sees already, mail does not reach.
///
/// # Errors
/// The database's.
pub async fn unreached(
    conn: &mut AsyncPgConnection,
    addresses: impl IntoIterator<Item = &str>,
) -> Result<Vec<Suppression>, Error> {
    mail::suppressed(conn, addresses).await
}

/// Notes that a mail came back; see [`bounces::take`].
///
/// # Errors
/// The database's.
pub async fn take_bounce(tx: &mut Tx, who: &System, bounce: &Bounce, now: Moment) -> Result<Taken, Error> {
    bounces::take(tx, who.actor(), bounce, now).await
}
