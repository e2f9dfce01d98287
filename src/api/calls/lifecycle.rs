//! Showing a call, hiding it, ending it, putting it away; and the order of calls.

use actix_web::{
    HttpResponse,
    web::{self, Data},
};

use super::{CallBody, read};
use crate::{
    accounts::proofs::Programme,
    api::{json::Json, parts::OrderFields, row::Row},
    calls::{self, Call, CallId},
    db::Tx,
    error::Error,
    http::{App, bearer::With},
    values::{Id, Moment},
};

/// Does it, and shows the call as it is then.
async fn act(
    app: &App,
    at: &With<Programme>,
    row: &Row<Call>,
    verb: impl AsyncFnOnce(&mut Tx) -> Result<(), Error>,
) -> Result<web::Json<CallBody>, Error> {
    let act = async |tx: &mut Tx| {
        verb(tx).await?;
        read(tx, &at.proof, row.0).await
    };
    Ok(web::Json(app.db.transaction(act).await?))
}

/// Shows a call to the public, or to whoever has a code; its window says from when on one may hand in.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/calls/{id}/publish", tag = "Calls",
    responses((status = 200, body = CallBody)), security(("token" = ["programme:write"])))]
pub(in crate::api) async fn publish_call(
    app: Data<App>,
    at: With<Programme>,
    row: Row<Call>,
) -> Result<web::Json<CallBody>, Error> {
    act(&app, &at, &row, async |tx| calls::list(tx, &at.proof, row.0, Moment::now()).await).await
}

/// Hides a call again; what was handed in stays.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/calls/{id}/unpublish", tag = "Calls",
    responses((status = 200, body = CallBody)), security(("token" = ["programme:write"])))]
pub(in crate::api) async fn unpublish_call(
    app: Data<App>,
    at: With<Programme>,
    row: Row<Call>,
) -> Result<web::Json<CallBody>, Error> {
    act(&app, &at, &row, async |tx| calls::unlist(tx, &at.proof, row.0).await).await
}

/// Makes this moment the deadline of an open call.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/calls/{id}/close", tag = "Calls",
    responses((status = 200, body = CallBody)), security(("token" = ["programme:write"])))]
pub(in crate::api) async fn close_call(
    app: Data<App>,
    at: With<Programme>,
    row: Row<Call>,
) -> Result<web::Json<CallBody>, Error> {
    act(&app, &at, &row, async |tx| calls::close(tx, &at.proof, row.0, Moment::now()).await).await
}

/// Puts a call away for good; what was handed in stays.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/calls/{id}/archive", tag = "Calls",
    responses((status = 200, body = CallBody)), security(("token" = ["programme:write"])))]
pub(in crate::api) async fn archive_call(
    app: Data<App>,
    at: With<Programme>,
    row: Row<Call>,
) -> Result<web::Json<CallBody>, Error> {
    act(&app, &at, &row, async |tx| calls::archive(tx, &at.proof, row.0, Moment::now()).await).await
}

/// Puts the calls in another order.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/calls/reorder", tag = "Calls",
    responses((status = 204)), security(("token" = ["programme:write"])))]
pub(in crate::api) async fn reorder_calls(
    app: Data<App>,
    at: With<Programme>,
    body: Json<OrderFields>,
) -> Result<HttpResponse, Error> {
    let ids: Vec<CallId> = body.into_value()?.ids.into_iter().map(Id::from).collect();
    app.db.transaction(async |tx| calls::reorder(tx, &at.proof, &ids).await).await?;
    Ok(HttpResponse::NoContent().finish())
}
