//! Sending it, and having it rest or end.

use serde_json::json;

use super::{
    Schedule, State,
    edit::record,
    store::{
        campaign::{self as store, Campaign, CampaignId},
        people, recipients, texts,
    },
};
use crate::{
    accounts::proofs::Communications,
    db::Tx,
    error::{Error, Reason},
    mail::{self, MailState},
    values::Moment,
};

/// Has it go out when its moment comes.
///
/// # Errors
/// [`Error::Conflict`] `campaign_not_draft`, `campaign_unwritten`, `campaign_nobody` when nobody would get it;
/// [`Error::Invalid`] `campaign_past`, `campaign_joins_too_early`; [`Error::NotFound`].
pub async fn schedule(
    tx: &mut Tx,
    who: &Communications,
    id: CampaignId,
    when: Schedule,
    now: Moment,
) -> Result<(), Error> {
    let campaign = in_state(tx, who, id, State::Draft, Error::conflict("campaign_not_draft")).await?;
    if when.send_at.is_some_and(|at| at < now) {
        return Err(Error::field("send_at", Reason::new("campaign_past")));
    }
    let send_at = when.send_at.unwrap_or(now);
    if when.joins_until.is_some_and(|until| until <= send_at) {
        return Err(Error::field("joins_until", Reason::new("campaign_joins_too_early")));
    }
    if texts::of(tx, id).await?.is_empty() {
        return Err(Error::conflict("campaign_unwritten"));
    }
    let groups = people::groups(tx, who.edition(), &campaign.audience, campaign.kind).await?;
    let reached = groups.iter().any(|group| group.standing == super::Standing::Reached);
    if !reached && when.joins_until.is_none() {
        return Err(Error::conflict("campaign_nobody"));
    }
    store::set_schedule(tx, id, Some(send_at), when.joins_until).await?;
    let content = json!({ "send_at": send_at, "joins_until": when.joins_until });
    record(tx, who.actor(), "campaign.schedule", &campaign, content).await
}

/// Makes it a draft again before its moment comes.
///
/// # Errors
/// [`Error::Conflict`] `campaign_not_scheduled`; [`Error::NotFound`].
pub async fn unschedule(tx: &mut Tx, who: &Communications, id: CampaignId) -> Result<(), Error> {
    let campaign = in_state(tx, who, id, State::Scheduled, Error::conflict("campaign_not_scheduled")).await?;
    store::set_schedule(tx, id, None, None).await?;
    let content = json!({ "before": { "send_at": campaign.send_at } });
    record(tx, who.actor(), "campaign.unschedule", &campaign, content).await
}

/// Has it rest: nobody is queued, and what waits in the outbox is held.
///
/// # Errors
/// [`Error::Conflict`] `campaign_not_sending`; [`Error::NotFound`].
pub async fn pause(tx: &mut Tx, who: &Communications, id: CampaignId) -> Result<(), Error> {
    let campaign = in_state(tx, who, id, State::Sending, Error::conflict("campaign_not_sending")).await?;
    store::set_state(tx, id, State::Paused).await?;
    let held = mail::hold_all(tx, campaign.cause()).await?;
    record(tx, who.actor(), "campaign.pause", &campaign, json!({ "held": held })).await
}

/// Goes on. What is held is let go, also what staff held one by one, but for those who are reached no more, such as one who took her consent back.
///
/// # Errors
/// [`Error::Conflict`] `campaign_not_paused`; [`Error::NotFound`].
pub async fn resume(tx: &mut Tx, who: &Communications, id: CampaignId) -> Result<(), Error> {
    let campaign = in_state(tx, who, id, State::Paused, Error::conflict("campaign_not_paused")).await?;
    recipients::cancel_in_vain(tx, &campaign, MailState::Draft).await?;
    store::set_state(tx, id, State::Sending).await?;
    let released = mail::release_all(tx, campaign.cause()).await?;
    record(tx, who.actor(), "campaign.resume", &campaign, json!({ "released": released })).await
}

/// Ends it: who waits gets nothing, and what was queued and not sent is taken out.
///
/// # Errors
/// [`Error::Conflict`] `campaign_over`; [`Error::NotFound`].
pub async fn stop(tx: &mut Tx, who: &Communications, id: CampaignId) -> Result<(), Error> {
    let campaign = store::locked(tx, who.edition(), id).await?;
    if !campaign.state.may_stop() {
        return Err(Error::conflict("campaign_over"));
    }
    let skipped = recipients::skip_waiting(tx, id).await?;
    store::set_state(tx, id, State::Stopped).await?;
    let cancelled = mail::cancel_all(tx, campaign.cause()).await?;
    let content = json!({ "skipped": skipped, "cancelled": cancelled });
    record(tx, who.actor(), "campaign.stop", &campaign, content).await
}

async fn in_state(
    tx: &mut Tx,
    who: &Communications,
    id: CampaignId,
    state: State,
    otherwise: Error,
) -> Result<Campaign, Error> {
    let campaign = store::locked(tx, who.edition(), id).await?;
    if campaign.state == state { Ok(campaign) } else { Err(otherwise) }
}
