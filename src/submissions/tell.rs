//! Telling applicants what was decided.

use super::{
    Event, Submission, SubmissionId,
    locked::{Move, advance},
    mails::Told,
    store,
};
use crate::{
    accounts::proofs::Programme,
    audit::Actor,
    calls::{self, Call},
    db::Tx,
    editions::Edition,
    error::Error,
    mail, speakers,
    values::{Moment, Zone, time},
};

/// Tells all of them, or none, what was decided: a mail to each, where an address is known. The accepted get a date to
/// confirm by.
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
    let call = calls::by_id(tx, row.edition, row.call).await?;
    let event = Event::Tell(Some(deadline(&call, zone, now)));
    let told = advance(tx, actor, row, Move::new("submission.tell", event), now).await?;
    send(tx, &told, &call, zone).await
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
    let call = calls::by_id(tx, row.edition, row.call).await?;
    let event = Event::AskAgain(Some(deadline(&call, &edition.zone, now)));
    let asked = advance(tx, who.actor(), &row, Move::new("submission.ask-again", event), now).await?;
    send(tx, &asked, &call, &edition.zone).await
}

async fn send(tx: &mut Tx, row: &Submission, call: &Call, zone: &Zone) -> Result<(), Error> {
    let speaker = speakers::of_submission(tx, row.edition, row.owner).await?;
    let Some(addressee) = speaker.addressee() else { return Ok(()) };
    let letter = Told { row, call, addressee }.decision(zone);
    mail::queue(tx, &letter.into_iter().collect::<Vec<_>>()).await
}

/// As many days as the call gives, and never in the night.
pub(super) fn deadline(call: &Call, zone: &Zone, now: Moment) -> Moment {
    let hours = u16::try_from(call.confirm_days.saturating_mul(24)).unwrap_or(u16::MAX);
    time::offer_deadline(now, hours, zone)
}
