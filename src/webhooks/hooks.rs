//! Adding webhooks, changing them, letting them rest.

use diesel_async::AsyncPgConnection;
use secrecy::SecretString;
use serde_json::{Value, json};

use super::{
    NewWebhook, Webhook, WebhookChange, WebhookState,
    store::{hooks as store, secrets},
};
use crate::{
    accounts::{Account, proofs::Admin},
    audit::{self, Actor, Entry},
    db::Tx,
    error::Error,
    keys::Keys,
    values::Id,
};

/// Adds a webhook, which is told what is sealed from now on, and answers it with its secret, which is never seen again. `owner` hears
/// when it is disabled.
///
/// # Errors
/// [`Error::Invalid`] `edition_unknown` on `edition`.
pub async fn create(
    tx: &mut Tx,
    keys: &Keys,
    who: &Admin,
    owner: Id<Account>,
    new: &NewWebhook,
) -> Result<(Webhook, SecretString), Error> {
    let made = store::insert(tx, new.edition, owner, &new.about).await?;
    let secret = secrets::replace(tx, keys, made.id).await?;
    record(tx, who.actor(), "webhook.create", &made, said(&made)).await?;
    Ok((made, secret.shown()))
}

/// Changes where a webhook leads and what it is told.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn change(
    tx: &mut Tx,
    who: &Admin,
    id: Id<Webhook>,
    about: &WebhookChange,
) -> Result<Webhook, Error> {
    let before = store::locked(tx, id).await?;
    let after = store::update(tx, id, about).await?;
    let content = json!({ "before": said(&before), "after": said(&after) });
    record(tx, who.actor(), "webhook.change", &after, content).await?;
    Ok(after)
}

/// Makes a new secret and answers it; the one before still signs beside it for a day, so that the receiver may learn the new one
/// at leisure.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn rotate_secret(
    tx: &mut Tx,
    keys: &Keys,
    who: &Admin,
    id: Id<Webhook>,
) -> Result<SecretString, Error> {
    let hook = store::locked(tx, id).await?;
    let secret = secrets::replace(tx, keys, id).await?;
    record(tx, who.actor(), "webhook.rotate-secret", &hook, Value::Null).await?;
    Ok(secret.shown())
}

/// Lets a webhook wait; what happens meanwhile is kept for it.
///
/// # Errors
/// [`Error::Conflict`] `webhook_not_active`; [`Error::NotFound`].
pub async fn pause(tx: &mut Tx, who: &Admin, id: Id<Webhook>) -> Result<Webhook, Error> {
    let hook = store::locked(tx, id).await?;
    if hook.state != WebhookState::Active {
        return Err(Error::conflict("webhook_not_active"));
    }
    turn(tx, who, hook, WebhookState::Paused, "webhook.pause").await
}

/// Has a webhook told again: what waits for it, and what happens from now on.
///
/// # Errors
/// [`Error::Conflict`] `webhook_active`; [`Error::NotFound`].
pub async fn resume(tx: &mut Tx, who: &Admin, id: Id<Webhook>) -> Result<Webhook, Error> {
    let hook = store::locked(tx, id).await?;
    if hook.state == WebhookState::Active {
        return Err(Error::conflict("webhook_active"));
    }
    turn(tx, who, hook, WebhookState::Active, "webhook.resume").await
}

async fn turn(
    tx: &mut Tx,
    who: &Admin,
    before: Webhook,
    state: WebhookState,
    action: &'static str,
) -> Result<Webhook, Error> {
    store::set_state(tx, before.id, state, None).await?;
    record(tx, who.actor(), action, &before, json!({ "before": { "state": before.state } })).await?;
    store::by_id(tx, before.id).await
}

/// Takes a webhook away, with its deliveries.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn remove(tx: &mut Tx, who: &Admin, id: Id<Webhook>) -> Result<(), Error> {
    let hook = store::locked(tx, id).await?;
    store::delete(tx, id).await?;
    record(tx, who.actor(), "webhook.remove", &hook, json!({ "before": said(&hook) })).await
}

/// Every webhook, newest first.
///
/// # Errors
/// The database's.
pub async fn webhooks(conn: &mut AsyncPgConnection, _: &Admin) -> Result<Vec<Webhook>, Error> {
    store::all(conn).await
}

/// One webhook.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn webhook(conn: &mut AsyncPgConnection, _: &Admin, id: Id<Webhook>) -> Result<Webhook, Error> {
    store::by_id(conn, id).await
}

fn said(hook: &Webhook) -> Value {
    json!({ "url": hook.url, "description": hook.description, "events": hook.events.0 })
}

pub(super) async fn record(
    tx: &mut Tx,
    actor: &Actor,
    action: &'static str,
    hook: &Webhook,
    content: Value,
) -> Result<(), Error> {
    let (subject, edition) = (hook.id.uuid(), Some(hook.edition_id));
    audit::record(tx, actor, Entry { action, subject_kind: "webhook", subject, edition, content }).await
}
