//! Telling applicants what was decided.

use super::{
    Event, Submission, SubmissionId,
    letters::{Shared, Written, write},
    locked::{Move, advance},
    store,
};
use crate::{
    accounts::proofs::Programme,
    audit::Actor,
    calls::Call,
    db::Tx,
    editions::Edition,
    error::Error,
    mail::{self, NewMail},
    values::{Moment, Zone, time},
};

/// Tells all of them, or none, what was decided: a mail to each, where an address is known. The accepted get a date to
/// confirm by; the declined get no comments of judges, which only letters that [were read](super::tell_as_read) bring.
///
/// # Errors
/// [`Error::Conflict`]: `submission_undecided`, `submission_told_already`, `submission_draft`, `submission_withdrawn`;
/// [`Error::NotFound`] when one is not of the proof's edition.
pub async fn tell(
    tx: &mut Tx,
    who: &Programme,
    edition: &Edition,
    ids: &[SubmissionId],
    now: Moment,
) -> Result<(), Error> {
    for row in store::submission::lock(tx, who.edition(), ids).await? {
        tell_one(tx, who.actor(), &row, &edition.zone, now).await?;
    }
    Ok(())
}

/// Tells one that is locked.
pub(super) async fn tell_one(
    tx: &mut Tx,
    actor: &Actor,
    row: &Submission,
    zone: &Zone,
    now: Moment,
) -> Result<(), Error> {
    let Written { event, mail, .. } = write(tx, row, Event::Tell, &Shared::new(), zone, now).await?;
    send(tx, actor, row, (event, mail), now).await
}

/// Gives one that was accepted another date, because hers went by or she asks; the mail goes again.
///
/// # Errors
/// [`Error::Conflict`]: `submission_not_accepted`, `submission_promised`; [`Error::NotFound`] outside the proof's edition.
pub async fn ask_again(
    tx: &mut Tx,
    who: &Programme,
    edition: &Edition,
    id: SubmissionId,
    now: Moment,
) -> Result<(), Error> {
    let row = store::submission::lock_one(tx, who.edition(), id).await?;
    let Written { event, mail, .. } =
        write(tx, &row, Event::AskAgain, &Shared::new(), &edition.zone, now).await?;
    send(tx, who.actor(), &row, (event, mail), now).await
}

/// Moves a locked submission by the event that its letter tells, and sends the letter.
pub(super) async fn send(
    tx: &mut Tx,
    actor: &Actor,
    row: &Submission,
    (event, mail): (Event, Option<NewMail>),
    now: Moment,
) -> Result<(), Error> {
    let action = match event {
        Event::AskAgain(_) => "submission.ask-again",
        _ => "submission.tell",
    };
    advance(tx, actor, row, Move::new(action, event), now).await?;
    mail::queue(tx, &mail.into_iter().collect::<Vec<_>>()).await
}

/// As many days as the call gives, never in the night, and on a full hour, so that a letter says the same while it is
/// read.
pub(super) fn deadline(call: &Call, zone: &Zone, now: Moment) -> Moment {
    let hours = u16::try_from(call.confirm_days.saturating_mul(24)).unwrap_or(u16::MAX);
    time::offer_deadline(time::full_hour(now, zone), hours, zone)
}
