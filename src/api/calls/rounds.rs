//! The rounds in which a call's submissions are reviewed, and what they came to.

use actix_web::{
    HttpResponse,
    web::{self, Data},
};

use super::{
    location,
    wire::{RankingBody, RoundBody},
};
use crate::{
    accounts::proofs::Programme,
    api::{
        json::Json,
        lists::All,
        once::{created, once},
        parts::OrderFields,
        row::{Row, Under},
    },
    calls::{self, Call, CallId, Round, RoundFields, RoundId},
    db::Tx,
    error::Error,
    http::{App, bearer::With},
    reviews,
    values::{Id, Moment},
};

/// A round of the call as it is now.
async fn read(tx: &mut Tx, who: &Programme, call: CallId, id: RoundId) -> Result<RoundBody, Error> {
    let rounds = calls::rounds(tx, who, call).await?;
    rounds.into_iter().find(|round| round.id == id).map(RoundBody::from).ok_or(Error::NotFound)
}

/// Lists the rounds of a call with their criteria, in order.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/calls/{call}/rounds", tag = "Calls",
    responses((status = 200, body = All<RoundBody>)), security(("token" = ["programme:read"])))]
pub(in crate::api) async fn list_rounds(
    app: Data<App>,
    at: With<Programme>,
    call: Under<Call>,
) -> Result<web::Json<All<RoundBody>>, Error> {
    let rounds = calls::rounds(&mut *app.db.read().await?, &at.proof, call.0).await?;
    Ok(web::Json(All::of(rounds)))
}

/// Adds a round, the last in order.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/calls/{call}/rounds", tag = "Calls",
    responses((status = 201, body = RoundBody)), security(("token" = ["programme:write"])))]
pub(in crate::api) async fn create_round(
    app: Data<App>,
    at: With<Programme>,
    call: Under<Call>,
    body: Json<RoundFields>,
) -> Result<HttpResponse, Error> {
    let make = async |tx: &mut Tx| {
        calls::call(tx, &at.proof, call.0).await?;
        let new = body.value()?.parse(&at.edition.zone)?;
        Ok(calls::create_round(tx, &at.proof, call.0, new).await?.into())
    };
    let find = async |tx: &mut Tx, id| read(tx, &at.proof, call.0, Id::from(id)).await;
    let made: RoundBody = once(&app.db, body.claim(&at.caller), make, find).await?;
    Ok(created(format!("{}/rounds/{}", location(&at.edition, call.0), made.id), &made))
}

/// Replaces a round that is not closed. Criteria are told apart by their place.
#[utoipa::path(put, path = "/api/v1/editions/{edition}/calls/{call}/rounds/{id}", tag = "Calls",
    responses((status = 200, body = RoundBody)), security(("token" = ["programme:write"])))]
pub(in crate::api) async fn change_round(
    app: Data<App>,
    at: With<Programme>,
    call: Under<Call>,
    row: Row<Round>,
    body: Json<RoundFields>,
) -> Result<web::Json<RoundBody>, Error> {
    let change = async |tx: &mut Tx| {
        read(tx, &at.proof, call.0, row.0).await?;
        let new = body.value()?.parse(&at.edition.zone)?;
        calls::change_round(tx, &at.proof, call.0, row.0, new).await
    };
    Ok(web::Json(app.db.transaction(change).await?.into()))
}

/// Closes a round: its scores stay as they are for good.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/calls/{call}/rounds/{id}/close", tag = "Calls",
    responses((status = 200, body = RoundBody)), security(("token" = ["programme:write"])))]
pub(in crate::api) async fn close_round(
    app: Data<App>,
    at: With<Programme>,
    call: Under<Call>,
    row: Row<Round>,
) -> Result<web::Json<RoundBody>, Error> {
    let close = async |tx: &mut Tx| {
        calls::close_round(tx, &at.proof, call.0, row.0, Moment::now()).await?;
        read(tx, &at.proof, call.0, row.0).await
    };
    Ok(web::Json(app.db.transaction(close).await?))
}

/// Removes a round that nobody scored in.
#[utoipa::path(delete, path = "/api/v1/editions/{edition}/calls/{call}/rounds/{id}", tag = "Calls",
    responses((status = 204)), security(("token" = ["programme:write"])))]
pub(in crate::api) async fn remove_round(
    app: Data<App>,
    at: With<Programme>,
    call: Under<Call>,
    row: Row<Round>,
) -> Result<HttpResponse, Error> {
    app.db.transaction(async |tx| calls::remove_round(tx, &at.proof, call.0, row.0).await).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Puts the rounds of a call in another order.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/calls/{call}/rounds/reorder", tag = "Calls",
    responses((status = 204)), security(("token" = ["programme:write"])))]
pub(in crate::api) async fn reorder_rounds(
    app: Data<App>,
    at: With<Programme>,
    call: Under<Call>,
    body: Json<OrderFields>,
) -> Result<HttpResponse, Error> {
    let ids: Vec<RoundId> = body.into_value()?.ids.into_iter().map(Id::from).collect();
    app.db.transaction(async |tx| calls::reorder_rounds(tx, &at.proof, call.0, &ids).await).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Shows what the reviews of a call come to: mean, median and normalised score side by side, with spread and coverage.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/calls/{call}/ranking", tag = "Reviews",
    responses((status = 200, body = RankingBody)), security(("token" = ["programme:read"])))]
pub(in crate::api) async fn show_ranking(
    app: Data<App>,
    at: With<Programme>,
    call: Under<Call>,
) -> Result<web::Json<RankingBody>, Error> {
    let ranking = reviews::ranking(&mut *app.db.read().await?, &at.proof, call.0).await?;
    Ok(web::Json(ranking.map(RankingBody::from).unwrap_or_default()))
}
