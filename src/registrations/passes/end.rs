//! Passes that end by themselves.

use super::{PassState, places};
use crate::{
    accounts::proofs::System,
    db::Tx,
    error::Error,
    registrations::{
        CancelReason,
        line::Line,
        locked::Locked,
        store::passes::{due, pass},
        types::TypeId,
    },
    values::Moment,
};

/// Duty: ends the passes that hold places without a person, where the company gave up its demo, where the edition is past, and
/// free ones that are too many; answers how many.
///
/// # Errors
/// The database's.
pub async fn end_passes(tx: &mut Tx, who: &System) -> Result<usize, Error> {
    let due = due::lock_over(tx).await?;
    if due.is_empty() {
        return Ok(0);
    }
    let types: Vec<TypeId> = due.iter().map(|one| one.type_id).collect();
    let mut line = Line::lock(tx, &types).await?;
    let mut ended = 0;
    for one in &due {
        let passes = due::lock_to_end(tx, one).await?;
        for pass in &passes {
            places::set(tx, who.actor(), pass, ("pass.end", PassState::Ended), None).await?;
        }
        let many = i32::try_from(passes.len()).map_err(Error::internal)?;
        line.settle(tx, [(one.type_id, -many)]).await?;
        ended += passes.len();
    }
    Ok(ended)
}

/// Duty: before the edition begins, ends one claimed pass whose company gave up its demo: the registration made with it is
/// cancelled and its person told. Answers whether there was one. One at a time, since each locks pools of its own.
///
/// # Errors
/// The database's.
pub async fn end_claimed_pass(tx: &mut Tx, who: &System, now: Moment) -> Result<bool, Error> {
    let Some(due) = due::stranded(tx).await? else { return Ok(false) };
    let mut locked = Locked::by_id(tx, due.registration).await?;
    if pass::lock(tx, due.id).await?.registration != Some(due.registration) {
        // She gave it back since we looked.
        return Ok(true);
    }
    let reason = CancelReason::PassEnded;
    locked.end(tx, who.actor(), "registration.cancel", reason, "pass_changed", now).await?;
    // The pass was freed with it, and still holds the places.
    let freed = pass::lock(tx, due.id).await?;
    places::set(tx, who.actor(), &freed, ("pass.end", PassState::Ended), None).await?;
    locked.line.settle(tx, [(freed.type_id, -1)]).await?;
    Ok(true)
}
