//! Every webhook.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::HOME;
use crate::{
    editions,
    error::Error,
    http::{App, AsAdmin, Shown, Ui, page},
    web::console::{
        frame::{Console, SiteRoom},
        news::News,
    },
    webhooks,
};

struct Row {
    href: String,
    url: String,
    description: String,
    edition: Shown,
    state: &'static str,
    failing: bool,
}

#[derive(Template)]
#[template(path = "console/webhooks/list.html")]
struct ListPage {
    ui: Ui,
    console: Console,
    news: Option<News>,
    rows: Vec<Row>,
    add: String,
}

/// `GET /console/site/webhooks`
pub(in crate::web) async fn list(app: web::Data<App>, admin: AsAdmin) -> Result<HttpResponse, Error> {
    let (ui, mut conn) = (admin.signed.ui(), app.db.read().await?);
    let hooks = webhooks::webhooks(&mut conn, &admin.proof).await?;
    let editions = editions::mine(&mut conn, admin.signed.authority.roles()).await?;
    let rows = hooks.into_iter().map(|hook| Row {
        href: format!("{HOME}/{}", hook.id),
        edition: edition_of(&hook, &editions, &ui),
        state: hook.state.as_str(),
        failing: hook.failing_since.is_some(),
        url: hook.url,
        description: hook.description,
    });
    let shown = ListPage {
        console: Console::of_site(&admin.signed, SiteRoom::Webhooks),
        news: News::done(&admin.signed),
        rows: rows.collect(),
        add: format!("{HOME}/new"),
        ui,
    };
    page(StatusCode::OK, &shown)
}

/// The name of the edition whose events it is told.
pub(super) fn edition_of(hook: &webhooks::Webhook, editions: &[editions::Edition], ui: &Ui) -> Shown {
    let edition = editions.iter().find(|edition| edition.id.uuid() == hook.edition_id);
    edition.map_or_else(|| Shown::plain("–", ui.lang), |edition| Shown::of(&edition.name, ui.lang))
}
