//! Which edition a new one is opened from.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::super::frame::{Console, SiteRoom};
use crate::{
    editions,
    error::Error,
    http::{App, AsAdmin, Shown, Ui, page},
};

struct Source {
    href: String,
    name: Shown,
    number: i32,
}

#[derive(Template)]
#[template(path = "console/editions/source.html")]
struct SourcePage {
    ui: Ui,
    console: Console,
    sources: Vec<Source>,
}

/// `GET /console/editions/new`
pub(in crate::web) async fn show(app: web::Data<App>, admin: AsAdmin) -> Result<HttpResponse, Error> {
    let roles = admin.signed.authority.roles();
    let editions = editions::mine(&mut *app.db.read().await?, roles).await?;
    let ui = admin.signed.ui();
    let source = |edition: &editions::Edition| Source {
        href: format!("/console/editions/{}/clone", edition.slug),
        name: Shown::of(&edition.name, ui.lang),
        number: edition.number,
    };
    let shown = SourcePage {
        console: Console::of_site(&admin.signed, SiteRoom::Editions),
        sources: editions.iter().map(source).collect(),
        ui,
    };
    page(StatusCode::OK, &shown)
}
