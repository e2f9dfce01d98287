//! Handing in, and taking back.

use super::{
    By, Event, Submission, SubmissionId, attachments, demo,
    form::form,
    locked::{Move, advance, own},
    mails::Told,
    store,
};
use crate::{
    accounts::proofs::Programme,
    audit::Actor,
    calls,
    db::Tx,
    error::{Error, FieldErrors, Reason},
    keys::Keys,
    mail, speakers,
    values::Moment,
};

/// She hands her draft in; a receipt goes out.
///
/// # Errors
/// [`Error::Invalid`]: `required` on what is missing, `profile_needed` on `profile` while she has no name, `track_applied`
/// on `track` when her company has handed something in there;
/// [`Error::Conflict`]: `call_not_open`, `call_closed`, `submission_limit`, `submission_submitted`,
/// `submission_withdrawn`; [`Error::NotFound`] when it is not hers, or the link was replaced.
pub async fn submit(
    tx: &mut Tx,
    keys: &Keys,
    who: impl Into<By<'_>>,
    id: SubmissionId,
    now: Moment,
) -> Result<Submission, Error> {
    let who = who.into();
    let (row, speaker) = own(tx, who, id).await?;
    // What it is already goes before what it lacks.
    row.standing().after(Event::Submit, now).map_err(Error::Conflict)?;
    let call = calls::by_id(tx, row.edition, row.call).await?;
    call.check_open(now)?;
    // Her own row, or the company's, is locked, so that two drafts can't pass the limit together.
    let handed_in = store::applicant::count_of(tx, call.id, &row).await?;
    if let Some(limit) = call.limit_per_applicant.filter(|limit| i64::from(*limit) <= handed_in) {
        return Err(Error::Conflict(Reason::new("submission_limit").with("max", limit)));
    }
    let form = form(tx, call).await?;
    let stored = store::answers::of(tx, id).await?;
    let filed = attachments::answered(tx, id).await?;
    let mut missing = form.missing(keys, &row, &stored, &filed, false)?;
    if !speaker.is_named() {
        missing.add("profile", Reason::new("profile_needed"));
    }
    FieldErrors::merged([Some(missing), Some(demo::missing(tx, &row).await?)]).check()?;
    let row = advance(tx, who.actor(), &row, Move::new("submission.submit", Event::Submit), now).await?;
    if let Some(addressee) = speaker.addressee() {
        mail::queue(tx, &[Told { row: &row, call: &form.call, addressee }.received()]).await?;
    }
    Ok(row)
}

/// She takes back what she handed in, for good; she is told so.
///
/// # Errors
/// [`Error::Conflict`]: `submission_draft`, `submission_withdrawn`; [`Error::NotFound`] when it is not hers, or the
/// link was replaced.
pub async fn withdraw(
    tx: &mut Tx,
    who: impl Into<By<'_>>,
    id: SubmissionId,
    now: Moment,
) -> Result<Submission, Error> {
    let who = who.into();
    let (row, _) = own(tx, who, id).await?;
    take_back(tx, who.actor(), &row, now).await
}

/// Staff take it back in her name; she is told so.
///
/// # Errors
/// [`Error::Conflict`]: `submission_draft`, `submission_withdrawn`; [`Error::NotFound`] outside the proof's edition.
pub async fn withdraw_by_staff(
    tx: &mut Tx,
    who: &Programme,
    id: SubmissionId,
    now: Moment,
) -> Result<Submission, Error> {
    let row = store::submission::lock_one(tx, who.edition(), id).await?;
    take_back(tx, who.actor(), &row, now).await
}

/// Takes a locked one back; whoever handed it in is told.
async fn take_back(tx: &mut Tx, actor: &Actor, row: &Submission, now: Moment) -> Result<Submission, Error> {
    let row = advance(tx, actor, row, Move::new("submission.withdraw", Event::Withdraw), now).await?;
    let call = calls::by_id(tx, row.edition, row.call).await?;
    let owner = speakers::of_submission(tx, row.edition, row.owner).await?;
    if let Some(addressee) = owner.addressee() {
        mail::queue(tx, &[Told { row: &row, call: &call, addressee }.withdrawn()]).await?;
    }
    Ok(row)
}
