//! The questions in the order of the form.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{
    super::{
        calls::tabs::Tabs,
        frame::Console,
        news::News,
        order::{Standing, moved},
        target::Target,
    },
    sheet::Sheet,
};
use crate::{
    db::Tx,
    error::Error,
    http::{App, Shown, SignedForm, Ui, page, page::see_other},
    questions::{self, Question},
    values::{Id, Moment},
    web::public::views::{Question as Asked, ShownIf},
};

struct Row {
    href: String,
    label: Shown,
    kind: String,
    required: bool,
    sensitive: bool,
    shown_if: Option<ShownIf>,
    standing: Standing,
}

#[derive(Template)]
#[template(path = "console/questions/list.html")]
struct QuestionsPage {
    ui: Ui,
    console: Console,
    tabs: Option<Tabs>,
    news: Option<News>,
    home: String,
    rows: Vec<Row>,
    archived: Vec<Shown>,
}

/// `GET /console/{edition}/questions` or `…/calls/{call}/form`
pub(in crate::web) async fn show(app: web::Data<App>, sheet: Sheet) -> Result<HttpResponse, Error> {
    let news = News::done(&sheet.signed);
    draw(&app, &sheet, news, StatusCode::OK).await
}

async fn draw(
    app: &App,
    sheet: &Sheet,
    news: Option<News>,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let ever = questions::questions_ever(&mut *app.db.read().await?, sheet.form).await?;
    let (archived, asked): (Vec<_>, Vec<_>) =
        ever.into_iter().partition(|question| question.archived_at.is_some());
    let (ui, home) = (sheet.signed.ui(), sheet.home.clone());
    let told = Asked::all(&asked, &ui).into_iter();
    let row = |(index, (question, told)): (usize, (&Question, Asked))| Row {
        href: format!("{home}/{}", question.id),
        kind: ui.t(&format!("question-kind-{}", told.kind)),
        label: told.label,
        required: told.required,
        sensitive: told.sensitive,
        shown_if: told.shown_if,
        standing: Standing::of(question.id, index, asked.len()),
    };
    let shown = QuestionsPage {
        console: sheet.console(),
        tabs: sheet.tabs(),
        news,
        rows: asked.iter().zip(told).enumerate().map(row).collect(),
        archived: archived.iter().map(|question| Shown::of(&question.label, ui.lang)).collect(),
        home,
        ui,
    };
    page(status, &shown)
}

/// `POST /console/{edition}/questions/order` or `…/calls/{call}/form/order`
pub(in crate::web) async fn reorder(
    app: web::Data<App>,
    sheet: Sheet,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let verb = async |tx: &mut Tx| {
        let asked = questions::questions(tx, sheet.form).await?;
        let rows: Vec<Id<Question>> = asked.iter().map(|question| question.id).collect();
        questions::reorder(tx, sheet.editor.clone(), &moved(&typed, &rows)?).await
    };
    let done = format!("?done=moved#row-{}", typed.one("id"));
    back(&app, &sheet, app.db.transaction(verb).await, &done).await
}

/// `POST /console/{edition}/questions/{id}/archive` or `…/calls/{call}/form/{id}/archive`
pub(in crate::web) async fn archive(
    app: web::Data<App>,
    sheet: Sheet,
    target: web::Path<Target<Question>>,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    let (now, id) = (Moment::now(), target.row()?);
    let verb = async |tx: &mut Tx| questions::archive(tx, sheet.editor.clone(), id, now).await;
    back(&app, &sheet, app.db.transaction(verb).await, "?done=archived").await
}

/// To the list, which says what was done, or why not.
async fn back(
    app: &App,
    sheet: &Sheet,
    outcome: Result<(), Error>,
    done: &str,
) -> Result<HttpResponse, Error> {
    match outcome {
        Ok(()) => Ok(see_other(format!("{}{done}", sheet.home))),
        Err(error) => {
            let news = News::refused(error, sheet.signed.asker.lang)?;
            draw(app, sheet, Some(news), StatusCode::CONFLICT).await
        }
    }
}
