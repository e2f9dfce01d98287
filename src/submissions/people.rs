//! Who takes part: the owner asks by mail, and whoever is asked says yes or no herself.

use serde_json::json;

use super::{
    Event, Invitation, Invite, Participant, SubmissionId,
    locked::{own, record},
    mails::Told,
    store,
};
use crate::{
    calls,
    db::{
        Tx,
        attempts::{self, Limit},
    },
    error::{Error, Reason},
    mail,
    speakers::{self, Presenter, SpeakerId},
    values::Moment,
};

/// Nobody shares a submission with more.
const MOST: usize = 20;
/// Invitations that one applicant sends.
const ASKED: Limit = Limit { name: "submission-invite", hits: 30, minutes: 60 };

/// She asks somebody by mail to take part. Of whom the address is, she learns when it is accepted.
///
/// # Errors
/// [`Error::Conflict`]: `participant_known`, and what stands against an edit; `participants_count` on `email`;
/// [`Error::TooMany`]; [`Error::NotFound`] when it is not hers, or the link was replaced.
pub async fn invite(
    tx: &mut Tx,
    who: &Presenter,
    id: SubmissionId,
    new: &Invite,
    now: Moment,
) -> Result<(), Error> {
    let (row, inviter) = own(tx, who, id).await?;
    row.standing().after(Event::Edit, now).map_err(Error::Conflict)?;
    attempts::count(tx, &ASKED, &who.speaker().to_string()).await?;
    if store::people::of(tx, id).await?.len() >= MOST {
        return Err(Error::field("email", Reason::new("participants_count").with("max", MOST)));
    }
    let asked = speakers::by_address(tx, who.actor(), row.edition, &new.email, inviter.lang).await?;
    let participant = Participant { speaker: asked.id, part: new.part, invitation: Invitation::Invited };
    if !store::people::add(tx, id, participant).await? {
        return Err(Error::conflict("participant_known"));
    }
    let call = calls::by_id(tx, row.edition, row.call).await?;
    if let Some(addressee) = asked.addressee() {
        mail::queue(tx, &[Told { row: &row, call: &call, addressee }.invitation(&inviter)]).await?;
    }
    record(tx, who.actor(), "submission.invite", &row, json!({ "after": participant })).await
}

/// Whoever was asked says whether she takes part; who asked is told.
///
/// # Errors
/// [`Error::Invalid`] `profile_needed` on `profile` where she would take part and has no name, since the programme names her;
/// [`Error::Conflict`] `part_answered` when she answered before; [`Error::NotFound`] when nobody asked her.
pub async fn answer_invitation(
    tx: &mut Tx,
    who: &Presenter,
    id: SubmissionId,
    takes_part: bool,
) -> Result<(), Error> {
    let me = speakers::locked(tx, who).await?;
    let row = store::submission::lock_one(tx, who.edition().uuid(), id).await?;
    if !store::people::of(tx, id).await?.iter().any(|one| one.speaker == me.id) {
        return Err(Error::NotFound);
    }
    if takes_part && !me.is_named() {
        return Err(Error::field("profile", Reason::new("profile_needed")));
    }
    let invitation = if takes_part { Invitation::Accepted } else { Invitation::Declined };
    if !store::people::answer(tx, id, me.id, invitation).await? {
        return Err(Error::conflict("part_answered"));
    }
    let call = calls::by_id(tx, row.edition, row.call).await?;
    let owner = speakers::of_submission(tx, row.edition, row.owner).await?;
    if let Some(addressee) = owner.addressee() {
        mail::queue(tx, &[Told { row: &row, call: &call, addressee }.answered(&me, takes_part)]).await?;
    }
    let content = json!({ "speaker": me.id, "after": invitation });
    record(tx, who.actor(), "submission.answer-invitation", &row, content).await
}

/// She takes somebody off her submission, but not herself.
///
/// # Errors
/// [`Error::Conflict`]: `participant_owner`, and what stands against an edit; [`Error::NotFound`].
pub async fn remove(
    tx: &mut Tx,
    who: &Presenter,
    id: SubmissionId,
    speaker: SpeakerId,
    now: Moment,
) -> Result<(), Error> {
    let (row, _) = own(tx, who, id).await?;
    row.standing().after(Event::Edit, now).map_err(Error::Conflict)?;
    if speaker == row.owner {
        return Err(Error::conflict("participant_owner"));
    }
    if !store::people::remove(tx, id, speaker).await? {
        return Err(Error::NotFound);
    }
    record(tx, who.actor(), "submission.remove-participant", &row, json!({ "before": speaker })).await
}
