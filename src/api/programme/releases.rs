//! Releases of the programme, which never change.

use actix_web::{
    HttpResponse,
    web::{self, Data},
};

use super::wire::{ReleaseBody, ReleasedBody};
use crate::{
    accounts::proofs::Programme,
    api::{
        json::Json,
        lists::All,
        once::{created, once},
        readable::Readable,
        row::Row,
    },
    db::Tx,
    editions::Edition,
    error::Error,
    http::{App, bearer::With},
    programme::{self, NewRelease, Release, ReleaseFields},
    values::Id,
};

/// Lists the releases of the programme, the newest first.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/releases", tag = "Releases",
    responses((status = 200, body = All<ReleaseBody>)), security((), ("token" = ["observer:read"])))]
pub(in crate::api) async fn list_releases(
    app: Data<App>,
    of: Readable,
) -> Result<web::Json<All<ReleaseBody>>, Error> {
    let releases = programme::releases(&mut *app.db.read().await?, of.edition.id).await?;
    Ok(web::Json(All::of(releases)))
}

/// Shows the sessions of a release, and those that it strikes out.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/releases/{id}", tag = "Releases",
    responses((status = 200, body = All<ReleasedBody>)), security((), ("token" = ["observer:read"])))]
pub(in crate::api) async fn show_release(
    app: Data<App>,
    of: Readable,
    row: Row<Release>,
) -> Result<web::Json<All<ReleasedBody>>, Error> {
    let mut conn = app.db.read().await?;
    let releases = programme::releases(&mut conn, of.edition.id).await?;
    let release = releases.into_iter().find(|release| release.id == row.0).ok_or(Error::NotFound)?;
    let mut sessions: Vec<_> = programme::released(&mut conn, &release).await?.into_iter().collect();
    sessions.sort_by_key(|(id, released)| (released.listed.time, *id));
    Ok(web::Json(All::of(sessions)))
}

/// Releases the draft; whose slot it changes is told by mail.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/releases", tag = "Releases",
    responses((status = 201, body = ReleaseBody)), security(("token" = ["programme:write"])))]
pub(in crate::api) async fn create_release(
    app: Data<App>,
    at: With<Programme>,
    body: Json<ReleaseFields>,
) -> Result<HttpResponse, Error> {
    let new: NewRelease = body.parsed()?;
    let make = async |tx: &mut Tx| Ok(programme::release(tx, &at.proof, new).await?.0.into());
    let edition: Id<Edition> = at.edition.id;
    let find = async |tx: &mut Tx, id| {
        let releases = programme::releases(tx, edition).await?;
        let found = releases.into_iter().find(|release| release.id == Id::from(id));
        found.map(ReleaseBody::from).ok_or(Error::NotFound)
    };
    let made = once(&app.db, body.claim(&at.caller), make, find).await?;
    Ok(created(format!("/api/v1/editions/{}/releases/{}", at.edition.slug, made.id), &made))
}
