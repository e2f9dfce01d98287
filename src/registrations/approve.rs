//! An organiser's decision on a registration whose type needs approval.

use super::{Act, CancelReason, Registration, RegistrationId, State, locked::Locked};
use crate::{accounts::proofs::Organiser, db::Tx, error::Error, values::Moment};

const NOT_PENDING: &str = "registration_not_pending";

/// Approves. Who held no place gets one that is free behind those who came before her, or goes into the
/// line with the arrival number of the day she came.
///
/// # Errors
/// [`Error::Conflict`] `registration_not_pending`; [`Error::NotFound`] outside the organiser's edition.
pub async fn approve(
    tx: &mut Tx,
    who: &Organiser,
    id: RegistrationId,
    now: Moment,
) -> Result<Registration, Error> {
    let mut locked = Locked::of_organiser(tx, who, id).await?;
    let has_place = locked.row.state != State::Pending || locked.row.holds || {
        let mut places = locked.line.places_behind(tx, Some(locked.row.arrival)).await?;
        places.take(locked.row.type_id)
    };
    let act = if has_place { Act::Approve } else { Act::ApproveFull };
    locked.go(tx, who.actor(), "registration.approve", act, NOT_PENDING, now).await?;
    let (state, code) = (locked.row.state, locked.row.ticket_code.clone());
    locked.send(tx, |addressee| addressee.standing(state, &code)).await?;
    Ok(locked.row)
}

/// Declines, and tells her so.
///
/// # Errors
/// [`Error::Conflict`] `registration_not_pending`; [`Error::NotFound`] outside the organiser's edition.
pub async fn decline(
    tx: &mut Tx,
    who: &Organiser,
    id: RegistrationId,
    now: Moment,
) -> Result<Registration, Error> {
    let mut locked = Locked::of_organiser(tx, who, id).await?;
    let (action, reason) = ("registration.decline", CancelReason::Declined);
    locked.end(tx, who.actor(), action, reason, NOT_PENDING, now).await?;
    Ok(locked.row)
}
