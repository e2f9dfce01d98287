//! The words of a decision letter: in one language for everybody who is told the same, or for one recipient alone.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{
    super::frame::{Console, RoomName, address},
    views::title,
};
use crate::{
    accounts::proofs::Programme,
    db::Tx,
    editions::Edition,
    error::Error,
    http::{App, At, Form, FormData, Shown, SignedForm, Ui, page, page::see_other},
    mail::{Renderer, Wording},
    submissions::{self, Letterform, WordingFields},
};

#[derive(Template)]
#[template(path = "console/submissions/wording.html")]
struct WordingPage {
    ui: Ui,
    console: Console,
    form: Form,
    letters: String,
    action: String,
    verdict: &'static str,
    lang: &'static str,
    autonym: &'static str,
    /// The submission that it is for, where it is for one alone.
    only: Option<Shown>,
    /// What can be left blank, in braces, and what fills it.
    blanks: Vec<(&'static str, String)>,
    /// Whether something was written for these letters that can be taken back.
    written: bool,
}

/// Where letters of this form are worded.
pub(super) fn address_of(edition: &Edition, form: &Letterform) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("verdict", form.verdict.as_str()).append_pair("lang", form.lang.as_str());
    if let Some(submission) = form.submission {
        query.append_pair("submission", &submission.to_string());
    }
    address(edition, &format!("/submissions/wording?{}", query.finish()))
}

/// Which letters the address names.
fn named(query: &FormData) -> Result<Letterform, Error> {
    let submission = match query.one("submission") {
        "" => None,
        id => Some(id.parse().map_err(|_| Error::NotFound)?),
    };
    let verdict = query.one("verdict").parse().map_err(|()| Error::NotFound)?;
    let lang = query.one("lang").parse().map_err(|()| Error::NotFound)?;
    Ok(Letterform { submission, verdict, lang })
}

async fn draw(
    app: &App,
    at: &At<Programme>,
    letters: &Letterform,
    typed: Option<(Form, StatusCode)>,
) -> Result<HttpResponse, Error> {
    let mut conn = app.db.read().await?;
    let renderer = Renderer::new()?;
    let (wording, written) =
        submissions::wording(&mut conn, &renderer, &at.proof, &at.edition, letters).await?;
    let ui = at.signed.ui();
    let only = match letters.submission {
        None => None,
        Some(id) => Some(title(&submissions::find(&mut conn, &at.proof, id).await?, &ui)),
    };
    let stored = || (Form::filled(stored(wording)), StatusCode::OK);
    let (form, status) = typed.unwrap_or_else(stored);
    let shown = WordingPage {
        console: Console::of(&at.edition, &at.signed, RoomName::Submissions),
        letters: address(&at.edition, "/submissions/tell"),
        action: address_of(&at.edition, letters),
        verdict: letters.verdict.as_str(),
        lang: letters.lang.as_str(),
        autonym: letters.lang.autonym(),
        blanks: vec![
            ("{title}", ui.t("wording-blank-title")),
            ("{call}", ui.t("wording-blank-call")),
            ("{confirm_by}", ui.t("wording-blank-confirm_by")),
        ],
        form,
        only,
        written,
        ui,
    };
    page(status, &shown)
}

fn stored(wording: Wording) -> FormData {
    [("subject".to_owned(), wording.subject), ("text".to_owned(), wording.lead)].into_iter().collect()
}

/// `GET /console/{edition}/submissions/wording`: query `verdict`, `lang`, and `submission` for one alone.
pub(in crate::web) async fn show(app: web::Data<App>, at: At<Programme>) -> Result<HttpResponse, Error> {
    let letters = named(&at.signed.asker.query()?)?;
    draw(&app, &at, &letters, None).await
}

/// `POST /console/{edition}/submissions/wording`: inputs `subject` and `text`, or `reset`.
pub(in crate::web) async fn save(
    app: web::Data<App>,
    at: At<Programme>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let letters = named(&at.signed.asker.query()?)?;
    let verb = async |tx: &mut Tx| {
        if typed.ticked("reset") {
            return submissions::reset_wording(tx, &at.proof, &letters).await;
        }
        let one = |name: &str| typed.one(name).to_owned();
        let wording = Wording::try_from(&WordingFields { subject: one("subject"), text: one("text") })?;
        submissions::set_wording(tx, &at.proof, &letters, &wording).await
    };
    match app.db.transaction(verb).await {
        Ok(()) => Ok(see_other(address(&at.edition, "/submissions/tell?done=worded"))),
        Err(error) => {
            let typed = Form::after(typed, error, at.signed.asker.lang)?;
            draw(&app, &at, &letters, Some(typed)).await
        }
    }
}
