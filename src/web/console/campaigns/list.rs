//! Every campaign of the edition.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{home, words};
use crate::{
    accounts::proofs::Communications,
    campaigns,
    error::Error,
    http::{App, At, Ui, page},
    web::console::{
        clock::Clock,
        frame::{Console, RoomName, address},
        news::News,
    },
};

struct Row {
    href: String,
    name: String,
    kind: String,
    audience: Vec<String>,
    state: &'static str,
    when: Option<String>,
}

#[derive(Template)]
#[template(path = "console/campaigns/list.html")]
struct ListPage {
    ui: Ui,
    console: Console,
    news: Option<News>,
    outbox: String,
    add: String,
    rows: Vec<Row>,
    zone: String,
}

/// `GET /console/{edition}/campaigns`
pub(in crate::web) async fn list(app: web::Data<App>, at: At<Communications>) -> Result<HttpResponse, Error> {
    let (ui, mut conn) = (at.signed.ui(), app.db.read().await?);
    let clock = Clock::of(&at.edition, ui.lang);
    let options = campaigns::options(&mut conn, &at.proof).await?;
    let all = campaigns::campaigns(&mut conn, &at.proof).await?;
    let rows = all.into_iter().map(|one| Row {
        href: format!("{}/{}", home(&at), one.id),
        kind: ui.t(&format!("campaign-kind-{}", one.kind)),
        audience: words::audience(&one.audience, &options, &ui),
        state: one.state.as_str(),
        when: clock.maybe(one.ended_at.or(one.send_at)),
        name: one.name,
    });
    let shown = ListPage {
        rows: rows.collect(),
        console: Console::of(&at.edition, &at.signed, RoomName::Mail),
        news: News::done(&at.signed),
        outbox: address(&at.edition, "/mails"),
        add: format!("{}/new", home(&at)),
        zone: clock.zone(),
        ui,
    };
    page(StatusCode::OK, &shown)
}
