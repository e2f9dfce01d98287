//! The rounds in which a call is reviewed, in order.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{
    super::{
        frame::{Console, RoomName},
        news::News,
        order::{Standing, moved},
    },
    round::Where,
    tabs::{Tab, Tabs, of_call},
};
use crate::{
    accounts::proofs::Programme,
    calls::{self, Call, Round, RoundId},
    db::Tx,
    error::Error,
    http::{App, At, Shown, SignedForm, Ui, page, page::see_other},
    values::{Id, Moment, time},
};

struct Row {
    href: String,
    name: Shown,
    kind: String,
    blind: bool,
    closed: bool,
    window: String,
    criteria: Vec<Shown>,
    standing: Standing,
}

#[derive(Template)]
#[template(path = "console/calls/rounds.html")]
struct RoundsPage {
    ui: Ui,
    console: Console,
    tabs: Tabs,
    news: Option<News>,
    home: String,
    rows: Vec<Row>,
}

/// `GET /console/{edition}/calls/{call}/rounds`
pub(in crate::web) async fn show(
    app: web::Data<App>,
    at: At<Programme>,
    path: web::Path<Where>,
) -> Result<HttpResponse, Error> {
    let news = News::done(&at.signed);
    draw(&app, &at, path.call, news, StatusCode::OK).await
}

async fn draw(
    app: &App,
    at: &At<Programme>,
    call: Id<Call>,
    news: Option<News>,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let mut conn = app.db.read().await?;
    let call = calls::call(&mut conn, &at.proof, call).await?;
    let rounds = calls::rounds(&mut conn, &at.proof, call.id).await?;
    let (ui, home) = (at.signed.ui(), of_call(&at.edition, call.id, "/rounds"));
    let row = |(index, round): (usize, &Round)| Row {
        href: format!("{home}/{}", round.id),
        name: Shown::of(&round.name, ui.lang),
        kind: ui.t(&format!("round-kind-{}", round.kind)),
        blind: round.blind,
        closed: round.closed_at.is_some(),
        window: window(round, at, &ui),
        criteria: round.criteria.iter().map(|one| Shown::of(&one.name, ui.lang)).collect(),
        standing: Standing::of(round.id, index, rounds.len()),
    };
    let shown = RoundsPage {
        console: Console::of(&at.edition, &at.signed, RoomName::Calls),
        tabs: Tabs::of(Tab::Rounds, &call, &at.edition, &ui),
        news,
        rows: rounds.iter().enumerate().map(row).collect(),
        home,
        ui,
    };
    page(status, &shown)
}

/// From when to when one may review, as far as it is limited.
fn window(round: &Round, at: &At<Programme>, ui: &Ui) -> String {
    let zone = &at.edition.zone;
    let when = |moment| time::moment(ui.lang, moment, zone);
    match (round.opens_at, round.closed_at.or(round.closes_at)) {
        (Some(opens), Some(closes)) if opens < closes => time::span(ui.lang, opens, closes, zone),
        (_, Some(closes)) => ui.t1("types-until", "when", when(closes)),
        (Some(opens), None) => ui.t1("types-from", "when", when(opens)),
        (None, None) => ui.t("rounds-until-closed"),
    }
}

/// `POST /console/{edition}/calls/{call}/rounds/order`
pub(in crate::web) async fn reorder(
    app: web::Data<App>,
    at: At<Programme>,
    path: web::Path<Where>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let verb = async |tx: &mut Tx| {
        let rounds = calls::rounds(tx, &at.proof, path.call).await?;
        let rows: Vec<RoundId> = rounds.iter().map(|round| round.id).collect();
        calls::reorder_rounds(tx, &at.proof, path.call, &moved(&typed, &rows)?).await
    };
    let done = format!("moved#row-{}", typed.one("id"));
    back(&app, &at, path.call, app.db.transaction(verb).await, &done).await
}

/// `POST /console/{edition}/calls/{call}/rounds/{id}/close`
pub(in crate::web) async fn close(
    app: web::Data<App>,
    at: At<Programme>,
    path: web::Path<Where>,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    let (id, now) = (path.id.ok_or(Error::NotFound)?, Moment::now());
    let verb = async |tx: &mut Tx| calls::close_round(tx, &at.proof, path.call, id, now).await;
    back(&app, &at, path.call, app.db.transaction(verb).await, "round-closed").await
}

/// `POST /console/{edition}/calls/{call}/rounds/{id}/remove`
pub(in crate::web) async fn remove(
    app: web::Data<App>,
    at: At<Programme>,
    path: web::Path<Where>,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    let id = path.id.ok_or(Error::NotFound)?;
    let verb = async |tx: &mut Tx| calls::remove_round(tx, &at.proof, path.call, id).await;
    back(&app, &at, path.call, app.db.transaction(verb).await, "removed").await
}

/// To the list, which says what was done, or why not.
async fn back(
    app: &App,
    at: &At<Programme>,
    call: Id<Call>,
    outcome: Result<(), Error>,
    done: &str,
) -> Result<HttpResponse, Error> {
    match outcome {
        Ok(()) => Ok(see_other(of_call(&at.edition, call, &format!("/rounds?done={done}")))),
        Err(error) => {
            let news = News::refused(error, at.signed.asker.lang)?;
            draw(app, at, call, Some(news), StatusCode::CONFLICT).await
        }
    }
}
