//! Webhooks of every edition, and their deliveries.

mod deliveries;
mod wire;

use actix_web::{
    HttpResponse,
    web::{self, Data},
};
use secrecy::ExposeSecret;

use wire::{MadeWebhookBody, SecretBody, WebhookBody};

use super::{
    json::Json,
    lists::All,
    once::{Made, created, once},
    row::{Parent, Row},
};
use crate::{
    db::Tx,
    error::Error,
    http::{App, bearer::WithAdmin},
    webhooks::{self, NewWebhook, NewWebhookFields, Webhook, WebhookChange, WebhookFields},
};

pub(super) use deliveries::*;

impl Parent for Webhook {
    const NAME: &'static str = "webhook";
}

/// Lists the webhooks of every edition, the latest first.
#[utoipa::path(get, path = "/api/v1/webhooks", tag = "Webhooks",
    responses((status = 200, body = All<WebhookBody>)), security(("token" = ["admin:read"])))]
pub(super) async fn list_webhooks(
    app: Data<App>,
    by: WithAdmin,
) -> Result<web::Json<All<WebhookBody>>, Error> {
    Ok(web::Json(All::of(webhooks::webhooks(&mut *app.db.read().await?, &by.proof).await?)))
}

/// Adds a webhook; its secret is in this answer alone. A repetition of the request shows it without the secret.
#[utoipa::path(post, path = "/api/v1/webhooks", tag = "Webhooks",
    responses((status = 201, body = MadeWebhookBody)), security(("token" = ["admin:write"])))]
pub(super) async fn create_webhook(
    app: Data<App>,
    by: WithAdmin,
    body: Json<NewWebhookFields>,
) -> Result<HttpResponse, Error> {
    let owner = by.caller.authority.account().ok_or(Error::SignInNeeded)?.id;
    let new: NewWebhook = body.parsed()?;
    let make = async |tx: &mut Tx| {
        let (hook, secret) = webhooks::create(tx, &app.keys, &by.proof, owner, &new).await?;
        Ok(MadeWebhookBody { webhook: hook.into(), secret: Some(secret.expose_secret().to_owned()) })
    };
    let find = async |tx: &mut Tx, id: uuid::Uuid| {
        let hook = webhooks::webhook(tx, &by.proof, id.into()).await?;
        Ok(MadeWebhookBody { webhook: hook.into(), secret: None })
    };
    let made = once(&app.db, body.claim(&by.caller), make, find).await?;
    Ok(created(format!("/api/v1/webhooks/{}", made.id()), &made))
}

/// Shows a webhook.
#[utoipa::path(get, path = "/api/v1/webhooks/{id}", tag = "Webhooks",
    responses((status = 200, body = WebhookBody)), security(("token" = ["admin:read"])))]
pub(super) async fn show_webhook(
    app: Data<App>,
    by: WithAdmin,
    row: Row<Webhook>,
) -> Result<web::Json<WebhookBody>, Error> {
    Ok(web::Json(webhooks::webhook(&mut *app.db.read().await?, &by.proof, row.0).await?.into()))
}

/// Replaces what is said about a webhook.
#[utoipa::path(put, path = "/api/v1/webhooks/{id}", tag = "Webhooks",
    responses((status = 200, body = WebhookBody)), security(("token" = ["admin:write"])))]
pub(super) async fn change_webhook(
    app: Data<App>,
    by: WithAdmin,
    row: Row<Webhook>,
    body: Json<WebhookFields>,
) -> Result<web::Json<WebhookBody>, Error> {
    let about: WebhookChange = body.parsed()?;
    let changed = app.db.transaction(async |tx| webhooks::change(tx, &by.proof, row.0, &about).await);
    Ok(web::Json(changed.await?.into()))
}

/// Deletes a webhook with its deliveries.
#[utoipa::path(delete, path = "/api/v1/webhooks/{id}", tag = "Webhooks",
    responses((status = 204)), security(("token" = ["admin:write"])))]
pub(super) async fn remove_webhook(
    app: Data<App>,
    by: WithAdmin,
    row: Row<Webhook>,
) -> Result<HttpResponse, Error> {
    app.db.transaction(async |tx| webhooks::remove(tx, &by.proof, row.0).await).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Makes a new secret, which is in this answer alone; the one before signs beside it for 24 hours.
#[utoipa::path(post, path = "/api/v1/webhooks/{id}/rotate-secret", tag = "Webhooks",
    responses((status = 200, body = SecretBody)), security(("token" = ["admin:write"])))]
pub(super) async fn rotate_webhook_secret(
    app: Data<App>,
    by: WithAdmin,
    row: Row<Webhook>,
) -> Result<web::Json<SecretBody>, Error> {
    let made = app.db.transaction(async |tx| webhooks::rotate_secret(tx, &app.keys, &by.proof, row.0).await);
    Ok(web::Json(SecretBody { secret: made.await?.expose_secret().to_owned() }))
}

/// Lets a webhook wait; what happens meanwhile is kept for it.
#[utoipa::path(post, path = "/api/v1/webhooks/{id}/pause", tag = "Webhooks",
    responses((status = 200, body = WebhookBody)), security(("token" = ["admin:write"])))]
pub(super) async fn pause_webhook(
    app: Data<App>,
    by: WithAdmin,
    row: Row<Webhook>,
) -> Result<web::Json<WebhookBody>, Error> {
    let paused = app.db.transaction(async |tx| webhooks::pause(tx, &by.proof, row.0).await);
    Ok(web::Json(paused.await?.into()))
}

/// Has a webhook told again that was paused or disabled.
#[utoipa::path(post, path = "/api/v1/webhooks/{id}/resume", tag = "Webhooks",
    responses((status = 200, body = WebhookBody)), security(("token" = ["admin:write"])))]
pub(super) async fn resume_webhook(
    app: Data<App>,
    by: WithAdmin,
    row: Row<Webhook>,
) -> Result<web::Json<WebhookBody>, Error> {
    let resumed = app.db.transaction(async |tx| webhooks::resume(tx, &by.proof, row.0).await);
    Ok(web::Json(resumed.await?.into()))
}
