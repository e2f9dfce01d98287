//! The log of a webhook's deliveries, a test, and sending again.

use actix_web::web::{self, Data};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use super::wire::{DeliveryBody, DeliveryDetailBody, RedeliveredBody};
use crate::{
    api::{
        json::Json,
        lists::{Page, PageQuery},
        query::Query,
        row::{Row, Under},
    },
    error::Error,
    http::{App, bearer::WithAdmin},
    values::Moment,
    webhooks::{self, Delivery, DeliveryFilter, DeliveryState, Webhook},
};

/// Which deliveries.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(in crate::api) struct DeliveryQuery {
    /// Only in this state.
    state: Option<DeliveryState>,
    /// Only of this event, such as `registration.created`.
    event: Option<String>,
    /// The `next` of the page before; leave it out for the first.
    cursor: Option<String>,
    /// How many at most; 50 where it is left out.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u16>,
}

/// Lists a webhook's deliveries, the latest first.
#[utoipa::path(get, path = "/api/v1/webhooks/{id}/deliveries", tag = "Webhooks", params(DeliveryQuery),
    responses((status = 200, body = Page<DeliveryBody>)), security(("token" = ["admin:read"])))]
pub(in crate::api) async fn list_deliveries(
    app: Data<App>,
    by: WithAdmin,
    row: Row<Webhook>,
    query: Query<DeliveryQuery>,
) -> Result<web::Json<Page<DeliveryBody>>, Error> {
    let DeliveryQuery { state, event, cursor, limit } = query.0;
    let page = PageQuery { cursor, limit };
    let filter = DeliveryFilter { state, event, before: page.after()? };
    let limit = page.limit()?;
    let one_more = i64::try_from(limit + 1).map_err(Error::internal)?;
    let mut conn = app.db.read().await?;
    let rows = webhooks::deliveries(&mut conn, &by.proof, row.0, &filter, one_more).await?;
    Ok(web::Json(Page::cut(rows, limit, |delivery| delivery.id)))
}

/// Shows a delivery with every try.
#[utoipa::path(get, path = "/api/v1/webhooks/{webhook}/deliveries/{id}", tag = "Webhooks",
    responses((status = 200, body = DeliveryDetailBody)), security(("token" = ["admin:read"])))]
pub(in crate::api) async fn show_delivery(
    app: Data<App>,
    by: WithAdmin,
    of: Under<Webhook>,
    row: Row<Delivery>,
) -> Result<web::Json<DeliveryDetailBody>, Error> {
    let found = webhooks::delivery(&mut *app.db.read().await?, &by.proof, of.0, row.0).await?;
    Ok(web::Json(found.into()))
}

/// Sends the event `webhook.test`.
#[utoipa::path(post, path = "/api/v1/webhooks/{id}/test", tag = "Webhooks",
    responses((status = 200, body = DeliveryDetailBody)), security(("token" = ["admin:write"])))]
pub(in crate::api) async fn test_webhook(
    app: Data<App>,
    by: WithAdmin,
    row: Row<Webhook>,
) -> Result<web::Json<DeliveryDetailBody>, Error> {
    let sent = app.db.transaction(async |tx| {
        let id = webhooks::send_test(tx, &by.proof, row.0, Moment::now()).await?;
        webhooks::delivery(tx, &by.proof, row.0, id).await
    });
    Ok(web::Json(sent.await?.into()))
}

/// Has a delivery tried again now, under the same `webhook-id`.
#[utoipa::path(post, path = "/api/v1/webhooks/{webhook}/deliveries/{id}/redeliver", tag = "Webhooks",
    responses((status = 200, body = DeliveryDetailBody)), security(("token" = ["admin:write"])))]
pub(in crate::api) async fn redeliver(
    app: Data<App>,
    by: WithAdmin,
    of: Under<Webhook>,
    row: Row<Delivery>,
) -> Result<web::Json<DeliveryDetailBody>, Error> {
    let sent = app.db.transaction(async |tx| {
        webhooks::redeliver(tx, &by.proof, of.0, row.0).await?;
        webhooks::delivery(tx, &by.proof, of.0, row.0).await
    });
    Ok(web::Json(sent.await?.into()))
}

/// From when on to send again.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct RedeliverFields {
    /// What happened then or later.
    since: Moment,
}

/// Has all tried again now that happened since a moment and did not arrive.
#[utoipa::path(post, path = "/api/v1/webhooks/{id}/redeliver", tag = "Webhooks",
    responses((status = 200, body = RedeliveredBody)), security(("token" = ["admin:write"])))]
pub(in crate::api) async fn redeliver_failed(
    app: Data<App>,
    by: WithAdmin,
    row: Row<Webhook>,
    body: Json<RedeliverFields>,
) -> Result<web::Json<RedeliveredBody>, Error> {
    let since = body.value()?.since;
    let sent = app.db.transaction(async |tx| webhooks::redeliver_failed(tx, &by.proof, row.0, since).await);
    Ok(web::Json(RedeliveredBody { deliveries: sent.await? }))
}
