//! The questions in the order of the form.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::super::{
    frame::{Console, RoomName, address},
    news::News,
    order::{Standing, moved},
};
use crate::{
    accounts::proofs::Organiser,
    db::Tx,
    error::Error,
    http::{App, At, Shown, SignedForm, Ui, page, page::see_other},
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
    news: Option<News>,
    home: String,
    rows: Vec<Row>,
    archived: Vec<Shown>,
}

/// `GET /console/{edition}/questions`
pub(in crate::web) async fn show(app: web::Data<App>, at: At<Organiser>) -> Result<HttpResponse, Error> {
    let news = News::done(&at.signed);
    draw(&app, &at, news, StatusCode::OK).await
}

async fn draw(
    app: &App,
    at: &At<Organiser>,
    news: Option<News>,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let ever = questions::questions_ever(&mut *app.db.read().await?, at.edition.id).await?;
    let (archived, asked): (Vec<_>, Vec<_>) =
        ever.into_iter().partition(|question| question.archived_at.is_some());
    let (ui, home) = (at.signed.ui(), address(&at.edition, "/questions"));
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
        console: Console::of(&at.edition, &at.signed, RoomName::Questions),
        news,
        rows: asked.iter().zip(told).enumerate().map(row).collect(),
        archived: archived.iter().map(|question| Shown::of(&question.label, ui.lang)).collect(),
        home,
        ui,
    };
    page(status, &shown)
}

/// `POST /console/{edition}/questions/order`
pub(in crate::web) async fn reorder(
    app: web::Data<App>,
    at: At<Organiser>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let verb = async |tx: &mut Tx| {
        let asked = questions::questions(tx, at.edition.id).await?;
        let rows: Vec<Id<Question>> = asked.iter().map(|question| question.id).collect();
        questions::reorder(tx, &at.proof, &moved(&typed, &rows)?).await
    };
    let done = format!("/questions?done=moved#row-{}", typed.one("id"));
    back(&app, &at, app.db.transaction(verb).await, &done).await
}

/// `POST /console/{edition}/questions/{id}/archive`
pub(in crate::web) async fn archive(
    app: web::Data<App>,
    at: At<Organiser>,
    path: web::Path<(String, Id<Question>)>,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    let now = Moment::now();
    let verb = async |tx: &mut Tx| questions::archive(tx, &at.proof, path.1, now).await;
    back(&app, &at, app.db.transaction(verb).await, "/questions?done=archived").await
}

/// To the list, which says what was done, or why not.
async fn back(
    app: &App,
    at: &At<Organiser>,
    outcome: Result<(), Error>,
    done: &str,
) -> Result<HttpResponse, Error> {
    match outcome {
        Ok(()) => Ok(see_other(address(&at.edition, done))),
        Err(error) => {
            let news = News::refused(error, at.signed.asker.lang)?;
            draw(app, at, Some(news), StatusCode::CONFLICT).await
        }
    }
}
