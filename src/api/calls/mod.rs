//! Calls: what people are invited to hand in, what is asked of them, and in which rounds by whom it is reviewed.

mod codes;
mod filled;
mod lifecycle;
mod open;
mod panel;
mod questions;
mod rounds;
mod wire;

use actix_web::{
    HttpResponse,
    web::{self, Data},
};
use diesel_async::AsyncPgConnection;

use super::{
    json::Json,
    lists::All,
    once::{created, once},
    row::{Parent, Row},
};
use crate::{
    accounts::proofs::Programme,
    calls::{self, Call, CallFields, CallId, NewCall},
    db::Tx,
    editions::{Edition, parts},
    error::Error,
    http::{App, bearer::With},
    values::{Id, Moment},
};

pub(super) use codes::*;
pub(super) use filled::*;
pub(super) use lifecycle::*;
pub(super) use open::*;
pub(super) use panel::*;
pub(super) use questions::*;
pub(super) use rounds::*;
pub(super) use wire::{CallBody, RoundBody};

impl Parent for Call {
    const NAME: &'static str = "call";
}

/// A call as it is now.
async fn read(conn: &mut AsyncPgConnection, who: &Programme, id: CallId) -> Result<CallBody, Error> {
    let call = calls::call(conn, who, id).await?;
    CallBody::of(conn, call, Moment::now()).await
}

/// What was sent, parsed on the edition's clock and among its tracks.
async fn parsed(
    conn: &mut AsyncPgConnection,
    edition: &Edition,
    body: &Json<CallFields>,
) -> Result<NewCall, Error> {
    let tracks = parts::list(conn, edition.id).await?;
    Ok(body.value()?.parse(&edition.zone, &tracks)?)
}

/// Where a call stands in the API.
fn location(edition: &Edition, call: CallId) -> String {
    format!("/api/v1/editions/{}/calls/{call}", edition.slug)
}

/// Lists the edition's calls, those that are put away at the end.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/calls", tag = "Calls",
    responses((status = 200, body = All<CallBody>)), security(("token" = ["programme:read"])))]
pub(super) async fn list_calls(
    app: Data<App>,
    at: With<Programme>,
) -> Result<web::Json<All<CallBody>>, Error> {
    let (mut conn, now) = (app.db.read().await?, Moment::now());
    let mut items = Vec::new();
    for call in calls::calls(&mut conn, &at.proof).await? {
        items.push(CallBody::of(&mut conn, call, now).await?);
    }
    Ok(web::Json(All { items }))
}

/// Shows a call.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/calls/{id}", tag = "Calls",
    responses((status = 200, body = CallBody)), security(("token" = ["programme:read"])))]
pub(super) async fn show_call(
    app: Data<App>,
    at: With<Programme>,
    row: Row<Call>,
) -> Result<web::Json<CallBody>, Error> {
    Ok(web::Json(read(&mut *app.db.read().await?, &at.proof, row.0).await?))
}

/// Makes a call, which is a draft until it is published.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/calls", tag = "Calls",
    responses((status = 201, body = CallBody)), security(("token" = ["programme:write"])))]
pub(super) async fn create_call(
    app: Data<App>,
    at: With<Programme>,
    body: Json<CallFields>,
) -> Result<HttpResponse, Error> {
    let make = async |tx: &mut Tx| {
        let new = parsed(tx, &at.edition, &body).await?;
        let made = calls::create(tx, &at.proof, new).await?;
        read(tx, &at.proof, made.id).await
    };
    let find = async |tx: &mut Tx, id| read(tx, &at.proof, Id::from(id)).await;
    let made = once(&app.db, body.claim(&at.caller), make, find).await?;
    Ok(created(location(&at.edition, made.id.into()), &made))
}

/// Replaces what a call says; its `version` in the body keeps others' changes from being overwritten unseen.
#[utoipa::path(put, path = "/api/v1/editions/{edition}/calls/{id}", tag = "Calls",
    responses((status = 200, body = CallBody)), security(("token" = ["programme:write"])))]
pub(super) async fn change_call(
    app: Data<App>,
    at: With<Programme>,
    row: Row<Call>,
    body: Json<CallFields>,
) -> Result<web::Json<CallBody>, Error> {
    let change = async |tx: &mut Tx| {
        read(tx, &at.proof, row.0).await?;
        let new = parsed(tx, &at.edition, &body).await?;
        calls::change(tx, &at.proof, row.0, new).await?;
        read(tx, &at.proof, row.0).await
    };
    Ok(web::Json(app.db.transaction(change).await?))
}
