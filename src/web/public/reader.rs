//! Somebody who reads the public pages of an edition: which one, and in which language, by the path.

use std::{future::Future, pin::Pin, sync::Arc};

use actix_web::{Error as ActixError, FromRequest, HttpRequest, dev::Payload};

use crate::{error::Error, http::session::app, overview::PublicSnapshot, values::Lang};

/// A reader of `/{lang}/{edition}/…`. An edition that is not public is not there.
pub(in crate::web) struct Reader {
    pub(super) lang: Lang,
    pub(super) snapshot: Arc<PublicSnapshot>,
}

impl Reader {
    async fn of(request: &HttpRequest) -> Result<Self, Error> {
        let app = app(request)?;
        let named = |name: &str| request.match_info().get(name).ok_or(Error::NotFound);
        let lang = named("lang")?.parse().map_err(|_| Error::NotFound)?;
        let snapshot = app.pages.snapshot(&app.db, named("edition")?).await?;
        Ok(Self { lang, snapshot })
    }
}

impl FromRequest for Reader {
    type Error = ActixError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, ActixError>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move { Ok(Self::of(&request).await?) })
    }
}
