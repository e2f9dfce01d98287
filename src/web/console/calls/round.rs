//! One round of review: what is asked of reviewers, until when, and its rubric.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;
use serde::Deserialize;

use super::{
    super::{
        frame::{Console, RoomName},
        rows,
    },
    round_fields as fields,
    tabs::{Tab, Tabs, of_call},
};
use crate::{
    accounts::proofs::Programme,
    calls::{self, Call, Round, RoundKind},
    db::Tx,
    error::Error,
    http::{App, At, Form, FormData, Shown, SignedForm, Ui, page, page::see_other},
    values::{Id, Moment},
    web::public::views::Choice,
};

/// Empty rows of criteria below the filled ones.
const SPARE: usize = 2;

/// Which call, and which round of it; none on the page that adds one.
#[derive(Deserialize)]
pub(in crate::web) struct Where {
    pub(super) call: Id<Call>,
    pub(super) id: Option<Id<Round>>,
}

#[derive(Template)]
#[template(path = "console/calls/round.html")]
struct RoundPage {
    ui: Ui,
    console: Console,
    tabs: Tabs,
    form: Form,
    heading: String,
    action: String,
    list: String,
    zone: String,
    kinds: Vec<Choice>,
    rows: usize,
    /// Whether its scores stay as they are for good.
    closed: bool,
    /// Whether there is something to close or to remove.
    there: bool,
}

async fn draw(
    app: &App,
    at: &At<Programme>,
    path: &Where,
    typed: Option<(FormData, Form, StatusCode)>,
) -> Result<HttpResponse, Error> {
    let mut conn = app.db.read().await?;
    let call = calls::call(&mut conn, &at.proof, path.call).await?;
    let rounds = calls::rounds(&mut conn, &at.proof, call.id).await?;
    let found = path.id.map(|id| rounds.iter().find(|round| round.id == id).ok_or(Error::NotFound));
    let round = found.transpose()?;
    let (data, form, status) = typed.unwrap_or_else(|| {
        let data = round.map(|round| fields::stored(round, &at.edition.zone)).unwrap_or_default().data();
        (data.clone(), Form::filled(data), StatusCode::OK)
    });
    let (ui, list) = (at.signed.ui(), of_call(&at.edition, call.id, "/rounds"));
    let kind = |kind: &RoundKind| Choice {
        value: kind.to_string(),
        label: Shown::plain(ui.t(&format!("round-kind-{kind}")), ui.lang),
    };
    let shown = RoundPage {
        console: Console::of(&at.edition, &at.signed, RoomName::Calls),
        tabs: Tabs::of(Tab::Rounds, &call, &at.edition, &ui),
        heading: ui.t(if round.is_some() { "rounds-edit" } else { "rounds-add" }),
        action: format!("{list}/{}", path.id.map_or_else(|| "new".to_owned(), |id| id.to_string())),
        zone: at.edition.zone.label(ui.lang, Moment::now()),
        kinds: RoundKind::ALL.iter().map(kind).collect(),
        rows: rows::shown(&data, fields::ROWS, SPARE),
        closed: round.is_some_and(|round| round.closed_at.is_some()),
        there: round.is_some(),
        list,
        form,
        ui,
    };
    page(status, &shown)
}

/// `GET /console/{edition}/calls/{call}/rounds/{id}` or `…/new`
pub(in crate::web) async fn form(
    app: web::Data<App>,
    at: At<Programme>,
    path: web::Path<Where>,
) -> Result<HttpResponse, Error> {
    draw(&app, &at, &path, None).await
}

/// `POST /console/{edition}/calls/{call}/rounds/{id}` or `…/new`; its second button only asks for more rows.
pub(in crate::web) async fn save(
    app: web::Data<App>,
    at: At<Programme>,
    path: web::Path<Where>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let typed = rows::compacted(&typed, fields::ROWS);
    if typed.ticked("more") {
        let form = Form::filled(typed.clone());
        return draw(&app, &at, &path, Some((typed, form, StatusCode::OK))).await;
    }
    match store(&app, &at, &path, &typed).await {
        Ok(round) => {
            let done = if path.id.is_some() { "saved" } else { "added" };
            let page = format!("/rounds?done={done}#row-{}", round.id);
            Ok(see_other(of_call(&at.edition, path.call, &page)))
        }
        Err(error) => {
            let error = match error {
                Error::Invalid(errors) => Error::Invalid(fields::at_inputs(&errors)),
                other => other,
            };
            let (form, status) = Form::after(typed.clone(), error, at.signed.asker.lang)?;
            draw(&app, &at, &path, Some((typed, form, status))).await
        }
    }
}

async fn store(app: &App, at: &At<Programme>, path: &Where, typed: &FormData) -> Result<Round, Error> {
    let new = fields::round(typed)?.parse(&at.edition.zone)?;
    let verb = async |tx: &mut Tx| match path.id {
        Some(id) => calls::change_round(tx, &at.proof, path.call, id, new).await,
        None => calls::create_round(tx, &at.proof, path.call, new).await,
    };
    app.db.transaction(verb).await
}
