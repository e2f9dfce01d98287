//! One question: what it asks, which answers it takes, when it is shown.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{
    super::{
        frame::{Console, RoomName, address},
        target::Target,
    },
    fields,
};
use crate::{
    accounts::proofs::Organiser,
    db::Tx,
    error::Error,
    http::{App, At, Form, FormData, Shown, SignedForm, Ui, page, page::see_other},
    questions::{self, NewQuestion, Question, QuestionKind},
    web::public::views::Choice,
};

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
    form: Form,
    heading: String,
    action: String,
    list: String,
    kinds: Vec<Choice>,
    fixed_kind: Option<String>,
    rows: usize,
    earlier: Vec<Earlier>,
    archive: Option<String>,
}

async fn draw(
    app: &App,
    at: &At<Organiser>,
    target: &Target<Question>,
    typed: Option<(FormData, Form, StatusCode)>,
) -> Result<HttpResponse, Error> {
    let asked = questions::questions(&mut *app.db.read().await?, at.edition.id).await?;
    let place = target.id.map(|id| asked.iter().position(|asked| asked.id == id).ok_or(Error::NotFound));
    let place = place.transpose()?;
    let question = place.and_then(|place| asked.get(place));
    let stored = || question.map(|question| fields::stored(question, &asked)).unwrap_or_default().data();
    let (data, form, status) = typed.unwrap_or_else(|| {
        let data = stored();
        (data.clone(), Form::filled(data), StatusCode::OK)
    });
    let (ui, action) = (at.signed.ui(), address(&at.edition, &format!("/questions/{}", target.segment())));
    let kind = |kind: QuestionKind| ui.t(&format!("question-kind-{kind}"));
    let choice =
        |of: &QuestionKind| Choice { value: of.to_string(), label: Shown::plain(kind(*of), ui.lang) };
    let fixed = question.filter(|_| at.edition.published_at.is_some());
    let shown = EditPage {
        console: Console::of(&at.edition, &at.signed, RoomName::Questions),
        heading: ui.t(if question.is_some() { "questions-edit" } else { "questions-add" }),
        list: address(&at.edition, "/questions"),
        kinds: QuestionKind::ALL.iter().map(choice).collect(),
        fixed_kind: fixed.map(|question| kind(question.kind)),
        rows: fields::rows(&data),
        earlier: asked
            .iter()
            .take(place.unwrap_or(asked.len()))
            .filter_map(|one| earlier(one, &ui))
            .collect(),
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

/// `GET /console/{edition}/questions/{id}` or `…/new`
pub(in crate::web) async fn form(
    app: web::Data<App>,
    at: At<Organiser>,
    target: web::Path<Target<Question>>,
) -> Result<HttpResponse, Error> {
    draw(&app, &at, &target, None).await
}

/// `POST /console/{edition}/questions/{id}` or `…/new`; its second button only asks for more rows.
pub(in crate::web) async fn save(
    app: web::Data<App>,
    at: At<Organiser>,
    target: web::Path<Target<Question>>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let typed = fields::compacted(&typed);
    if typed.ticked("more") {
        let form = Form::filled(typed.clone());
        return draw(&app, &at, &target, Some((typed, form, StatusCode::OK))).await;
    }
    match store(&app, &at, &target, &typed).await {
        Ok(question) => {
            let page = format!("/questions?done={}#row-{}", target.done(), question.id);
            Ok(see_other(address(&at.edition, &page)))
        }
        Err(error) => {
            let error = match error {
                Error::Invalid(errors) => Error::Invalid(fields::at_inputs(&errors)),
                other => other,
            };
            let (form, status) = Form::after(typed.clone(), error, at.signed.asker.lang)?;
            draw(&app, &at, &target, Some((typed, form, status))).await
        }
    }
}

async fn store(
    app: &App,
    at: &At<Organiser>,
    target: &Target<Question>,
    typed: &FormData,
) -> Result<Question, Error> {
    let new = NewQuestion::try_from(&fields::question(typed))?;
    let verb = async |tx: &mut Tx| match target.id {
        Some(id) => questions::change(tx, &at.proof, id, new).await,
        None => questions::create(tx, &at.proof, new).await,
    };
    app.db.transaction(verb).await
}
