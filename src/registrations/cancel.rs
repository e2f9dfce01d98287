//! Giving up a registration.

use super::{CancelReason, Holder, Registration, RegistrationId, locked::Locked};
use crate::{accounts::proofs::Organiser, db::Tx, error::Error, values::Moment};

const ALREADY: &str = "registration_cancelled";

/// She cancels; her place goes back.
///
/// # Errors
/// [`Error::Conflict`] `registration_cancelled`; [`Error::NotFound`] when the link was replaced.
pub async fn cancel(tx: &mut Tx, who: &Holder, now: Moment) -> Result<Registration, Error> {
    let mut locked = Locked::of_holder(tx, who).await?;
    locked.end(tx, who.actor(), "registration.cancel", CancelReason::Attendee, ALREADY, now).await?;
    Ok(locked.row)
}

/// An organiser cancels for her.
///
/// # Errors
/// [`Error::Conflict`] `registration_cancelled`; [`Error::NotFound`] outside the organiser's edition.
pub async fn cancel_by_staff(
    tx: &mut Tx,
    who: &Organiser,
    id: RegistrationId,
    now: Moment,
) -> Result<Registration, Error> {
    let mut locked = Locked::of_organiser(tx, who, id).await?;
    locked.end(tx, who.actor(), "registration.cancel", CancelReason::Staff, ALREADY, now).await?;
    Ok(locked.row)
}
