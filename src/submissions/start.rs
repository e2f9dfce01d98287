//! Beginning a submission: by a stranger with her address, by a speaker that is known, by staff.

use serde_json::json;

use super::{
    Draft, Event, Invitation, Part, Participant, Submission, SubmissionId,
    locked::{Move, advance, record},
    mails::Told,
    store,
};
use crate::{
    accounts::proofs::{Programme, Visitor},
    audit::Actor,
    calls::{self, Call, CallId, CallKind, Visibility},
    companies::CompanyId,
    db::{
        Tx,
        attempts::{self, Limit},
    },
    error::{Error, Reason},
    keys::Keys,
    mail,
    speakers::{self, Presenter, SpeakerId},
    values::{Email, Lang, Moment},
};

/// Drafts begun with one address: each sends it a mail.
const STARTED: Limit = Limit { name: "submission-start", hits: 5, minutes: 60 };

/// A stranger must not fill somebody's mailbox.
const AGAIN: Limit = Limit { name: "submission-send-again", hits: 3, minutes: 60 };

/// What somebody without a link begins with.
#[derive(Clone, Debug)]
pub struct Start {
    /// Her address, to which the link goes.
    pub email: Email,
    /// The language she reads.
    pub lang: Lang,
    /// The code she typed, where the call asks for one.
    pub code: String,
    /// What she has written so far.
    pub draft: Draft,
}

/// Keeps what a stranger has written and mails a link to her address; only the link makes it hers. Nothing tells
/// whether the address was known.
///
/// # Errors
/// [`Error::Conflict`]: `call_not_open`, `call_closed`, `call_for_companies`; `call_code_wrong` on `code`;
/// [`Error::TooMany`].
pub async fn start_draft(
    tx: &mut Tx,
    keys: &Keys,
    who: &Visitor,
    call: &Call,
    new: Start,
    now: Moment,
) -> Result<SubmissionId, Error> {
    check_for_people(call)?;
    attempts::count(tx, &STARTED, &new.email.key()).await?;
    let speaker = speakers::by_address(tx, who.actor(), call.edition, &new.email, new.lang).await?;
    let row = begin(tx, keys, who.actor(), call, (speaker.id, None), (&new.code, &new.draft), now).await?;
    if let Some(addressee) = speaker.addressee() {
        mail::queue(tx, &[Told { row: &row, call, addressee }.draft()]).await?;
    }
    Ok(row.id)
}

/// Sends whoever has begun something for this call her link again. The answer is the same for an address that is
/// unknown and one that asked too often.
///
/// # Errors
/// The database's.
pub async fn send_again(tx: &mut Tx, _who: &Visitor, call: &Call, email: &Email) -> Result<(), Error> {
    match attempts::count(tx, &AGAIN, &format!("{} {}", call.id, email.key())).await {
        Err(Error::TooMany(_)) => return Ok(()),
        counted => counted?,
    }
    let Some(speaker) = speakers::known(tx, call.edition, email).await? else { return Ok(()) };
    let begun = store::people::submissions_of(tx, speaker.id).await?;
    let newest = begun.iter().find(|row| row.call == call.id && row.owner == speaker.id);
    if let (Some(row), Some(addressee)) = (newest, speaker.addressee()) {
        mail::queue(tx, &[Told { row, call, addressee }.draft_again()]).await?;
    }
    Ok(())
}

/// Begins one for a speaker who is known by her link or account.
///
/// # Errors
/// As [`start_draft`]; [`Error::NotFound`] when the link was replaced, or the call is of another edition.
pub async fn start_own(
    tx: &mut Tx,
    keys: &Keys,
    who: &Presenter,
    call: &Call,
    code: &str,
    draft: &Draft,
    now: Moment,
) -> Result<SubmissionId, Error> {
    check_for_people(call)?;
    let speaker = speakers::locked(tx, who).await?;
    if speaker.edition != call.edition {
        return Err(Error::NotFound);
    }
    Ok(begin(tx, keys, who.actor(), call, (speaker.id, None), (code, draft), now).await?.id)
}

/// A demo is a company's, which begins it otherwise.
fn check_for_people(call: &Call) -> Result<(), Error> {
    if call.kind == CallKind::Demo { Err(Error::conflict("call_for_companies")) } else { Ok(()) }
}

/// Begins one of a speaker, or of a company whose contact she is, while the call is open.
pub(super) async fn begin(
    tx: &mut Tx,
    keys: &Keys,
    actor: &Actor,
    call: &Call,
    owner: (SpeakerId, Option<CompanyId>),
    (code, draft): (&str, &Draft),
    now: Moment,
) -> Result<Submission, Error> {
    call.check_open(now)?;
    let code = match call.visibility {
        Visibility::Public => None,
        Visibility::Code => Some(calls::redeem_code(tx, call, code, now).await?),
    };
    let row = store::submission::insert(tx, call, owner, code, draft).await?;
    written(tx, keys, call, &row, draft).await?;
    record(tx, actor, "submission.start", &row, json!({ "after": draft })).await?;
    Ok(row)
}

/// Staff hand something in for a speaker, such as a keynote: at any time, whatever the call demands, with a title.
///
/// # Errors
/// [`Error::NotFound`] for a call or speaker of another edition; `required` on `title`.
pub async fn add(
    tx: &mut Tx,
    keys: &Keys,
    who: &Programme,
    (call, speaker): (CallId, SpeakerId),
    draft: &Draft,
    now: Moment,
) -> Result<Submission, Error> {
    let call = calls::call(tx, who, call).await?;
    let speaker = speakers::find(tx, who, speaker).await?;
    if draft.title.is_none() {
        return Err(Error::field("title", Reason::new("required")));
    }
    let row = store::submission::insert(tx, &call, (speaker.id, None), None, draft).await?;
    written(tx, keys, &call, &row, draft).await?;
    record(tx, who.actor(), "submission.add", &row, json!({ "after": draft })).await?;
    advance(tx, who.actor(), &row, Move::new("submission.submit", Event::Submit), now).await
}

/// What goes with a new row: its answers, and its owner on stage.
async fn written(
    tx: &mut Tx,
    keys: &Keys,
    call: &Call,
    row: &Submission,
    draft: &Draft,
) -> Result<(), Error> {
    let answers = draft.answers.stored(keys, row.id.uuid())?;
    store::answers::replace(tx, row.id, &answers).await?;
    let part = if call.kind == CallKind::Panel { Part::Moderator } else { Part::Speaker };
    let owner = Participant { speaker: row.owner, part, invitation: Invitation::Accepted };
    store::people::add(tx, row.id, owner).await.map(drop)
}
