//! The calls of the edition, in the organiser's order.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{
    super::{
        frame::{Console, RoomName, address},
        news::News,
        order::{Standing, moved},
    },
    tabs::of_call,
};
use crate::{
    accounts::proofs::Programme,
    calls::{self, Call, CallId, CallState, Visibility},
    db::Tx,
    error::Error,
    http::{App, At, Shown, SignedForm, Ui, page, page::see_other},
    values::{Moment, time},
};

struct Row {
    href: String,
    name: Shown,
    kind: String,
    state: &'static str,
    by_code: bool,
    window: String,
    standing: Standing,
}

#[derive(Template)]
#[template(path = "console/calls/list.html")]
struct CallsPage {
    ui: Ui,
    console: Console,
    news: Option<News>,
    home: String,
    rows: Vec<Row>,
    archived: Vec<(String, Shown)>,
    zone: String,
}

/// `GET /console/{edition}/calls`
pub(in crate::web) async fn show(app: web::Data<App>, at: At<Programme>) -> Result<HttpResponse, Error> {
    let all = calls::calls(&mut *app.db.read().await?, &at.proof).await?;
    let (archived, live): (Vec<_>, Vec<_>) = all.iter().partition(|call| is_archived(call));
    let ui = at.signed.ui();
    let past = |call: &&Call| (of_call(&at.edition, call.id, ""), Shown::of(&call.name, ui.lang));
    let shown = CallsPage {
        console: Console::of(&at.edition, &at.signed, RoomName::Calls),
        news: News::done(&at.signed),
        home: address(&at.edition, "/calls"),
        rows: (0..).zip(&live).map(|(index, call)| row(call, (index, live.len()), &at, &ui)).collect(),
        archived: archived.iter().map(past).collect(),
        zone: at.edition.zone.label(ui.lang, Moment::now()),
        ui,
    };
    page(StatusCode::OK, &shown)
}

fn is_archived(call: &Call) -> bool {
    call.state(Moment::now()) == CallState::Archived
}

fn row(call: &Call, (index, count): (usize, usize), at: &At<Programme>, ui: &Ui) -> Row {
    Row {
        href: of_call(&at.edition, call.id, ""),
        name: Shown::of(&call.name, ui.lang),
        kind: ui.t(&format!("call-kind-{}", call.kind)),
        state: call.state(Moment::now()).as_str(),
        by_code: call.visibility == Visibility::Code,
        window: time::span(ui.lang, call.opens_at, call.closes_at, &at.edition.zone),
        standing: Standing::of(call.id, index, count),
    }
}

/// `POST /console/{edition}/calls/order`
pub(in crate::web) async fn reorder(
    app: web::Data<App>,
    at: At<Programme>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let verb = async |tx: &mut Tx| {
        let mut rows = calls::calls(tx, &at.proof).await?;
        rows.retain(|call| !is_archived(call));
        let rows: Vec<CallId> = rows.iter().map(|call| call.id).collect();
        calls::reorder(tx, &at.proof, &moved(&typed, &rows)?).await
    };
    app.db.transaction(verb).await?;
    Ok(see_other(address(&at.edition, &format!("/calls?done=moved#row-{}", typed.one("id")))))
}
