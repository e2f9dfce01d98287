//! An edition that whoever calls may read: a public one, or, with a token of its staff, a draft.

use std::{future::Future, pin::Pin};

use actix_web::{Error as ActixError, FromRequest, HttpRequest, dev::Payload};

use crate::{
    editions::{self, Edition},
    error::Error,
    http::{bearer::Caller, session::app},
};

/// The edition named in the path, which the caller may read.
pub(super) struct Readable {
    pub(super) edition: Edition,
    /// Whether the caller is of its staff, and so sees what is not published yet.
    pub(super) staff: bool,
}

impl FromRequest for Readable {
    type Error = ActixError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, ActixError>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, caller) = (request.clone(), Caller::from_request(request, payload));
        Box::pin(async move {
            let caller = caller.await?;
            let slug = request.match_info().query("edition");
            let mut conn = app(&request)?.db.read().await?;
            let edition = match editions::by_slug(&mut conn, slug).await {
                Err(Error::NotFound) if caller.authority.account().is_some() => {
                    let id = editions::id_of_slug(&mut conn, slug).await?;
                    editions::for_staff(&mut conn, &caller.authority.observer(id.uuid())?).await?
                }
                found => found?,
            };
            let staff = caller.authority.observer(edition.id.uuid()).is_ok();
            Ok(Self { edition, staff })
        })
    }
}
