//! What a try means for its delivery, and for its webhook.

use jiff::SignedDuration;
use serde_json::json;

use super::{
    AttemptOutcome, DisabledReason, FAILING_DAYS, Tried, Webhook, WebhookState,
    hooks::record,
    mails,
    schedule::Fate,
    store::{deliveries, hooks, work},
};
use crate::{
    accounts::{
        self, Manager,
        proofs::{Admin, System},
    },
    db::Tx,
    error::Error,
    mail,
};

/// Notes how a try ended; a webhook that is gone, or takes nothing for days, is disabled.
///
/// # Errors
/// The database's.
pub(super) async fn settle(tx: &mut Tx, row: &work::Row, tried: &Tried, fate: Fate) -> Result<(), Error> {
    // Locked first, as every verb does. One that was removed meanwhile took its deliveries along.
    let hook = match hooks::locked(tx, row.webhook_id).await {
        Err(Error::NotFound) => return Ok(()),
        found => found?,
    };
    if !work::settle(tx, row, tried, fate).await? || hook.state == WebhookState::Disabled {
        return Ok(());
    }
    match (tried.outcome, hook.failing_since) {
        (AttemptOutcome::Delivered, None) => Ok(()),
        (AttemptOutcome::Delivered, Some(_)) => hooks::set_failing(tx, hook.id, None).await,
        (AttemptOutcome::Gone, _) => disable(tx, &hook, DisabledReason::Gone).await,
        (_, since) => {
            let now = tx.now().await?;
            let since = since.unwrap_or(now);
            if since.plus(SignedDuration::from_hours(24 * FAILING_DAYS)) <= now {
                return disable(tx, &hook, DisabledReason::Failing).await;
            }
            hooks::set_failing(tx, hook.id, Some(since)).await
        }
    }
}

/// Gives up on a webhook, and tells its owner.
async fn disable(tx: &mut Tx, hook: &Webhook, why: DisabledReason) -> Result<(), Error> {
    let system = System::duty();
    hooks::set_state(tx, hook.id, WebhookState::Disabled, Some(why)).await?;
    deliveries::give_up(tx, hook.id).await?;
    record(tx, system.actor(), "webhook.disable", hook, json!({ "why": why })).await?;
    let admin = Admin::of_system(&system);
    let owner = accounts::staff_member(tx, Manager::Admin(&admin), hook.owner_id).await?.account;
    mail::queue(tx, &[mails::disabled(hook, why, &owner)]).await
}
