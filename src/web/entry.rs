//! The way in: `/` leads to the current edition in the reader's language.

use actix_web::{HttpResponse, web};

use crate::{
    editions,
    error::Error,
    http::{App, Asker, page::see_other},
    values::Moment,
};

/// `GET /`
pub(super) async fn start(app: web::Data<App>, asker: Asker) -> Result<HttpResponse, Error> {
    let edition = editions::current(&mut *app.db.read().await?, Moment::now()).await?;
    Ok(see_other(format!("/{}/{}", asker.lang, edition.slug)))
}

/// Every address that no pattern matches.
pub(super) async fn nowhere() -> Result<HttpResponse, Error> {
    Err(Error::NotFound)
}
