//! Who holds a manage link: the link moves into a cookie, so that its secret leaves the address bar.

use std::{future::Future, pin::Pin};

use actix_web::{Error as ActixError, FromRequest, HttpRequest, dev::Payload};

use super::{App, Asker, FormData, Ui, cookies::Jar, session::app};
use crate::{
    error::Error,
    keys::{Keys, LinkToken},
    registrations::{self, Holder, RegistrationId},
};

/// The cookie of a manage link, without its prefix.
pub const MANAGE_COOKIE: &str = "manage";
const PURPOSE: &str = "form of a manage link";

type Extracting<T> = Pin<Box<dyn Future<Output = Result<T, ActixError>>>>;

/// Somebody with the manage link of a registration in a cookie.
pub struct Held {
    /// The proof.
    pub proof: Holder,
    /// What the network tells.
    pub asker: Asker,
    csrf: String,
}

impl Held {
    async fn of(app: &App, request: &HttpRequest) -> Result<Self, Error> {
        let asker = Asker::of(request);
        let token = Jar::of(app).read(request, MANAGE_COOKIE).and_then(|token| LinkToken::parse(&token));
        let token = token.ok_or(Error::NotFound)?;
        let mut conn = app.db.read().await?;
        let proof = registrations::holder(&mut conn, &asker.visitor(), &app.keys, &token).await?;
        let csrf = form_token(&app.keys, proof.registration());
        Ok(Self { proof, asker, csrf })
    }

    /// What the templates of the manage page need; its forms carry a token of this registration, so that
    /// a page left open for another guest cannot act on this one.
    #[must_use]
    pub fn ui(&self) -> Ui {
        Ui::with_token(self.asker.lang, &self.asker.path, self.csrf.clone())
    }
}

impl FromRequest for Held {
    type Error = ActixError;
    type Future = Extracting<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move { Ok(Self::of(app(&request)?, &request).await?) })
    }
}

/// A form of the manage page, sent for the registration whose link the cookie holds now.
pub struct HeldForm {
    /// Whose page it came from.
    pub held: Held,
    /// What was typed.
    pub typed: FormData,
}

impl FromRequest for HeldForm {
    type Error = ActixError;
    type Future = Extracting<Self>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, form) = (request.clone(), FormData::from_request(request, payload));
        Box::pin(async move {
            let typed = form.await?;
            let held = Held::of(app(&request)?, &request).await?;
            if typed.one("_csrf") == held.csrf {
                Ok(Self { held, typed })
            } else {
                Err(Error::conflict("form_expired").into())
            }
        })
    }
}

fn form_token(keys: &Keys, registration: RegistrationId) -> String {
    let tag = keys.mac(PURPOSE, &[registration.uuid().as_bytes()]);
    data_encoding::BASE64URL_NOPAD.encode(&tag)
}
