//! The door to one submission: whoever does something with it reads it anew under its lock.

use serde_json::{Value, json};

use super::{
    Answer, By, Event, Lifecycle, Standing, Submission, SubmissionId, Verdict,
    store::{
        due::set_edited,
        eligibility,
        submission::{Heard, find, lock_one, set_standing},
    },
};
use crate::{
    audit::{self, Actor, Entry},
    calls::{self, Call},
    companies,
    db::Tx,
    editions::publication,
    error::Error,
    speakers::{self, Speaker},
    values::Moment,
};

/// A submission and its owner, both locked, or with the company in the owner's place; `NotFound` for everybody else.
pub(super) async fn own(
    tx: &mut Tx,
    who: impl Into<By<'_>>,
    id: SubmissionId,
) -> Result<(Submission, Speaker), Error> {
    match who.into() {
        By::Presenter(who) => {
            let speaker = speakers::locked(tx, who).await?;
            if let Some(company) = find(tx, id).await?.company {
                companies::lock(tx, company).await?;
            }
            let row = lock_one(tx, who.edition().uuid(), id).await?;
            if row.owner == speaker.id { Ok((row, speaker)) } else { Err(Error::NotFound) }
        }
        By::Member(who) => {
            companies::locked(tx, who).await?;
            let edition = find(tx, id).await?.edition;
            let row = lock_one(tx, edition.uuid(), id).await?;
            let owner = speakers::of_submission(tx, row.edition, row.owner).await?;
            if row.company == Some(who.company()) { Ok((row, owner)) } else { Err(Error::NotFound) }
        }
    }
}

/// The same with its call, while its contents may change: until the call's deadline, again while what was found against it
/// may be corrected, and again once she was told of its acceptance.
///
/// # Errors
/// [`Error::Conflict`]: `call_not_open`, `call_closed`, and what stands against an edit; [`Error::NotFound`] when it is not
/// hers.
pub(super) async fn editable(
    tx: &mut Tx,
    who: impl Into<By<'_>>,
    id: SubmissionId,
    now: Moment,
) -> Result<(Submission, Call), Error> {
    let (row, _) = own(tx, who, id).await?;
    row.standing().after(Event::Edit, now).map_err(Error::Conflict)?;
    let call = calls::by_id(tx, row.edition, row.call).await?;
    let corrects = eligibility::find(tx, id).await?.is_some_and(|found| found.takes_reply());
    if row.told != Some(Verdict::Accepted) && !corrects {
        call.check_open(now)?;
    }
    Ok((row, call))
}

/// Notes that its contents changed: whoever handed it in already is told once it is left in peace.
pub(super) async fn changed(tx: &mut Tx, row: &Submission) -> Result<(), Error> {
    if row.lifecycle == Lifecycle::Submitted { set_edited(tx, row.id).await } else { Ok(()) }
}

/// What happens to a submission, and how the trail calls it.
pub(super) struct Move<'a> {
    pub(super) action: &'static str,
    pub(super) event: Event,
    pub(super) heard: Heard<'a>,
}

impl Move<'_> {
    /// Something that is not an answer.
    pub(super) fn new(action: &'static str, event: Event) -> Self {
        Self { action, event, heard: Heard::default() }
    }
}

/// Moves a locked submission, or leaves it alone where that changes nothing.
///
/// # Errors
/// [`Error::Conflict`] with what stands against it.
pub(super) async fn advance(
    tx: &mut Tx,
    actor: &Actor,
    row: &Submission,
    by: Move<'_>,
    now: Moment,
) -> Result<Submission, Error> {
    let (from, note) = (row.standing(), by.heard.note);
    let to = from.after(by.event, now).map_err(Error::Conflict)?;
    if from == to {
        return Ok(row.clone());
    }
    let after = set_standing(tx, row, to, by.heard, now).await?;
    record(tx, actor, by.action, &after, json!({ "before": from, "after": to, "note": note })).await?;
    // A company is on show for as long as it comes.
    if row.company.is_some() && is_coming(from) != is_coming(to) {
        publication::bump(tx, row.edition).await?;
    }
    Ok(after)
}

fn is_coming(standing: Standing) -> bool {
    standing.lifecycle == Lifecycle::Submitted && standing.answer == Answer::Confirmed
}

pub(super) async fn record(
    tx: &mut Tx,
    actor: &Actor,
    action: &'static str,
    row: &Submission,
    content: Value,
) -> Result<(), Error> {
    let (subject, edition) = (row.id.uuid(), Some(row.edition.uuid()));
    audit::record(tx, actor, Entry { action, subject_kind: "submission", subject, edition, content }).await
}
