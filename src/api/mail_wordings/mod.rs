//! What an edition's mails say in its own words: reading, keeping, going back.

mod trial;
mod wire;

use std::future::{Ready, ready};

use actix_web::{
    Error as ActixError, FromRequest, HttpRequest, HttpResponse,
    dev::Payload,
    web::{self, Data},
};
use diesel_async::AsyncPgConnection;

use super::{
    json::Json,
    lists::All,
    row::{SeenVersion, etag},
};
use crate::{
    accounts::proofs::Communications,
    db::Tx,
    error::Error,
    http::{App, bearer::With},
    mail::{Renderer, WordingFields},
    outbox::wordings::{self, Place},
    values::Lang,
};

pub(super) use trial::*;
use wire::{GoBackFields, VersionBody, WordingBody, WordingsBody};

/// The words that `{template}` and `{lang}` of the path name. What no edition may word names nothing.
pub(super) struct Worded(Place);

impl FromRequest for Worded {
    type Error = ActixError;
    type Future = Ready<Result<Self, ActixError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let path = request.match_info();
        let lang = path.query("lang").parse::<Lang>().map_err(|()| Error::NotFound);
        let place = lang.and_then(|lang| Place::named(path.query("template"), lang));
        ready(place.map(Self).map_err(Into::into))
    }
}

/// What is said now.
async fn read(
    conn: &mut AsyncPgConnection,
    who: &Communications,
    place: Place,
) -> Result<WordingBody, Error> {
    Ok((place, wordings::words(conn, &Renderer::new()?, who, place).await?).into())
}

/// Words, with the version to send along with a change.
fn shown(words: &WordingBody) -> HttpResponse {
    HttpResponse::Ok().insert_header(etag(words.version)).json(words)
}

/// Lists every mail that the edition may word, and whose words it goes out in.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/mail-wordings", tag = "Mail wordings",
    responses((status = 200, body = All<WordingsBody>)), security(("token" = ["communications:read"])))]
pub(super) async fn list_mail_wordings(
    app: Data<App>,
    at: With<Communications>,
) -> Result<web::Json<All<WordingsBody>>, Error> {
    let all = wordings::all(&mut *app.db.read().await?, &at.proof).await?;
    Ok(web::Json(All::of(all)))
}

/// Shows what a mail says in one language: the edition's own words, else ours.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/mail-wordings/{template}/{lang}", tag = "Mail wordings",
    responses((status = 200, body = WordingBody)), security(("token" = ["communications:read"])))]
pub(super) async fn show_mail_wording(
    app: Data<App>,
    at: With<Communications>,
    of: Worded,
) -> Result<HttpResponse, Error> {
    Ok(shown(&read(&mut *app.db.read().await?, &at.proof, of.0).await?))
}

/// Says so from now on; mails that are printed already stay as they are.
#[utoipa::path(put, path = "/api/v1/editions/{edition}/mail-wordings/{template}/{lang}", tag = "Mail wordings",
    params(SeenVersion), responses((status = 200, body = WordingBody)),
    security(("token" = ["communications:write"])))]
pub(super) async fn keep_mail_wording(
    app: Data<App>,
    at: With<Communications>,
    of: Worded,
    seen: SeenVersion,
    body: Json<WordingFields>,
) -> Result<HttpResponse, Error> {
    let keep = async |tx: &mut Tx| {
        let input = (of.0, body.value()?, seen.number()?);
        wordings::save(tx, &Renderer::new()?, &at.proof, &at.edition, input).await?;
        read(tx, &at.proof, of.0).await
    };
    Ok(shown(&app.db.transaction(keep).await?))
}

/// Lists every version of what a mail said in one language, the newest first.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/mail-wordings/{template}/{lang}/versions",
    tag = "Mail wordings", responses((status = 200, body = All<VersionBody>)),
    security(("token" = ["communications:read"])))]
pub(super) async fn list_mail_wording_versions(
    app: Data<App>,
    at: With<Communications>,
    of: Worded,
) -> Result<web::Json<All<VersionBody>>, Error> {
    let words = wordings::words(&mut *app.db.read().await?, &Renderer::new()?, &at.proof, of.0).await?;
    Ok(web::Json(All::of(wire::versions(words))))
}

/// Goes back to an earlier version or, where none is named, to our words; a new version says so.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/mail-wordings/{template}/{lang}/go-back",
    tag = "Mail wordings", params(SeenVersion), responses((status = 200, body = WordingBody)),
    security(("token" = ["communications:write"])))]
pub(super) async fn restore_mail_wording(
    app: Data<App>,
    at: With<Communications>,
    of: Worded,
    seen: SeenVersion,
    body: Json<GoBackFields>,
) -> Result<HttpResponse, Error> {
    let back = async |tx: &mut Tx| {
        let to = (body.value()?.to, seen.number()?);
        wordings::go_back(tx, &at.proof, of.0, to).await?;
        read(tx, &at.proof, of.0).await
    };
    Ok(shown(&app.db.transaction(back).await?))
}
