//! The secret of a mailed link as a proof: `Authorization: Link …`.

use std::{future::Future, pin::Pin};

use actix_web::{Error as ActixError, FromRequest, HttpRequest, dev::Payload, http::header};

use crate::{
    error::Error,
    http::{App, Asker, session::app},
    keys::LinkToken,
    registrations::{self, Holder, OfferHolder, PassHolder},
};

/// What a link proves.
pub(in crate::api) trait OfLink: Sized + 'static {
    /// The proof of `token`.
    ///
    /// # Errors
    /// [`Error::SignInNeeded`] where it opens nothing of the kind.
    fn prove(app: &App, asker: &Asker, token: &LinkToken) -> impl Future<Output = Result<Self, Error>>;
}

impl OfLink for Holder {
    async fn prove(app: &App, asker: &Asker, token: &LinkToken) -> Result<Self, Error> {
        let mut conn = app.db.read().await?;
        registrations::holder(&mut conn, &asker.visitor(), &app.keys, token).await.map_err(unproved)
    }
}

impl OfLink for PassHolder {
    async fn prove(app: &App, asker: &Asker, token: &LinkToken) -> Result<Self, Error> {
        let mut conn = app.db.read().await?;
        registrations::pass_holder(&mut conn, &asker.visitor(), &app.keys, token).await.map_err(unproved)
    }
}

/// The link of an offer does, and the manage link of a registration that has an open one. Where that has none, the offer is not
/// found.
impl OfLink for OfferHolder {
    async fn prove(app: &App, asker: &Asker, token: &LinkToken) -> Result<Self, Error> {
        let (mut conn, visitor) = (app.db.read().await?, asker.visitor());
        match registrations::offer_holder(&mut conn, &visitor, &app.keys, token).await {
            Err(Error::NotFound) => {}
            found => return found,
        }
        let holder = registrations::holder(&mut conn, &visitor, &app.keys, token).await.map_err(unproved)?;
        let open = registrations::open_offer(&mut conn, &app.keys, &holder).await?;
        let open = open.as_deref().and_then(LinkToken::parse).ok_or(Error::NotFound)?;
        registrations::offer_holder(&mut conn, &visitor, &app.keys, &open).await
    }
}

/// Somebody who sends the secret of a link.
pub(in crate::api) struct ByLink<P = Holder> {
    /// The proof.
    pub(super) proof: P,
    /// What the network tells.
    pub(super) asker: Asker,
}

impl<P: OfLink> ByLink<P> {
    async fn of(app: &App, request: &HttpRequest) -> Result<Self, Error> {
        let asker = Asker::of(request);
        Ok(Self { proof: P::prove(app, &asker, &secret(request)?).await?, asker })
    }
}

impl<P: OfLink> FromRequest for ByLink<P> {
    type Error = ActixError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, ActixError>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move { Ok(Self::of(app(&request)?, &request).await?) })
    }
}

/// The secret of a mailed link, from `Authorization: Link …`.
pub(super) fn secret(request: &HttpRequest) -> Result<LinkToken, Error> {
    let header = request.headers().get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let (scheme, token) = header.and_then(|text| text.split_once(' ')).ok_or(Error::SignInNeeded)?;
    let token = LinkToken::parse(token.trim()).filter(|_| scheme.eq_ignore_ascii_case("link"));
    token.ok_or(Error::SignInNeeded)
}

/// A link that opens nothing proves nothing.
pub(super) fn unproved(error: Error) -> Error {
    if matches!(error, Error::NotFound) { Error::SignInNeeded } else { error }
}
