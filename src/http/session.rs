//! Who is signed in, by the session cookie; and the proofs that console pages demand.

use std::{future::Future, pin::Pin};

use actix_web::{Error as ActixError, FromRequest, HttpRequest, dev::Payload, http::Method, web};
use uuid::Uuid;

use super::{App, Asker, FormData, Ui, cookies::Jar, language};
use crate::{
    accounts::{
        self, Access, Authority,
        proofs::{Admin, Communications, Desk, Observer, Organiser, Programme, Reviewer, SignedIn},
    },
    editions::{self, Edition},
    error::Error,
};

/// The cookie of a login session, without its prefix.
pub const SESSION_COOKIE: &str = "session";

type Extracting<T> = Pin<Box<dyn Future<Output = Result<T, ActixError>>>>;

/// Who asks for a page: somebody signed in, or nobody.
#[derive(Clone, Debug)]
pub struct Signed {
    /// What the network tells.
    pub asker: Asker,
    /// What they may do.
    pub authority: Authority,
    csrf: String,
}

impl Signed {
    async fn of(app: &App, request: &HttpRequest) -> Result<Self, Error> {
        let mut asker = Asker::of(request);
        let visitor = asker.visitor();
        let Some(token) = Jar::of(app).read(request, SESSION_COOKIE) else {
            return Ok(Self { asker, authority: Authority::nobody(visitor), csrf: String::new() });
        };
        let authority = Authority::by_session(&mut *app.db.read().await?, visitor, &token).await?;
        if authority.is_unnoted() {
            app.db.transaction(async |tx| authority.touch(tx).await).await?;
        }
        if let Some(account) = authority.account() {
            asker.lang = language::of_owner(request, account.lang);
        }
        let csrf = authority
            .session()
            .map(|session| accounts::csrf_token(&app.keys, session.id))
            .unwrap_or_default();
        Ok(Self { asker, authority, csrf })
    }

    /// What every template of a signed-in page needs.
    #[must_use]
    pub fn ui(&self) -> Ui {
        match self.authority.account() {
            Some(account) => {
                Ui::signed_in(self.asker.lang, &self.asker.path, account.name.clone(), self.csrf.clone())
            }
            None => Ui::anonymous(self.asker.lang, &self.asker.path),
        }
    }
}

impl FromRequest for Signed {
    type Error = ActixError;
    type Future = Extracting<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move { Ok(Self::of(app(&request)?, &request).await?) })
    }
}

/// A form, with files or without, that carries its session's token: the second lock behind Fetch Metadata.
#[derive(Clone, Debug)]
pub struct SignedForm<F = FormData>(pub F);

impl<F> FromRequest for SignedForm<F>
where
    F: FromRequest + AsRef<FormData>,
    F::Error: Into<ActixError>,
{
    type Error = ActixError;
    type Future = Extracting<Self>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, mut payload) = (request.clone(), payload.take());
        Box::pin(async move {
            // Who may not send anything is told so before anything is taken in.
            let app = app(&request)?;
            let signed = Signed::of(app, &request).await?;
            let session = signed.authority.session().ok_or(Error::SignInNeeded)?;
            let form = F::from_request(&request, &mut payload).await.map_err(Into::into)?;
            if accounts::csrf_valid(&app.keys, session.id, form.as_ref().one("_csrf")) {
                Ok(Self(form))
            } else {
                Err(Error::conflict("form_expired").into())
            }
        })
    }
}

/// A proof that a role gives in one edition; what a console page or an operation is about.
pub trait OfEdition: Sized + 'static {
    /// The proof, if `authority` is enough for it.
    ///
    /// # Errors
    /// Those of [`Authority`].
    fn prove(authority: &Authority, edition: Uuid, access: Access) -> Result<Self, Error>;
}

impl OfEdition for Organiser {
    fn prove(authority: &Authority, edition: Uuid, access: Access) -> Result<Self, Error> {
        authority.organiser(edition, access)
    }
}

impl OfEdition for Programme {
    fn prove(authority: &Authority, edition: Uuid, access: Access) -> Result<Self, Error> {
        authority.programme(edition, access)
    }
}

impl OfEdition for Reviewer {
    fn prove(authority: &Authority, edition: Uuid, access: Access) -> Result<Self, Error> {
        authority.reviewer(edition, access)
    }
}

impl OfEdition for Communications {
    fn prove(authority: &Authority, edition: Uuid, access: Access) -> Result<Self, Error> {
        authority.communications(edition, access)
    }
}

impl OfEdition for Desk {
    fn prove(authority: &Authority, edition: Uuid, access: Access) -> Result<Self, Error> {
        authority.desk(edition, access)
    }
}

impl OfEdition for Observer {
    fn prove(authority: &Authority, edition: Uuid, _: Access) -> Result<Self, Error> {
        authority.observer(edition)
    }
}

/// A console page of one edition: the proof its verb demands, the edition, and who asks.
pub struct At<P> {
    /// The proof.
    pub proof: P,
    /// The edition named in the path, in whatever state.
    pub edition: Edition,
    /// Who asks.
    pub signed: Signed,
}

impl<P: OfEdition> FromRequest for At<P> {
    type Error = ActixError;
    type Future = Extracting<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let app = app(&request)?;
            let signed = Signed::of(app, &request).await?;
            signed.authority.account().ok_or(Error::SignInNeeded)?;
            let mut conn = app.db.read().await?;
            let id = editions::id_of_slug(&mut conn, request.match_info().query("edition")).await?;
            let proof = P::prove(&signed.authority, id.uuid(), access(request.method()))?;
            let edition = editions::for_staff(&mut conn, &signed.authority.observer(id.uuid())?).await?;
            Ok(Self { proof, edition, signed })
        })
    }
}

/// A page of the whole site: the proof of being an admin, and who asks.
pub struct AsAdmin {
    /// The proof.
    pub proof: Admin,
    /// Who asks.
    pub signed: Signed,
}

impl FromRequest for AsAdmin {
    type Error = ActixError;
    type Future = Extracting<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let signed = Signed::of(app(&request)?, &request).await?;
            Ok(Self { proof: signed.authority.admin(access(request.method()))?, signed })
        })
    }
}

/// A page of one's own account.
pub struct Own {
    /// The proof.
    pub proof: SignedIn,
    /// Who asks.
    pub signed: Signed,
}

impl FromRequest for Own {
    type Error = ActixError;
    type Future = Extracting<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let signed = Signed::of(app(&request)?, &request).await?;
            Ok(Self { proof: signed.authority.signed_in()?, signed })
        })
    }
}

/// What a method needs of a scope.
#[must_use]
pub fn access(method: &Method) -> Access {
    if matches!(*method, Method::GET | Method::HEAD) { Access::Read } else { Access::Write }
}

/// The application behind a request.
///
/// # Errors
/// [`Error::Internal`] where the server forgot to hand it out.
pub fn app(request: &HttpRequest) -> Result<&App, Error> {
    request
        .app_data::<web::Data<App>>()
        .map(|app| app.get_ref())
        .ok_or_else(|| Error::internal("no application"))
}
