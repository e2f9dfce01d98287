//! Sessions of the draft.

use actix_web::{
    HttpResponse,
    web::{self, Data},
};

use super::wire::{AdoptFields, SessionBody};
use crate::{
    accounts::proofs::Programme,
    api::{
        json::Json,
        lists::All,
        once::{created, once},
        row::{Row, SeenVersion, etag},
    },
    db::Tx,
    error::Error,
    http::{App, bearer::With},
    programme::{self, NewSession, PlacementFields, PlacesFields, Session, SessionFields},
    submissions::SubmissionId,
    values::Id,
};

/// A session, with the version to send along with a change.
fn shown(session: &SessionBody) -> HttpResponse {
    HttpResponse::Ok().insert_header(etag(session.version)).json(session)
}

/// The session as it is within a change.
async fn read(tx: &mut Tx, who: &Programme, id: Id<Session>) -> Result<SessionBody, Error> {
    Ok(programme::find(tx, who, id).await?.into())
}

/// Lists the sessions of the draft, those with a time first.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/sessions", tag = "Sessions",
    responses((status = 200, body = All<SessionBody>)), security(("token" = ["programme:read"])))]
pub(in crate::api) async fn list_sessions(
    app: Data<App>,
    at: With<Programme>,
) -> Result<web::Json<All<SessionBody>>, Error> {
    let all = programme::planned(&mut *app.db.read().await?, &at.proof).await?;
    Ok(web::Json(All::of(all)))
}

/// Shows a session of the draft.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/sessions/{id}", tag = "Sessions",
    responses((status = 200, body = SessionBody)), security(("token" = ["programme:read"])))]
pub(in crate::api) async fn show_session(
    app: Data<App>,
    at: With<Programme>,
    row: Row<Session>,
) -> Result<HttpResponse, Error> {
    let found = programme::find(&mut *app.db.read().await?, &at.proof, row.0).await?;
    Ok(shown(&found.into()))
}

/// Adds a session, which has no slot yet.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/sessions", tag = "Sessions",
    responses((status = 201, body = SessionBody)), security(("token" = ["programme:write"])))]
pub(in crate::api) async fn create_session(
    app: Data<App>,
    at: With<Programme>,
    body: Json<SessionFields>,
) -> Result<HttpResponse, Error> {
    let new: NewSession = body.parsed()?;
    let make = async |tx: &mut Tx| {
        let made = programme::create(tx, &at.proof, new).await?;
        read(tx, &at.proof, made.id).await
    };
    let find = async |tx: &mut Tx, id| read(tx, &at.proof, Id::from(id)).await;
    let made = once(&app.db, body.claim(&at.caller), make, find).await?;
    Ok(created(format!("/api/v1/editions/{}/sessions/{}", at.edition.slug, made.id), &made))
}

/// Makes sessions of what was handed in and confirmed, and answers them.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/sessions/adopt", tag = "Sessions",
    responses((status = 200, body = All<SessionBody>)), security(("token" = ["programme:write"])))]
pub(in crate::api) async fn adopt_submissions(
    app: Data<App>,
    at: With<Programme>,
    body: Json<AdoptFields>,
) -> Result<web::Json<All<SessionBody>>, Error> {
    let chosen: Vec<SubmissionId> = body.into_value()?.submissions.into_iter().map(Id::from).collect();
    let adopt = async |tx: &mut Tx| {
        let mut items = Vec::new();
        for made in programme::adopt(tx, &at.proof, &chosen).await? {
            items.push(read(tx, &at.proof, made.id).await?);
        }
        Ok(items)
    };
    Ok(web::Json(All { items: app.db.transaction(adopt).await? }))
}

/// Replaces what a session is; its slot stays.
#[utoipa::path(put, path = "/api/v1/editions/{edition}/sessions/{id}", tag = "Sessions", params(SeenVersion),
    responses((status = 200, body = SessionBody)), security(("token" = ["programme:write"])))]
pub(in crate::api) async fn change_session(
    app: Data<App>,
    at: With<Programme>,
    row: Row<Session>,
    seen: SeenVersion,
    body: Json<SessionFields>,
) -> Result<HttpResponse, Error> {
    let change = async |tx: &mut Tx| {
        let known = programme::find(tx, &at.proof, row.0).await?.row;
        let new = body.value()?.change_of(&known)?;
        programme::change(tx, &at.proof, (row.0, seen.number()?), new).await?;
        read(tx, &at.proof, row.0).await
    };
    Ok(shown(&app.db.transaction(change).await?))
}

/// Gives a session its slot, moves it, or takes it off the grid.
#[utoipa::path(put, path = "/api/v1/editions/{edition}/sessions/{id}/slot", tag = "Sessions", params(SeenVersion),
    responses((status = 200, body = SessionBody)), security(("token" = ["programme:write"])))]
pub(in crate::api) async fn place_session(
    app: Data<App>,
    at: With<Programme>,
    row: Row<Session>,
    seen: SeenVersion,
    body: Json<PlacementFields>,
) -> Result<HttpResponse, Error> {
    let place = async |tx: &mut Tx| {
        read(tx, &at.proof, row.0).await?;
        let placement = body.value()?.parse(&at.edition.zone)?;
        programme::place(tx, &at.proof, (row.0, seen.number()?), placement).await?;
        read(tx, &at.proof, row.0).await
    };
    Ok(shown(&app.db.transaction(place).await?))
}

/// Limits a session to so many places, or lifts the limit; at once, not with the next release.
#[utoipa::path(put, path = "/api/v1/editions/{edition}/sessions/{id}/places", tag = "Sessions", params(SeenVersion),
    responses((status = 200, body = SessionBody)), security(("token" = ["programme:write"])))]
pub(in crate::api) async fn limit_session(
    app: Data<App>,
    at: With<Programme>,
    row: Row<Session>,
    seen: SeenVersion,
    body: Json<PlacesFields>,
) -> Result<HttpResponse, Error> {
    let limit = async |tx: &mut Tx| {
        read(tx, &at.proof, row.0).await?;
        let places = body.value()?.parse()?;
        programme::limit(tx, &at.proof, (row.0, seen.number()?), places).await?;
        read(tx, &at.proof, row.0).await
    };
    Ok(shown(&app.db.transaction(limit).await?))
}

/// Takes a session out of the draft; the releases that it is in keep it.
#[utoipa::path(delete, path = "/api/v1/editions/{edition}/sessions/{id}", tag = "Sessions", params(SeenVersion),
    responses((status = 204)), security(("token" = ["programme:write"])))]
pub(in crate::api) async fn remove_session(
    app: Data<App>,
    at: With<Programme>,
    row: Row<Session>,
    seen: SeenVersion,
) -> Result<HttpResponse, Error> {
    let remove = async |tx: &mut Tx| {
        read(tx, &at.proof, row.0).await?;
        programme::remove(tx, &at.proof, (row.0, seen.number()?)).await
    };
    app.db.transaction(remove).await?;
    Ok(HttpResponse::NoContent().finish())
}
