//! Editions: finding, making, changing, publishing and archiving them.

mod cloning;
mod lifecycle;
mod wire;

use actix_web::{
    HttpResponse,
    web::{self, Data},
};

pub(super) use cloning::*;
pub(super) use lifecycle::*;
pub(super) use wire::EditionBody;

use super::{
    json::Json,
    lists::All,
    once::{created, once},
    readable::Readable,
    row::{SeenVersion, etag},
};
use crate::{
    accounts::proofs::Organiser,
    db::Tx,
    editions::{self, EditionChange, EditionFields},
    error::Error,
    http::{
        App,
        bearer::{Caller, With, WithAdmin},
    },
    values::Moment,
};

/// Lists the editions, the latest first.
///
/// Drafts are among them where the token's roles let it see them.
#[utoipa::path(get, path = "/api/v1/editions", tag = "Editions", responses((status = 200, body = All<EditionBody>)),
    security((), ("token" = ["observer:read"])))]
pub(super) async fn list_editions(
    app: Data<App>,
    caller: Caller,
) -> Result<web::Json<All<EditionBody>>, Error> {
    let seen = editions::seen_by(&mut *app.db.read().await?, &caller.authority).await?;
    Ok(web::Json(All::of(seen)))
}

/// Shows an edition.
#[utoipa::path(get, path = "/api/v1/editions/{edition}", tag = "Editions", responses((status = 200, body = EditionBody)),
    security((), ("token" = ["observer:read"])))]
pub(super) async fn show_edition(of: Readable) -> HttpResponse {
    shown(of.edition.into())
}

/// Makes a draft of an edition.
#[utoipa::path(post, path = "/api/v1/editions", tag = "Editions", responses((status = 201, body = EditionBody)),
    security(("token" = ["admin:write"])))]
pub(super) async fn create_edition(
    app: Data<App>,
    by: WithAdmin,
    body: Json<EditionFields>,
) -> Result<HttpResponse, Error> {
    let new = body.parsed()?;
    let make = async |tx: &mut Tx| Ok(editions::create(tx, &by.proof, new, Moment::now()).await?.into());
    let find = async |tx: &mut Tx, id| {
        let who = (&by.proof.organiser_of(id)).into();
        Ok(EditionBody::from(editions::for_staff(tx, &who).await?))
    };
    let made = once(&app.db, body.claim(&by.caller), make, find).await?;
    Ok(created(format!("/api/v1/editions/{}", made.slug), &made))
}

/// Replaces an edition's details.
#[utoipa::path(put, path = "/api/v1/editions/{edition}", tag = "Editions", params(SeenVersion),
    responses((status = 200, body = EditionBody)), security(("token" = ["organiser:write"])))]
pub(super) async fn change_edition(
    app: Data<App>,
    at: With<Organiser>,
    seen: SeenVersion,
    body: Json<EditionFields>,
) -> Result<HttpResponse, Error> {
    let change = EditionChange { version: seen.number()?, details: body.parsed()? };
    let changed =
        app.db.transaction(async |tx| editions::change(tx, &at.proof, change, Moment::now()).await).await?;
    Ok(shown(changed.into()))
}

/// An edition, with the version to send along with a change.
fn shown(edition: EditionBody) -> HttpResponse {
    HttpResponse::Ok().insert_header(etag(edition.version)).json(edition)
}
