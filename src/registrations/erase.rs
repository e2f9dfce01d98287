//! Erasing a person: her place goes back, everything personal is emptied, the trail keeps its digests.

use serde_json::Value;

use super::{
    Act, CancelReason, Holder, RegistrationId, State,
    locked::{Locked, record},
    store,
};
use crate::{
    accounts::proofs::Organiser,
    audit::{self, Actor},
    db::Tx,
    error::Error,
    mail,
    values::Moment,
};

/// She erases herself.
///
/// # Errors
/// [`Error::NotFound`] when the link was replaced.
pub async fn erase(tx: &mut Tx, who: &Holder, now: Moment) -> Result<(), Error> {
    let locked = Locked::of_holder(tx, who).await?;
    empty(tx, who.actor(), locked, now).await
}

/// An organiser erases somebody who asked for it.
///
/// # Errors
/// [`Error::NotFound`] outside the edition.
pub async fn erase_by_staff(
    tx: &mut Tx,
    who: &Organiser,
    id: RegistrationId,
    now: Moment,
) -> Result<(), Error> {
    let locked = Locked::of_organiser(tx, who, id).await?;
    empty(tx, who.actor(), locked, now).await
}

async fn empty(tx: &mut Tx, actor: &Actor, mut locked: Locked, now: Moment) -> Result<(), Error> {
    if locked.row.state != State::Cancelled {
        let act = Act::Cancel(CancelReason::Erased);
        locked.go(tx, actor, "registration.cancel", act, "registration_cancelled", now).await?;
    }
    let row = &locked.row;
    store::answers::forget_answers(tx, row.id).await?;
    store::answers::forget_consents(tx, row.id).await?;
    store::staff::empty(tx, row.id).await?;
    let mailed = store::mailed::rows(tx, row.id).await?;
    mail::erase(tx, row.edition.uuid(), &mailed).await?;
    store::address::forget(tx, row.id).await?;
    audit::erase(tx, &[row.id.uuid()]).await?;
    // Written after the emptying, so that the trail still says that it happened.
    let nobody = Actor { address: None, ..actor.clone() };
    record(tx, &nobody, "registration.erase", row, Value::Null).await
}
