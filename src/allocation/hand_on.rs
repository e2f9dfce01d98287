//! Handing on the slot of a demo whose company gave its place up.

use std::collections::{BTreeMap, BTreeSet};

use diesel_async::AsyncPgConnection;
use jiff::SignedDuration;

use super::{Input, Rules, applicants::input, store, translate::Translation};
use crate::{
    accounts::proofs::{Admin, Programme, System},
    db::Tx,
    error::Error,
    programme::{self, FreedSlot, Placement},
    submissions::{self, Promoted, Submission, SubmissionId},
};

/// Gives the slot that a demo left to who has its place now, if it would do and still stands free; else the new one is in the draft
/// without a slot, for people to place. Nothing where it left none.
///
/// # Errors
/// [`Error::NotFound`] outside the proof's edition, or for what is not accepted.
pub async fn hand_on(tx: &mut Tx, who: &Programme, place: Promoted) -> Result<(), Error> {
    let Some(slot) = programme::take_freed(tx, who, place.given_up).await? else { return Ok(()) };
    let Submission { call, company, .. } = submissions::find(tx, who, place.next).await?;
    let input = input(tx, who, call).await?;
    let good = programme::is_free(tx, &slot).await?
        && fits(&input, &slot, place.next)
        && are_free(tx, &input, &slot, place.next).await?;
    let placement = Placement {
        starts_at: good.then_some(slot.starts_at),
        rooms: if good { BTreeSet::from([slot.room]) } else { BTreeSet::new() },
        minutes: Some(slot.minutes),
        // A person's may have to go on by itself once more.
        pinned: good && company.is_some(),
    };
    programme::reserve(tx, who, &BTreeMap::from([(place.next, Some(placement))])).await
}

/// Duty: hands on the slots of places that were filled by themselves.
///
/// # Errors
/// The database's.
pub async fn hand_on_by_themselves(tx: &mut Tx, who: &System, filled: &[Promoted]) -> Result<(), Error> {
    for place in filled {
        let who = Programme::from(&Admin::of_system(who).organiser_of(place.edition));
        hand_on(tx, &who, *place).await?;
    }
    Ok(())
}

/// Whether nobody who shows it is on stage elsewhere meanwhile, in another demo of the same call perhaps.
async fn are_free(
    conn: &mut AsyncPgConnection,
    input: &Input,
    slot: &FreedSlot,
    next: SubmissionId,
) -> Result<bool, Error> {
    let Some(one) = input.applicants.iter().find(|one| one.submission == next) else { return Ok(true) };
    let end = slot.starts_at.plus(SignedDuration::from_mins(slot.minutes.into()));
    let elsewhere = store::applicant::elsewhere(conn, &[next], &one.presenters).await?;
    Ok(!elsewhere.values().flatten().any(|(from, to)| *from < end && slot.starts_at < *to))
}

/// Whether the slot has what `next` needs, at a time when they can come; a slot that is none of the call's is as good as any.
fn fits(input: &Input, slot: &FreedSlot, next: SubmissionId) -> bool {
    let problem = Translation::of(input, &Rules::default(), None).problem;
    let who = input.applicants.iter().position(|one| one.submission == next);
    let at = input.places.iter().position(|one| one.room == slot.room && one.starts_at == slot.starts_at);
    let one = who.and_then(|who| problem.candidates.get(who));
    let place = at.and_then(|at| problem.places.get(at));
    one.zip(place).is_none_or(|(one, place)| one.misfits(place).is_empty())
}
