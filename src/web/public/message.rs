//! After an act: what happened and what happens next.

use actix_web::{HttpResponse, http::StatusCode};
use askama::Template;

use super::views::{Link, Site, address};
use crate::{
    editions::Edition,
    error::Error,
    http::{Ui, guard::unlinked, page},
};

#[derive(Template)]
#[template(path = "public/message.html")]
struct MessagePage {
    ui: Ui,
    site: Site,
    tone: &'static str,
    title: String,
    text: Vec<String>,
    next: Link,
}

/// The page with the title `title` (a locale key); the way on is the edition's home.
pub(super) fn say(
    edition: &Edition,
    ui: Ui,
    tone: &'static str,
    title: &str,
    text: Vec<String>,
) -> Result<HttpResponse, Error> {
    let home = Link { href: address(edition, ui.lang, ""), label: ui.t("site-home"), current: false };
    let message =
        MessagePage { site: Site::of(edition, &ui, ""), tone, title: ui.t(title), text, next: home, ui };
    Ok(unlinked(page(StatusCode::OK, &message)?))
}
