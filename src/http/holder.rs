//! Who holds a link: it moves into a cookie, so that its secret leaves the address bar.

use std::{future::Future, pin::Pin};

use actix_web::{Error as ActixError, FromRequest, HttpRequest, HttpResponse, dev::Payload};
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

use super::{
    App, Asker, FormData, Ui, cookies::Jar, guard::unlinked, language, page::see_other, session::app,
};
use crate::{
    accounts::proofs::Visitor,
    editions::Edition,
    error::Error,
    keys::{Keys, LinkToken},
    registrations::{self, Holder},
    speakers::{self, Presenter},
    values::{Id, Lang},
};

type Extracting<T> = Pin<Box<dyn Future<Output = Result<T, ActixError>>>>;

/// A proof that a link makes.
pub trait ByLink: Sized + 'static {
    /// The cookie that keeps the link, without its prefix.
    const COOKIE: &'static str;
    /// What the tokens of its forms are made for.
    const FORMS: &'static str;

    /// The proof of `token`.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a token that is no live one.
    fn prove(
        conn: &mut AsyncPgConnection,
        who: &Visitor,
        keys: &Keys,
        token: &LinkToken,
    ) -> impl Future<Output = Result<Self, Error>>;

    /// The row that the link is of.
    fn row(&self) -> Uuid;

    /// The edition its power ends at.
    fn edition(&self) -> Id<Edition>;

    /// The language that its owner is written to in.
    fn lang(&self) -> Lang;
}

impl ByLink for Holder {
    const COOKIE: &'static str = "manage";
    const FORMS: &'static str = "form of a manage link";

    async fn prove(
        conn: &mut AsyncPgConnection,
        who: &Visitor,
        keys: &Keys,
        token: &LinkToken,
    ) -> Result<Self, Error> {
        registrations::holder(conn, who, keys, token).await
    }

    fn row(&self) -> Uuid {
        self.registration().uuid()
    }

    fn edition(&self) -> Id<Edition> {
        Self::edition(self)
    }

    fn lang(&self) -> Lang {
        Self::lang(self)
    }
}

impl ByLink for Presenter {
    const COOKIE: &'static str = "speaker";
    const FORMS: &'static str = "form of a speaker's link";

    async fn prove(
        conn: &mut AsyncPgConnection,
        who: &Visitor,
        keys: &Keys,
        token: &LinkToken,
    ) -> Result<Self, Error> {
        speakers::presenter_by_link(conn, who, keys, token).await
    }

    fn row(&self) -> Uuid {
        self.speaker().uuid()
    }

    fn edition(&self) -> Id<Edition> {
        Self::edition(self)
    }

    fn lang(&self) -> Lang {
        Self::lang(self)
    }
}

/// The proof of the link whose secret a path holds, and who asks: in her language, where no other was chosen.
///
/// # Errors
/// [`Error::NotFound`] for a token that is no live one.
pub async fn opened<P: ByLink>(app: &App, request: &HttpRequest, token: &str) -> Result<(P, Asker), Error> {
    let mut asker = Asker::of(request);
    let token = LinkToken::parse(token).ok_or(Error::NotFound)?;
    let proof = P::prove(&mut *app.db.read().await?, &asker.visitor(), &app.keys, &token).await?;
    asker.lang = language::of_owner(request, proof.lang());
    Ok((proof, asker))
}

/// Leads on to `location`, where the secret stands no more; the cookie keeps it.
///
/// # Errors
/// [`Error::Internal`] where the secret makes no cookie.
pub fn keep<P: ByLink>(app: &App, token: String, location: String) -> Result<HttpResponse, Error> {
    let mut answer = see_other(location);
    answer.add_cookie(&Jar::of(app).secret(P::COOKIE, token, None)).map_err(Error::internal)?;
    Ok(unlinked(answer))
}

/// Somebody with a link in a cookie.
pub struct Held<P = Holder> {
    /// The proof.
    pub proof: P,
    /// What the network tells.
    pub asker: Asker,
    csrf: String,
}

impl<P: ByLink> Held<P> {
    async fn of(app: &App, request: &HttpRequest) -> Result<Self, Error> {
        let token = Jar::of(app).read(request, P::COOKIE).ok_or(Error::NotFound)?;
        let (proof, asker) = opened::<P>(app, request, &token).await?;
        let tag = app.keys.mac(P::FORMS, &[proof.row().as_bytes()]);
        Ok(Self { proof, asker, csrf: data_encoding::BASE64URL_NOPAD.encode(&tag) })
    }

    /// What the templates of her pages need; their forms carry a token of this row, so that a page left open for
    /// somebody else cannot act on this one.
    #[must_use]
    pub fn ui(&self) -> Ui {
        Ui::with_token(self.asker.lang, &self.asker.path, self.csrf.clone())
    }

    /// The edition of the link; the path must speak of the same one.
    ///
    /// # Errors
    /// [`Error::NotFound`] where it does not.
    pub async fn edition(&self, app: &App, slug: &str) -> Result<Edition, Error> {
        let edition = app.pages.edition(&app.db, self.proof.edition()).await?;
        if edition.slug.as_str() == slug { Ok(edition) } else { Err(Error::NotFound) }
    }
}

impl<P: ByLink> FromRequest for Held<P> {
    type Error = ActixError;
    type Future = Extracting<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move { Ok(Self::of(app(&request)?, &request).await?) })
    }
}

/// A form of such a page, with files or without, sent for the row whose link the cookie holds now.
pub struct HeldForm<P = Holder, F = FormData> {
    /// Whose page it came from.
    pub held: Held<P>,
    /// What was typed.
    pub typed: F,
}

impl<P, F> FromRequest for HeldForm<P, F>
where
    P: ByLink,
    F: FromRequest + AsRef<FormData>,
    F::Error: Into<ActixError>,
{
    type Error = ActixError;
    type Future = Extracting<Self>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, mut payload) = (request.clone(), payload.take());
        Box::pin(async move {
            // Who holds no link is told so before anything is taken in.
            let held = Held::of(app(&request)?, &request).await?;
            let typed = F::from_request(&request, &mut payload).await.map_err(Into::into)?;
            if typed.as_ref().one("_csrf") == held.csrf {
                Ok(Self { held, typed })
            } else {
                Err(Error::conflict("form_expired").into())
            }
        })
    }
}
