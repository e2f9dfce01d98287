//! The passes that a call gives to companies that confirmed, and how far each has handed them out.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;
use serde::Deserialize;

use super::{
    super::{
        frame::{Console, RoomName, address},
        news::News,
        stored::Stored,
    },
    tabs::{Tab, Tabs, of_call},
};
use crate::{
    accounts::proofs::Programme,
    calls::{self, Call},
    db::Tx,
    error::Error,
    http::{App, At, Form, FormData, Shown, SignedForm, Ui, page, page::see_other},
    registrations::{
        self, PassBlock, PassRule, PassRuleFields, PassesFields,
        types::{self, RegistrationType},
    },
    submissions::SubmissionId,
    values::Id,
    web::public::views::Choice,
};

/// Which call, and whose passes.
#[derive(Deserialize)]
pub(in crate::web) struct Where {
    call: Id<Call>,
    id: Option<SubmissionId>,
}

/// A company's passes in a row of the table.
struct Row {
    href: String,
    company: Shown,
    given: String,
    free: i64,
    sent: i64,
    claimed: i64,
    /// How many are still to be given.
    short: i64,
    /// Where its number is set, and what stands there.
    action: String,
    own: String,
}

#[derive(Template)]
#[template(path = "console/calls/passes.html")]
struct PassesPage {
    ui: Ui,
    console: Console,
    tabs: Tabs,
    news: Option<News>,
    form: Form,
    action: String,
    types: Vec<Choice>,
    rows: Vec<Row>,
}

/// What was refused: the form of the call, or that of a row.
enum Refused {
    Nothing,
    Rule(Form),
    Row(News),
}

async fn draw(
    app: &App,
    at: &At<Programme>,
    call: Id<Call>,
    (refused, status): (Refused, StatusCode),
) -> Result<HttpResponse, Error> {
    let mut conn = app.db.read().await?;
    let call = calls::call(&mut conn, &at.proof, call).await?;
    let rule = registrations::pass_rule(&mut conn, &at.proof, call.id).await?;
    let blocks = registrations::pass_blocks(&mut conn, &at.proof, call.id).await?;
    let ways = types::forum_types(&mut conn, at.edition.id).await?;
    drop(conn);
    let (ui, action) = (at.signed.ui(), of_call(&at.edition, call.id, "/passes"));
    let choice =
        |way: &RegistrationType| Choice { value: way.slug.to_string(), label: Shown::of(&way.name, ui.lang) };
    let (form, news) = match refused {
        Refused::Nothing => (stored(rule, &ways), News::done(&at.signed)),
        Refused::Rule(form) => (form, None),
        Refused::Row(news) => (stored(rule, &ways), Some(news)),
    };
    let demo = |block: &PassBlock| address(&at.edition, &format!("/submissions/{}", block.submission));
    let shown = PassesPage {
        console: Console::of(&at.edition, &at.signed, RoomName::Calls),
        tabs: Tabs::of(Tab::Passes, &call, &at.edition, &ui),
        types: ways.iter().map(choice).collect(),
        rows: blocks.iter().map(|block| row(block, demo(block), &action, &ui)).collect(),
        news,
        form,
        action,
        ui,
    };
    page(status, &shown)
}

fn row(block: &PassBlock, href: String, action: &str, ui: &Ui) -> Row {
    let given = block.free + block.sent + block.claimed;
    Row {
        href,
        company: Shown::of(&block.company_name, ui.lang),
        given: ui.t2("passes-given-of", "given", given, "places", block.places),
        free: block.free,
        sent: block.sent,
        claimed: block.claimed,
        short: (i64::from(block.places) - given).max(0),
        action: format!("{action}/{}", block.submission),
        own: block.own_places.map(|places| places.to_string()).unwrap_or_default(),
    }
}

fn stored(rule: Option<PassRule>, ways: &[RegistrationType]) -> Form {
    let way = rule.and_then(|rule| ways.iter().find(|way| way.id == rule.type_id));
    Stored::default()
        .maybe("type", way.map(|way| &way.slug))
        .maybe("places", rule.map(|rule| rule.places))
        .form()
}

/// `GET /console/{edition}/calls/{call}/passes`
pub(in crate::web) async fn show(
    app: web::Data<App>,
    at: At<Programme>,
    path: web::Path<Where>,
) -> Result<HttpResponse, Error> {
    draw(&app, &at, path.call, (Refused::Nothing, StatusCode::OK)).await
}

/// `POST /console/{edition}/calls/{call}/passes`: what each company gets.
pub(in crate::web) async fn save(
    app: web::Data<App>,
    at: At<Programme>,
    path: web::Path<Where>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let outcome = async {
        let raw =
            PassRuleFields { type_slug: typed.one("type").to_owned(), places: typed.one("places").into() };
        let ways = types::forum_types(&mut *app.db.read().await?, at.edition.id).await?;
        let rule = raw.parse(&ways)?;
        let set = async |tx: &mut Tx| registrations::set_pass_rule(tx, &at.proof, path.call, rule).await;
        app.db.transaction(set).await
    };
    match outcome.await {
        Ok(()) => Ok(see_other(of_call(&at.edition, path.call, "/passes?done=saved"))),
        Err(error) => {
            let (form, status) = Form::after(typed, error, at.signed.asker.lang)?;
            draw(&app, &at, path.call, (Refused::Rule(form), status)).await
        }
    }
}

/// `POST /console/{edition}/calls/{call}/passes/{id}`: what one company gets, by its demo.
pub(in crate::web) async fn save_block(
    app: web::Data<App>,
    at: At<Programme>,
    path: web::Path<Where>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let id = path.id.ok_or(Error::NotFound)?;
    match set(&app, &at, id, &typed).await {
        Ok(()) => Ok(see_other(of_call(&at.edition, path.call, "/passes?done=saved"))),
        Err(error) => {
            let (news, status) = News::against(error, at.signed.asker.lang)?;
            draw(&app, &at, path.call, (Refused::Row(news), status)).await
        }
    }
}

async fn set(app: &App, at: &At<Programme>, id: SubmissionId, typed: &FormData) -> Result<(), Error> {
    let places = PassesFields { places: typed.one("places").into() }.parse()?;
    app.db.transaction(async |tx| registrations::set_pass_block(tx, &at.proof, id, places).await).await
}
