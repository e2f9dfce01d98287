//! What a company does with its passes: who gets which, and taking one back.

use diesel_async::AsyncPgConnection;
use jiff::SignedDuration;
use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;

use super::{Invited, PassState, mails, places};
use crate::{
    companies::{self, Member},
    db::{
        Tx,
        attempts::{self, Limit},
    },
    error::Error,
    mail,
    registrations::{
        CancelReason, Registration,
        locked::Locked,
        store::passes::{
            pass::{self, Pass, PassId},
            rules::days,
        },
    },
    submissions::{self, Next, OwnSubmission, SubmissionId},
    values::{Moment, PersonName},
};

/// Days a link to claim a pass is open.
pub const LINK_DAYS: i64 = 21;
/// Links that one company sends.
const SENT: Limit = Limit { name: "pass-send", hits: 150, minutes: 1440 };

/// A pass as the company sees it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct OwnPass {
    /// The pass; whom it was sent to is there while her link is open.
    #[serde(flatten)]
    pub pass: Pass,
    /// What she calls herself who claimed it, and nothing else of her.
    pub claimed_by: Option<PersonName>,
}

/// The passes of one of the company's demos, by number.
///
/// # Errors
/// [`Error::NotFound`] when it is not hers.
pub async fn passes_of(
    conn: &mut AsyncPgConnection,
    who: &Member,
    id: SubmissionId,
) -> Result<Vec<OwnPass>, Error> {
    let demo = submissions::own_one(conn, who, id).await?;
    let live = pass::live(conn, demo.id).await?;
    let own = |(pass, made): (Pass, Option<_>)| OwnPass {
        pass,
        claimed_by: made.map(|made: Registration| made.name()),
    };
    Ok(live.into_iter().map(own).collect())
}

/// Sends somebody a link to claim the first free pass.
///
/// # Errors
/// [`Error::Conflict`]: `passes_over` where the company does not demonstrate, `no_pass_free`; [`Error::Invalid`]
/// `pass_sent_already` on `email`; [`Error::TooMany`]; [`Error::NotFound`] when the demo is not hers.
pub async fn send_pass(
    tx: &mut Tx,
    who: &Member,
    id: SubmissionId,
    to: &Invited,
    now: Moment,
) -> Result<Pass, Error> {
    let company = companies::locked(tx, who).await?;
    let demo = submissions::own_one(tx, who, id).await?;
    let ends_at = days(tx, demo.edition).await?.ends_at;
    if demo.next != Next::Prepare || ends_at <= now {
        return Err(Error::conflict("passes_over"));
    }
    attempts::count(tx, &SENT, &company.id.to_string()).await?;
    let free = pass::lock_free(tx, demo.id).await?.ok_or_else(|| Error::conflict("no_pass_free"))?;
    let until = now.plus(SignedDuration::from_hours(LINK_DAYS * 24)).min(ends_at);
    let sent = pass::send(tx, free.id, to, until).await?;
    let people = companies::members(tx, who).await?;
    let sender = people.iter().find(|one| one.account.id == who.account());
    let sender = sender.map(|one| one.account.name.as_str()).unwrap_or_default();
    let addressee = (to.name.as_str(), &to.email, to.lang);
    mail::queue(tx, &[mails::link(&sent, addressee, &company, sender)]).await?;
    // Whom it went to is not for the trail, which outlives the link.
    let content = json!({ "before": free.state, "after": sent.state });
    places::record(tx, who.actor(), "pass.send", &sent, content).await?;
    Ok(sent)
}

/// Takes a pass back, so that somebody else may have it. `seen` is how she saw it: a pass that was claimed since is not taken from
/// its person unawares. The registration made with a claimed one is cancelled, and its person told.
///
/// # Errors
/// [`Error::Conflict`]: `pass_changed` when it stands otherwise than seen, `pass_edition_begun` for a claimed one once the
/// edition has begun; [`Error::NotFound`] when it is not hers.
pub async fn take_back_pass(
    tx: &mut Tx,
    who: &Member,
    (submission, id): (SubmissionId, PassId),
    seen: PassState,
    now: Moment,
) -> Result<(), Error> {
    companies::locked(tx, who).await?;
    let demo = submissions::own_one(tx, who, submission).await?;
    let found = pass::find(tx, id).await?;
    if found.submission != demo.id || found.state == PassState::Ended {
        return Err(Error::NotFound);
    }
    match (seen, found.registration) {
        (PassState::Claimed, Some(_)) => take_from(tx, who, &demo, &found, now).await,
        (PassState::Sent, _) => {
            let locked = pass::lock(tx, id).await?;
            if locked.state != PassState::Sent {
                return Err(Error::conflict(CHANGED));
            }
            places::set(tx, who.actor(), &locked, ("pass.take-back", PassState::Free), None).await.map(drop)
        }
        _ => Err(Error::conflict(CHANGED)),
    }
}

const CHANGED: &str = "pass_changed";

/// Cancels the registration made with a pass; the pass is free again with it.
async fn take_from(
    tx: &mut Tx,
    who: &Member,
    demo: &OwnSubmission,
    found: &Pass,
    now: Moment,
) -> Result<(), Error> {
    if days(tx, demo.edition).await?.starts_at <= now {
        return Err(Error::conflict("pass_edition_begun"));
    }
    let registration = found.registration.ok_or(Error::NotFound)?;
    let mut locked = Locked::by_id(tx, registration).await?;
    if pass::lock(tx, found.id).await?.registration != Some(registration) {
        return Err(Error::conflict(CHANGED));
    }
    let reason = CancelReason::PassTakenBack;
    locked.end(tx, who.actor(), "registration.cancel", reason, CHANGED, now).await
}
