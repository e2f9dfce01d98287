//! Which edition a new one is opened from.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{
    super::frame::{Console, SiteRoom},
    clone,
};
use crate::{
    editions,
    error::Error,
    http::{App, AsAdmin, FormData, Shown, Ui, page},
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

/// `GET /console/editions/new`, which asks for the source; `?from=SLUG` names it.
pub(in crate::web) async fn show(app: web::Data<App>, admin: AsAdmin) -> Result<HttpResponse, Error> {
    let query = admin.signed.asker.path.split_once('?').map_or("", |(_, query)| query);
    let from = FormData::decode(query.as_bytes())?.one("from").to_owned();
    if !from.is_empty() {
        return clone::offer(&app, &admin, from).await;
    }
    let roles = admin.signed.authority.roles();
    let editions = editions::mine(&mut *app.db.read().await?, roles).await?;
    let ui = admin.signed.ui();
    let source = |edition: &editions::Edition| Source {
        href: format!("/console/editions/new?from={}", edition.slug),
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
