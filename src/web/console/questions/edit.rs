//! One question: what it asks, which answers it takes, when it is shown.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{
    super::{calls::tabs::Tabs, frame::Console, rows, target::Target},
    fields,
    sheet::Sheet,
};
use crate::{
    db::Tx,
    error::Error,
    http::{App, Form, FormData, Shown, SignedForm, Ui, page, page::see_other},
    questions::{self, Question, QuestionKind},
    values::Moment,
    web::public::views::Choice,
};

/// Empty rows of choices below the filled ones.
const SPARE: usize = 3;

/// An earlier question with the answers that a condition can name.
struct Earlier {
    label: Shown,
    answers: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "console/questions/edit.html")]
struct EditPage {
    ui: Ui,
    console: Console,
    tabs: Option<Tabs>,
    form: Form,
    heading: String,
    action: String,
    list: String,
    kinds: Vec<Choice>,
    fixed_kind: Option<String>,
    rows: usize,
    earlier: Vec<Earlier>,
    /// Of a call's form: whose clock a time is of.
    zone: Option<String>,
    archive: Option<String>,
}

async fn draw(
    app: &App,
    sheet: &Sheet,
    target: &Target<Question>,
    typed: Option<(FormData, Form, StatusCode)>,
) -> Result<HttpResponse, Error> {
    let asked = questions::questions(&mut *app.db.read().await?, sheet.form).await?;
    let place = target.id.map(|id| asked.iter().position(|asked| asked.id == id).ok_or(Error::NotFound));
    let place = place.transpose()?;
    let question = place.and_then(|place| asked.get(place));
    let zone = &sheet.edition.zone;
    let stored =
        || question.map(|question| fields::stored(question, &asked, zone)).unwrap_or_default().data();
    let (data, form, status) = typed.unwrap_or_else(|| {
        let data = stored();
        (data.clone(), Form::filled(data), StatusCode::OK)
    });
    let (ui, action) = (sheet.signed.ui(), format!("{}/{}", sheet.home, target.segment()));
    let kind = |kind: QuestionKind| ui.t(&format!("question-kind-{kind}"));
    let choice =
        |of: &QuestionKind| Choice { value: of.to_string(), label: Shown::plain(kind(*of), ui.lang) };
    // Files belong to submissions.
    let kinds = QuestionKind::ALL.iter().filter(|kind| sheet.call.is_some() || **kind != QuestionKind::File);
    let fixed = question.filter(|_| sheet.fixed);
    let shown = EditPage {
        console: sheet.console(),
        tabs: sheet.tabs(),
        heading: ui.t(if question.is_some() { "questions-edit" } else { "questions-add" }),
        list: sheet.home.clone(),
        kinds: kinds.map(choice).collect(),
        fixed_kind: fixed.map(|question| kind(question.kind)),
        rows: rows::shown(&data, fields::ROWS, SPARE),
        earlier: asked
            .iter()
            .take(place.unwrap_or(asked.len()))
            .filter_map(|one| earlier(one, &ui))
            .collect(),
        zone: sheet.call.as_ref().map(|_| zone.label(ui.lang, Moment::now())),
        archive: question.map(|_| format!("{action}/archive")),
        form,
        action,
        ui,
    };
    page(status, &shown)
}

/// The question as one to hang another on; none where its answers can't be told beforehand.
fn earlier(question: &Question, ui: &Ui) -> Option<Earlier> {
    let answer = |value: &str, label: Shown| Choice { value: format!("{}={value}", question.slug), label };
    let plain = |value: &str, key: &str| answer(value, Shown::plain(ui.t(key), ui.lang));
    let answers = match question.kind {
        QuestionKind::YesNo => vec![plain("yes", "form-yes"), plain("no", "form-no")],
        kind if kind.has_choices() => {
            let choices = question.choices.iter();
            choices.map(|one| answer(one.value.as_str(), Shown::of(&one.label, ui.lang))).collect()
        }
        _ => return None,
    };
    Some(Earlier { label: Shown::of(&question.label, ui.lang), answers })
}

/// `GET /console/{edition}/questions/{id}`, `…/calls/{call}/form/{id}`, or `…/new`
pub(in crate::web) async fn form(
    app: web::Data<App>,
    sheet: Sheet,
    target: web::Path<Target<Question>>,
) -> Result<HttpResponse, Error> {
    draw(&app, &sheet, &target, None).await
}

/// `POST /console/{edition}/questions/{id}`, `…/calls/{call}/form/{id}`, or `…/new`; its second button only asks for more rows.
pub(in crate::web) async fn save(
    app: web::Data<App>,
    sheet: Sheet,
    target: web::Path<Target<Question>>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let typed = rows::compacted(&typed, fields::ROWS);
    if typed.ticked("more") {
        let form = Form::filled(typed.clone());
        return draw(&app, &sheet, &target, Some((typed, form, StatusCode::OK))).await;
    }
    match store(&app, &sheet, &target, &typed).await {
        Ok(question) => Ok(see_other(format!("{}?done={}#row-{}", sheet.home, target.done(), question.id))),
        Err(error) => {
            let error = match error {
                Error::Invalid(errors) => Error::Invalid(fields::at_inputs(&errors)),
                other => other,
            };
            let (form, status) = Form::after(typed.clone(), error, sheet.signed.asker.lang)?;
            draw(&app, &sheet, &target, Some((typed, form, status))).await
        }
    }
}

async fn store(
    app: &App,
    sheet: &Sheet,
    target: &Target<Question>,
    typed: &FormData,
) -> Result<Question, Error> {
    let new = fields::question(typed).parse(&sheet.edition.zone)?;
    let verb = async |tx: &mut Tx| match target.id {
        Some(id) => questions::change(tx, sheet.editor.clone(), id, new).await,
        None => questions::create(tx, sheet.editor.clone(), new).await,
    };
    app.db.transaction(verb).await
}
