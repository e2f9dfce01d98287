//! Sending again what was sent before.

use super::{Registration, RegistrationId, State, locked, store};
use crate::{
    accounts::proofs::{Organiser, Visitor},
    db::{
        Tx,
        attempts::{self, Limit},
    },
    editions::Edition,
    error::Error,
    values::{Email, Id},
};

/// A stranger must not fill somebody's mailbox.
const AGAIN: Limit = Limit { name: "registration.send-again", hits: 3, minutes: 60 };

/// Sends everybody who registered by this address her ticket or her standing again. The answer is the same
/// for an address that is unknown and one that asked too often.
///
/// # Errors
/// The database's.
pub async fn send_again(
    tx: &mut Tx,
    _who: &Visitor,
    edition: Id<Edition>,
    email: &Email,
) -> Result<(), Error> {
    match attempts::count(tx, &AGAIN, &format!("{edition} {}", email.key())).await {
        Err(Error::TooMany(_)) => return Ok(()),
        counted => counted?,
    }
    for row in store::registration::live_of_address(tx, edition, &email.key()).await? {
        locked::send(tx, &row, |addressee| addressee.standing_again(row.state, &row.ticket_code)).await?;
    }
    Ok(())
}

/// An organiser sends her ticket again, or where she stands while she has none.
///
/// # Errors
/// [`Error::Conflict`] `registration_cancelled`; [`Error::NotFound`].
pub async fn resend_ticket(tx: &mut Tx, who: &Organiser, id: RegistrationId) -> Result<Registration, Error> {
    let row = store::registration::lock(tx, id).await?;
    if row.edition.uuid() != who.edition() {
        return Err(Error::NotFound);
    }
    if row.state == State::Cancelled {
        return Err(Error::conflict("registration_cancelled"));
    }
    locked::send(tx, &row, |addressee| addressee.standing_again(row.state, &row.ticket_code)).await?;
    locked::record(tx, who.actor(), "registration.resend-ticket", &row, serde_json::Value::Null).await?;
    Ok(row)
}
