//! What an accepted applicant answers, herself or through staff.

use super::{
    By, Event, Note, Submission, SubmissionId,
    locked::{Move, advance, own},
    store::{self, submission::Heard},
};
use crate::{accounts::proofs::Programme, db::Tx, error::Error, speakers::Through, values::Moment};

/// She is coming.
///
/// # Errors
/// [`Error::Conflict`]: `submission_not_accepted`, `submission_turned_down`, `submission_lapsed`; [`Error::NotFound`]
/// when it is not hers, or the link was replaced.
pub async fn confirm(
    tx: &mut Tx,
    who: impl Into<By<'_>>,
    id: SubmissionId,
    now: Moment,
) -> Result<Submission, Error> {
    answer(tx, who, id, ("submission.confirm", Event::Confirm), now).await
}

/// She is not coming.
///
/// # Errors
/// [`Error::Conflict`] `submission_not_accepted`; [`Error::NotFound`] when it is not hers, or the link was replaced.
pub async fn turn_down(
    tx: &mut Tx,
    who: impl Into<By<'_>>,
    id: SubmissionId,
    now: Moment,
) -> Result<Submission, Error> {
    answer(tx, who, id, ("submission.turn-down", Event::TurnDown), now).await
}

async fn answer(
    tx: &mut Tx,
    who: impl Into<By<'_>>,
    id: SubmissionId,
    (action, event): (&'static str, Event),
    now: Moment,
) -> Result<Submission, Error> {
    let who = who.into();
    let (row, _) = own(tx, who, id).await?;
    let heard = Heard { through: Some(who.through()), note: None };
    advance(tx, who.actor(), &row, Move { action, event, heard }, now).await
}

/// Staff record what she said by phone or chat, with a note of who said so and how.
///
/// # Errors
/// As [`confirm`]; [`Error::NotFound`] outside the proof's edition.
pub async fn record_answer(
    tx: &mut Tx,
    who: &Programme,
    id: SubmissionId,
    (comes, note): (bool, &Note),
    now: Moment,
) -> Result<Submission, Error> {
    let row = store::submission::lock_one(tx, who.edition(), id).await?;
    let event = if comes { Event::Confirm } else { Event::TurnDown };
    let heard = Heard { through: Some(Through::Staff), note: Some(note.as_str()) };
    let action = "submission.record-answer";
    advance(tx, who.actor(), &row, Move { action, event, heard }, now).await
}
