//! Who calls the API: a bearer token, or anybody. Cookies are not looked at.

use std::{future::Future, pin::Pin};

use actix_web::{Error as ActixError, FromRequest, HttpRequest, dev::Payload, http::header};

use super::{
    App, Asker,
    session::{OfEdition, access, app},
};
use crate::{
    accounts::{
        Access, Authority,
        proofs::{AccountOwner, Admin},
    },
    editions::{self, Edition},
    error::Error,
};

type Extracting<T> = Pin<Box<dyn Future<Output = Result<T, ActixError>>>>;

/// Who calls an operation.
#[derive(Clone, Debug)]
pub struct Caller {
    /// What the network tells.
    pub asker: Asker,
    /// What they may do; nobody without an `Authorization` header.
    pub authority: Authority,
}

impl Caller {
    async fn of(app: &App, request: &HttpRequest) -> Result<Self, Error> {
        let asker = Asker::of(request);
        let visitor = asker.visitor();
        let Some(header) = request.headers().get(header::AUTHORIZATION) else {
            return Ok(Self { asker, authority: Authority::nobody(visitor) });
        };
        let text = header.to_str().map_err(|_| Error::SignInNeeded)?;
        let (scheme, token) = text.split_once(' ').ok_or(Error::SignInNeeded)?;
        if !scheme.eq_ignore_ascii_case("bearer") {
            return Err(Error::SignInNeeded);
        }
        let authority = Authority::by_token(&mut *app.db.read().await?, visitor, token.trim()).await?;
        if authority.is_unnoted() {
            app.db.transaction(async |tx| authority.touch(tx).await).await?;
        }
        Ok(Self { asker, authority })
    }

    /// Whose idempotency keys these are: each token has its own, and visitors share by address of the row they make.
    #[must_use]
    pub fn principal(&self) -> String {
        self.authority.token().map_or_else(|| "visitor".to_owned(), |token| format!("token:{}", token.id))
    }
}

impl FromRequest for Caller {
    type Error = ActixError;
    type Future = Extracting<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move { Ok(Self::of(app(&request)?, &request).await?) })
    }
}

/// An operation on one edition, called with a token that gives the proof.
pub struct With<P> {
    /// The proof.
    pub proof: P,
    /// The edition named in the path, in whatever state.
    pub edition: Edition,
    /// Who calls.
    pub caller: Caller,
}

impl<P: OfEdition> FromRequest for With<P> {
    type Error = ActixError;
    type Future = Extracting<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let app = app(&request)?;
            let caller = Caller::of(app, &request).await?;
            caller.authority.account().ok_or(Error::SignInNeeded)?;
            let mut conn = app.db.read().await?;
            let id = editions::id_of_slug(&mut conn, request.match_info().query("edition")).await?;
            let proof = P::prove(&caller.authority, id.uuid(), access(request.method()))?;
            let edition = editions::for_staff(&mut conn, &caller.authority.observer(id.uuid())?).await?;
            Ok(Self { proof, edition, caller })
        })
    }
}

/// A proof that a token gives beside any edition.
pub trait OfToken: Sized + 'static {
    /// The proof, if `authority` is enough for it.
    ///
    /// # Errors
    /// Those of [`Authority`].
    fn prove(authority: &Authority, access: Access) -> Result<Self, Error>;
}

impl OfToken for Admin {
    fn prove(authority: &Authority, access: Access) -> Result<Self, Error> {
        authority.admin(access)
    }
}

impl OfToken for AccountOwner {
    fn prove(authority: &Authority, access: Access) -> Result<Self, Error> {
        authority.own(access)
    }
}

/// An operation beside the editions, called with a token that gives the proof.
pub struct WithToken<P> {
    /// The proof.
    pub proof: P,
    /// Who calls.
    pub caller: Caller,
}

/// An operation on the whole site, called with a token of an admin.
pub type WithAdmin = WithToken<Admin>;

/// An operation on what is the token's maker's own.
pub type WithOwn = WithToken<AccountOwner>;

impl<P: OfToken> FromRequest for WithToken<P> {
    type Error = ActixError;
    type Future = Extracting<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let caller = Caller::of(app(&request)?, &request).await?;
            let proof = P::prove(&caller.authority, access(request.method()))?;
            Ok(Self { proof, caller })
        })
    }
}
