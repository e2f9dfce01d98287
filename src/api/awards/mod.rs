//! Awards: the chair makes, opens and closes them, and reads what the ballots come to; a judge keeps her own ballot.

mod ballot;
mod wire;

use actix_web::{
    HttpResponse,
    web::{self, Data},
};

use super::{
    json::Json,
    lists::All,
    once::{created, once},
    row::{Row, Under},
};
use crate::{
    accounts::proofs::Programme,
    calls::{Call, CallId},
    db::Tx,
    error::Error,
    http::{App, bearer::With},
    reviews::awards::{self, Award, AwardFields, AwardId, NewAward},
    values::Moment,
};

pub(super) use ballot::*;
use wire::{AwardBody, AwardDetail};

/// One award as it is now, with its ranking.
async fn read(
    tx: &mut Tx,
    app: &App,
    who: &Programme,
    place: (CallId, AwardId),
) -> Result<AwardDetail, Error> {
    Ok(awards::award(tx, &app.keys, who, place).await?.into())
}

/// Lists the awards of a call.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/calls/{call}/awards", tag = "Awards",
    responses((status = 200, body = All<AwardBody>)), security(("token" = ["programme:read"])))]
pub(super) async fn list_awards(
    app: Data<App>,
    at: With<Programme>,
    call: Under<Call>,
) -> Result<web::Json<All<AwardBody>>, Error> {
    let all = awards::awards(&mut *app.db.read().await?, &at.proof, call.0).await?;
    Ok(web::Json(All::of(all)))
}

/// Adds an award that judges don't see yet.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/calls/{call}/awards", tag = "Awards",
    responses((status = 201, body = AwardBody)), security(("token" = ["programme:write"])))]
pub(super) async fn create_award(
    app: Data<App>,
    at: With<Programme>,
    call: Under<Call>,
    body: Json<AwardFields>,
) -> Result<HttpResponse, Error> {
    let make = async |tx: &mut Tx| {
        awards::awards(tx, &at.proof, call.0).await?;
        let new: NewAward = body.parsed()?;
        Ok(awards::create_award(tx, &at.proof, call.0, &new).await?.into())
    };
    let find = async |tx: &mut Tx, id| {
        let all = awards::awards(tx, &at.proof, call.0).await?;
        all.into_iter().find(|one| one.id.uuid() == id).map(AwardBody::from).ok_or(Error::NotFound)
    };
    let made: AwardBody = once(&app.db, body.claim(&at.caller), make, find).await?;
    let place = format!("/api/v1/editions/{}/calls/{}/awards/{}", at.edition.slug, call.0, made.id);
    Ok(created(place, &made))
}

/// Shows an award and what its ballots come to: now, or when it was closed.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/calls/{call}/awards/{id}", tag = "Awards",
    responses((status = 200, body = AwardDetail)), security(("token" = ["programme:read"])))]
pub(super) async fn show_award(
    app: Data<App>,
    at: With<Programme>,
    call: Under<Call>,
    row: Row<Award>,
) -> Result<web::Json<AwardDetail>, Error> {
    let mut conn = app.db.read().await?;
    Ok(web::Json(awards::award(&mut conn, &app.keys, &at.proof, (call.0, row.0)).await?.into()))
}

/// Lets the judges vote from now on.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/calls/{call}/awards/{id}/open", tag = "Awards",
    responses((status = 200, body = AwardDetail)), security(("token" = ["programme:write"])))]
pub(super) async fn open_award(
    app: Data<App>,
    at: With<Programme>,
    call: Under<Call>,
    row: Row<Award>,
) -> Result<web::Json<AwardDetail>, Error> {
    let (place, now) = ((call.0, row.0), Moment::now());
    let open = async |tx: &mut Tx| {
        awards::open_award(tx, &at.proof, place, now).await?;
        read(tx, &app, &at.proof, place).await
    };
    Ok(web::Json(app.db.transaction(open).await?))
}

/// Ends the vote: the ranking as it stands then is the result for good.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/calls/{call}/awards/{id}/close", tag = "Awards",
    responses((status = 200, body = AwardDetail)), security(("token" = ["programme:write"])))]
pub(super) async fn close_award(
    app: Data<App>,
    at: With<Programme>,
    call: Under<Call>,
    row: Row<Award>,
) -> Result<web::Json<AwardDetail>, Error> {
    let (place, now) = ((call.0, row.0), Moment::now());
    let close = async |tx: &mut Tx| {
        awards::close_award(tx, &app.keys, &at.proof, place, now).await?;
        read(tx, &app, &at.proof, place).await
    };
    Ok(web::Json(app.db.transaction(close).await?))
}

/// Removes an award that was never opened.
#[utoipa::path(delete, path = "/api/v1/editions/{edition}/calls/{call}/awards/{id}", tag = "Awards",
    responses((status = 204)), security(("token" = ["programme:write"])))]
pub(super) async fn remove_award(
    app: Data<App>,
    at: With<Programme>,
    call: Under<Call>,
    row: Row<Award>,
) -> Result<HttpResponse, Error> {
    app.db.transaction(async |tx| awards::remove_award(tx, &at.proof, (call.0, row.0)).await).await?;
    Ok(HttpResponse::NoContent().finish())
}
