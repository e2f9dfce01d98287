//! One webhook: where it leads, what it is told, how it fares, and its log.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{HOME, list::edition_of, log::Log};
use crate::{
    editions,
    error::Error,
    http::{App, AsAdmin, Shown, Ui, page},
    values::Id,
    web::console::{
        clock::Clock,
        frame::{Console, SiteRoom},
        news::News,
    },
    webhooks::{self, SECRET_OVERLAP_HOURS, Webhook, WebhookState},
};

#[derive(Template)]
#[template(path = "console/webhooks/show.html")]
struct HookPage {
    ui: Ui,
    console: Console,
    news: Option<News>,
    secret: Option<String>,
    list: &'static str,
    home: String,
    url: String,
    description: String,
    edition: Shown,
    events: Vec<String>,
    state: &'static str,
    /// Why we gave up on it.
    disabled: Option<String>,
    failing: Option<String>,
    made: String,
    active: bool,
    overlap: i64,
    log: Log,
    zone: String,
}

/// `GET /console/site/webhooks/{id}`
pub(in crate::web) async fn show(
    app: web::Data<App>,
    admin: AsAdmin,
    id: web::Path<Id<Webhook>>,
) -> Result<HttpResponse, Error> {
    let news = News::done(&admin.signed);
    draw(&app, &admin, *id, None, news, StatusCode::OK).await
}

/// The page of one webhook, after `status`, with a secret that was just made.
pub(super) async fn draw(
    app: &App,
    admin: &AsAdmin,
    id: Id<Webhook>,
    secret: Option<String>,
    news: Option<News>,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let (ui, mut conn) = (admin.signed.ui(), app.db.read().await?);
    let hook = webhooks::webhook(&mut conn, &admin.proof, id).await?;
    let editions = editions::mine(&mut conn, admin.signed.authority.roles()).await?;
    let (home, clock) = (format!("{HOME}/{id}"), Clock::of_site(&mut conn, ui.lang).await?);
    let log = Log::of(&mut conn, admin, id, (&home, &clock, &ui)).await?;
    let shown = HookPage {
        console: Console::of_site(&admin.signed, SiteRoom::Webhooks),
        news,
        secret,
        list: HOME,
        edition: edition_of(&hook, &editions, &ui),
        state: hook.state.as_str(),
        disabled: hook.disabled_reason.map(|why| ui.t(&format!("webhook-disabled-{why}"))),
        failing: clock.maybe(hook.failing_since),
        made: clock.tell(hook.created_at),
        active: hook.state == WebhookState::Active,
        overlap: SECRET_OVERLAP_HOURS,
        url: hook.url,
        description: hook.description,
        events: hook.events.0,
        log,
        zone: clock.zone(),
        home,
        ui,
    };
    page(status, &shown)
}
