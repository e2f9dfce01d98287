//! Answering the offer of a place that came free.

use std::{future::Future, pin::Pin};

use actix_web::{
    Error as ActixError, FromRequest, HttpRequest,
    dev::Payload,
    web::{self, Data},
};
use serde::Serialize;
use utoipa::ToSchema;

use super::{ByLink, secret};
use crate::{
    api::registrations::RegistrationBody,
    error::Error,
    http::{App, Asker, session::app},
    keys::LinkToken,
    registrations::{self, OfferHolder, OfferOutcome},
    values::Moment,
};

/// Somebody who sends the secret of an offer's link, or of the manage link of a registration with an open offer.
pub(in crate::api) struct ByOffer(OfferHolder);

impl ByOffer {
    async fn of(app: &App, request: &HttpRequest) -> Result<Self, Error> {
        let visitor = Asker::of(request).visitor();
        let mut conn = app.db.read().await?;
        match registrations::offer_holder(&mut conn, &visitor, &app.keys, &secret(request)?).await {
            Err(Error::NotFound) => {}
            found => return found.map(Self),
        }
        drop(conn);
        let holder = ByLink::of(app, request).await?.proof;
        let mut conn = app.db.read().await?;
        let token = registrations::open_offer(&mut conn, &app.keys, &holder).await?;
        let token = token.as_deref().and_then(LinkToken::parse).ok_or(Error::NotFound)?;
        registrations::offer_holder(&mut conn, &visitor, &app.keys, &token).await.map(Self)
    }
}

impl FromRequest for ByOffer {
    type Error = ActixError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, ActixError>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move { Ok(Self::of(app(&request)?, &request).await?) })
    }
}

/// An offered place.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Offer)]
pub(in crate::api) struct OfferBody {
    /// When it was offered.
    offered_at: Moment,
    /// Until when it is held; null until the mail that says so was sent.
    expires_at: Option<Moment>,
    /// What became of it; null while it can be answered.
    outcome: Option<OfferOutcome>,
}

/// Shows the offer.
#[utoipa::path(get, path = "/api/v1/offer", tag = "One's own registration",
    responses((status = 200, body = OfferBody)), security(("link" = [])))]
pub(in crate::api) async fn show_offer(by: ByOffer) -> web::Json<OfferBody> {
    let offer = by.0.offer();
    let (offered_at, expires_at, outcome) = (offer.offered_at, offer.expires_at, offer.outcome);
    web::Json(OfferBody { offered_at, expires_at, outcome })
}

/// Takes the offered place.
#[utoipa::path(post, path = "/api/v1/offer/accept", tag = "One's own registration",
    responses((status = 200, body = RegistrationBody)), security(("link" = [])))]
pub(in crate::api) async fn accept_offer(
    app: Data<App>,
    by: ByOffer,
) -> Result<web::Json<RegistrationBody>, Error> {
    let confirmed = app.db.transaction(async |tx| registrations::accept(tx, &by.0).await).await?;
    Ok(web::Json(confirmed.into()))
}

/// Turns the offered place down; it goes to the next in line.
#[utoipa::path(post, path = "/api/v1/offer/turn-down", tag = "One's own registration",
    responses((status = 200, body = RegistrationBody)), security(("link" = [])))]
pub(in crate::api) async fn turn_down_offer(
    app: Data<App>,
    by: ByOffer,
) -> Result<web::Json<RegistrationBody>, Error> {
    let cancelled = app.db.transaction(async |tx| registrations::turn_down(tx, &by.0).await).await?;
    Ok(web::Json(cancelled.into()))
}
