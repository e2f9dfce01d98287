//! What an attendee does with her own registration, shown to be hers by the secret of her manage link. Links are
//! secrets, so the secret stands in a header, never in a path.

mod acts;
mod address;
mod offer;
mod pass;
mod sign_ups;

use std::{future::Future, pin::Pin};

use actix_web::{
    Error as ActixError, FromRequest, HttpRequest,
    dev::Payload,
    http::header,
    web::{self, Data},
};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

pub(super) use acts::*;
pub(super) use address::*;
pub(super) use offer::*;
pub(super) use pass::*;
pub(super) use sign_ups::*;

use super::registrations::{ConsentBody, RegistrationBody};
use crate::{
    error::Error,
    http::{App, Asker, session::app},
    keys::LinkToken,
    registrations::{self, Holder},
};

/// Somebody who sends the secret of a manage link: `Authorization: Link …`.
pub(super) struct ByLink {
    /// The proof.
    proof: Holder,
    /// What the network tells.
    asker: Asker,
}

impl ByLink {
    async fn of(app: &App, request: &HttpRequest) -> Result<Self, Error> {
        let asker = Asker::of(request);
        let mut conn = app.db.read().await?;
        let proof = registrations::holder(&mut conn, &asker.visitor(), &app.keys, &secret(request)?).await;
        Ok(Self { proof: proof.map_err(unproved)?, asker })
    }
}

/// The secret of a mailed link, from `Authorization: Link …`.
fn secret(request: &HttpRequest) -> Result<LinkToken, Error> {
    let header = request.headers().get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let (scheme, token) = header.and_then(|text| text.split_once(' ')).ok_or(Error::SignInNeeded)?;
    let token = LinkToken::parse(token.trim()).filter(|_| scheme.eq_ignore_ascii_case("link"));
    token.ok_or(Error::SignInNeeded)
}

/// A link that opens nothing proves nothing.
fn unproved(error: Error) -> Error {
    if matches!(error, Error::NotFound) { Error::SignInNeeded } else { error }
}

impl FromRequest for ByLink {
    type Error = ActixError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, ActixError>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move { Ok(Self::of(app(&request)?, &request).await?) })
    }
}

/// Her own registration.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OwnRegistration)]
pub(super) struct OwnBody {
    /// The edition's short name.
    edition: String,
    registration: RegistrationBody,
    /// What she agreed to.
    consents: Vec<ConsentBody>,
}

/// Shows the registration that the link is of.
#[utoipa::path(get, path = "/api/v1/manage", tag = "One's own registration",
    responses((status = 200, body = OwnBody)), security(("link" = [])))]
pub(super) async fn show_own(app: Data<App>, by: ByLink) -> Result<web::Json<OwnBody>, Error> {
    let edition = app.pages.edition(&app.db, by.proof.edition()).await?.slug.to_string();
    let mut conn = app.db.read().await?;
    let registration = registrations::own(&mut conn, &by.proof).await?.into();
    let consents = registrations::consents_of(&mut conn, &by.proof).await?;
    Ok(web::Json(OwnBody { edition, registration, consents: consents.into_iter().map(Into::into).collect() }))
}

/// Gives a copy of everything that is kept about her.
#[utoipa::path(get, path = "/api/v1/manage/copy", tag = "One's own registration",
    responses((status = 200, body = serde_json::Value)), security(("link" = [])))]
pub(super) async fn show_copy(app: Data<App>, by: ByLink) -> Result<web::Json<Value>, Error> {
    let edition = app.pages.edition(&app.db, by.proof.edition()).await?;
    let mut conn = app.db.read().await?;
    Ok(web::Json(registrations::copy_of_data(&mut conn, &app.keys, &by.proof, &edition).await?))
}
