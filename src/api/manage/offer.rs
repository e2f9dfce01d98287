//! Answering the offer of a place that came free.

use actix_web::web::{self, Data};
use serde::Serialize;
use utoipa::ToSchema;

use super::ByLink;
use crate::{
    api::registrations::RegistrationBody,
    error::Error,
    http::App,
    registrations::{self, OfferHolder, OfferOutcome},
    values::Moment,
};

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
pub(in crate::api) async fn show_offer(by: ByLink<OfferHolder>) -> web::Json<OfferBody> {
    let offer = by.proof.offer();
    let (offered_at, expires_at, outcome) = (offer.offered_at, offer.expires_at, offer.outcome);
    web::Json(OfferBody { offered_at, expires_at, outcome })
}

/// Takes the offered place.
#[utoipa::path(post, path = "/api/v1/offer/accept", tag = "One's own registration",
    responses((status = 200, body = RegistrationBody)), security(("link" = [])))]
pub(in crate::api) async fn accept_offer(
    app: Data<App>,
    by: ByLink<OfferHolder>,
) -> Result<web::Json<RegistrationBody>, Error> {
    let confirmed = app.db.transaction(async |tx| registrations::accept(tx, &by.proof).await).await?;
    Ok(web::Json(confirmed.into()))
}

/// Turns the offered place down; it goes to the next in line.
#[utoipa::path(post, path = "/api/v1/offer/turn-down", tag = "One's own registration",
    responses((status = 200, body = RegistrationBody)), security(("link" = [])))]
pub(in crate::api) async fn turn_down_offer(
    app: Data<App>,
    by: ByLink<OfferHolder>,
) -> Result<web::Json<RegistrationBody>, Error> {
    let cancelled = app.db.transaction(async |tx| registrations::turn_down(tx, &by.proof).await).await?;
    Ok(web::Json(cancelled.into()))
}
