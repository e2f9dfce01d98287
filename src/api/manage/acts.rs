//! Changing, cancelling, agreeing and erasing.

use actix_web::{
    HttpRequest, HttpResponse,
    web::{self, Data},
};
use serde::Deserialize;
use utoipa::ToSchema;

use super::ByLink;
use crate::{
    api::{json::Json, registrations::RegistrationBody},
    db::Tx,
    editions::ConsentKind,
    error::Error,
    http::App,
    questions,
    registrations::{self, ChangeFields},
    values::Moment,
};

/// Changes her details and answers, until the edition ends: all of them as they shall be.
///
/// The address stays as it is: another one has to be proved first.
#[utoipa::path(put, path = "/api/v1/manage", tag = "One's own registration",
    responses((status = 200, body = RegistrationBody)), security(("link" = [])))]
pub(in crate::api) async fn change_own(
    app: Data<App>,
    by: ByLink,
    body: Json<ChangeFields>,
) -> Result<web::Json<RegistrationBody>, Error> {
    let edition = app.pages.edition(&app.db, by.proof.edition()).await?;
    let asked = questions::questions(&mut *app.db.read().await?, edition.id).await?;
    let change = body.value()?.parse(&asked)?;
    let (keys, now) = (&app.keys, Moment::now());
    let changed = async |tx: &mut Tx| registrations::change(tx, keys, &by.proof, &edition, change, now).await;
    Ok(web::Json(app.db.transaction(changed).await?.into()))
}

/// Cancels; her place goes to the first in line.
#[utoipa::path(post, path = "/api/v1/manage/cancel", tag = "One's own registration",
    responses((status = 200, body = RegistrationBody)), security(("link" = [])))]
pub(in crate::api) async fn cancel_own(
    app: Data<App>,
    by: ByLink,
) -> Result<web::Json<RegistrationBody>, Error> {
    let now = Moment::now();
    let cancelled = app.db.transaction(async |tx| registrations::cancel(tx, &by.proof, now).await).await?;
    Ok(web::Json(cancelled.into()))
}

/// Whether she agrees.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct ConsentFields {
    /// True to agree to the text as it reads today, false to take it back.
    given: bool,
}

/// Agrees to a consent text as it reads today, or takes the consent back.
#[utoipa::path(put, path = "/api/v1/manage/consents/{kind}", tag = "One's own registration",
    params(("kind" = ConsentKind, Path, description = "What it is about; never `collection`.")),
    responses((status = 204)), security(("link" = [])))]
pub(in crate::api) async fn set_own_consent(
    app: Data<App>,
    by: ByLink,
    request: HttpRequest,
    body: Json<ConsentFields>,
) -> Result<HttpResponse, Error> {
    let kind = request.match_info().query("kind").parse().map_err(|()| Error::NotFound)?;
    let (given, lang, now) = (body.value()?.given, by.asker.lang, Moment::now());
    let db = &app.db;
    db.transaction(async |tx| registrations::set_consent(tx, &by.proof, kind, given, lang, now).await)
        .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Erases her: the place goes back and everything personal is emptied, for good.
#[utoipa::path(post, path = "/api/v1/manage/erase", tag = "One's own registration",
    responses((status = 204)), security(("link" = [])))]
pub(in crate::api) async fn erase_own(app: Data<App>, by: ByLink) -> Result<HttpResponse, Error> {
    let now = Moment::now();
    app.db.transaction(async |tx| registrations::erase(tx, &by.proof, now).await).await?;
    Ok(HttpResponse::NoContent().finish())
}
