//! Answering with a page.

use std::any::type_name_of_val;

use actix_web::{
    HttpResponse,
    http::{StatusCode, header},
};
use askama::Template;

use crate::error::Error;

/// `template` as a page that belongs to one reader: nobody may keep it.
///
/// # Errors
/// [`Error::Internal`] when the template fails, which only its writer can bring about.
pub fn page(status: StatusCode, template: &impl Template) -> Result<HttpResponse, Error> {
    let html = render(template)?;
    Ok(HttpResponse::build(status)
        .insert_header((header::CONTENT_TYPE, "text/html; charset=utf-8"))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(html))
}

/// `template` as HTML. The trace lets a test see that every template is rendered in every language.
///
/// # Errors
/// As [`page`].
pub fn render(template: &impl Template) -> Result<String, Error> {
    tracing::trace!(template = type_name_of_val(template), "rendered");
    template.render().map_err(Error::internal)
}

/// Elsewhere, by GET, after a POST or from a link.
#[must_use]
pub fn see_other(location: impl AsRef<str>) -> HttpResponse {
    HttpResponse::SeeOther()
        .insert_header((header::LOCATION, location.as_ref()))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .finish()
}
