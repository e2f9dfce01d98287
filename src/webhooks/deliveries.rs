//! The log of deliveries: reading it, and sending again.

use diesel_async::AsyncPgConnection;
use jiff::Timestamp;
use serde_json::json;

use super::{
    Delivery, DeliveryAttempt, DeliveryState, Webhook, WebhookState,
    hooks::record,
    store::{deliveries as store, hooks},
};
use crate::{
    accounts::proofs::Admin,
    db::Tx,
    error::Error,
    values::{Id, Moment},
};

/// Which deliveries to read.
#[derive(Clone, Debug, Default)]
pub struct DeliveryFilter {
    /// Only in this state.
    pub state: Option<DeliveryState>,
    /// Only of this event.
    pub event: Option<String>,
    /// Only those older than this one: the page after it.
    pub before: Option<Id<Delivery>>,
}

/// The newest `limit` deliveries of a webhook that fit `filter`, newest first.
///
/// # Errors
/// [`Error::NotFound`] when there is no such webhook.
pub async fn deliveries(
    conn: &mut AsyncPgConnection,
    _: &Admin,
    of: Id<Webhook>,
    filter: &DeliveryFilter,
    limit: i64,
) -> Result<Vec<Delivery>, Error> {
    hooks::by_id(conn, of).await?;
    store::list(conn, of, filter, limit).await
}

/// One delivery with every try in order.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn delivery(
    conn: &mut AsyncPgConnection,
    _: &Admin,
    of: Id<Webhook>,
    id: Id<Delivery>,
) -> Result<(Delivery, Vec<DeliveryAttempt>), Error> {
    store::by_id(conn, of, id).await
}

/// Sends the event [`TEST`](super::events::TEST), whatever the webhook is told otherwise.
///
/// # Errors
/// [`Error::Conflict`] `webhook_not_active`; [`Error::NotFound`].
pub async fn send_test(
    tx: &mut Tx,
    who: &Admin,
    of: Id<Webhook>,
    now: Moment,
) -> Result<Id<Delivery>, Error> {
    let hook = hooks::locked(tx, of).await?;
    if hook.state != WebhookState::Active {
        return Err(Error::conflict("webhook_not_active"));
    }
    let id = store::insert_test(tx, of, now).await?;
    record(tx, who.actor(), "webhook.test", &hook, json!({ "delivery": id })).await?;
    Ok(id)
}

/// Has one delivery tried again now, under the same id, also where it arrived.
///
/// # Errors
/// [`Error::Conflict`] `webhook_disabled`, `delivery_sending`; [`Error::NotFound`].
pub async fn redeliver(tx: &mut Tx, who: &Admin, of: Id<Webhook>, id: Id<Delivery>) -> Result<(), Error> {
    let hook = awake(tx, of).await?;
    store::by_id(tx, of, id).await?;
    if !store::requeue(tx, of, id).await? {
        return Err(Error::conflict("delivery_sending"));
    }
    record(tx, who.actor(), "webhook.redeliver", &hook, json!({ "delivery": id })).await
}

/// Has all tried again now that happened at `since` or later and did not arrive; answers how many.
///
/// # Errors
/// [`Error::Conflict`] `webhook_disabled`; [`Error::NotFound`].
pub async fn redeliver_failed(
    tx: &mut Tx,
    who: &Admin,
    of: Id<Webhook>,
    since: Moment,
) -> Result<usize, Error> {
    let hook = awake(tx, of).await?;
    // PostgreSQL's calendar begins later than ours, and nothing happened before 1970.
    let since = since.max(Timestamp::UNIX_EPOCH.into());
    let deliveries = store::requeue_failed(tx, of, since).await?;
    let content = json!({ "since": since, "deliveries": deliveries });
    record(tx, who.actor(), "webhook.redeliver", &hook, content).await?;
    Ok(deliveries)
}

/// The webhook, locked, unless it is disabled: nothing would ever be sent to it.
async fn awake(tx: &mut Tx, of: Id<Webhook>) -> Result<Webhook, Error> {
    let hook = hooks::locked(tx, of).await?;
    match hook.state {
        WebhookState::Disabled => Err(Error::conflict("webhook_disabled")),
        WebhookState::Active | WebhookState::Paused => Ok(hook),
    }
}
