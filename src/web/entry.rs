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
    let public = app.pages.editions(&app.db).await?;
    let edition = editions::leading(public.to_vec(), Moment::now()).ok_or(Error::NotFound)?;
    Ok(see_other(format!("/{}/{}", asker.lang, edition.slug)))
}
