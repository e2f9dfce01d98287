//! Holding slots for what was accepted and is still to be confirmed.

use std::collections::BTreeMap;

use super::{Placement, adopt::session_of, sessions, store};
use crate::{
    accounts::proofs::Programme,
    db::Tx,
    error::Error,
    submissions::{self, SubmissionId},
};

/// Gives each of these its slot in the draft, and takes the sessions of those with `None` out of it. What is accepted and has no
/// session becomes one, with those who agreed to take part; no release has it before it is confirmed.
///
/// # Errors
/// [`Error::NotFound`] when one that is to have a slot is not accepted; those of [`place`](super::place()).
pub async fn reserve(
    tx: &mut Tx,
    who: &Programme,
    slots: &BTreeMap<SubmissionId, Option<Placement>>,
) -> Result<(), Error> {
    let all: Vec<SubmissionId> = slots.keys().copied().collect();
    let mut held = store::session::lock_made_from(tx, who.edition(), &all).await?;
    let wanted = slots.iter().filter(|(_, slot)| slot.is_some()).map(|(id, _)| *id);
    let new: Vec<SubmissionId> =
        wanted.filter(|id| !held.iter().any(|row| row.submission == Some(*id))).collect();
    let accepted = store::unplanned::of_edition(tx, who.edition(), Some(&new)).await?;
    if accepted.len() < new.len() {
        return Err(Error::NotFound);
    }
    for one in accepted {
        let submission = one.submission;
        let participants = submissions::participants(tx, who, submission).await?;
        let session = session_of(one, &participants);
        held.push(sessions::insert(tx, who, Some(submission), session).await?);
    }
    for row in held {
        let Some(slot) = row.submission.and_then(|id| slots.get(&id)) else { continue };
        match slot {
            Some(slot) => drop(sessions::place(tx, who, (row.id, row.version), slot.clone()).await?),
            None => sessions::remove(tx, who, (row.id, row.version)).await?,
        }
    }
    Ok(())
}
