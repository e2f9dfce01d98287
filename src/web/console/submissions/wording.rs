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
    mail::{Renderer, Wording, WordingFields},
    submissions::{self, Letterform, Verdict},
    values::Lang,
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

/// Which letters a path names: edition, decision, language.
type Named = web::Path<(String, Verdict, Lang)>;

/// Where letters of this form are worded; a `submission` in the query is for one recipient alone.
pub(super) fn address_of(edition: &Edition, form: &Letterform) -> String {
    let page = address(edition, &format!("/submissions/wording/{}/{}", form.verdict, form.lang));
    match form.submission {
        Some(submission) => format!("{page}?submission={submission}"),
        None => page,
    }
}

fn letterform(at: &At<Programme>, named: &Named) -> Result<Letterform, Error> {
    let submission = match at.signed.asker.query()?.one("submission") {
        "" => None,
        id => Some(id.parse().map_err(|_| Error::NotFound)?),
    };
    Ok(Letterform { submission, verdict: named.1, lang: named.2 })
}

async fn draw(
    app: &App,
    at: &At<Programme>,
    letters: &Letterform,
    typed: Option<(Form, StatusCode)>,
) -> Result<HttpResponse, Error> {
    let mut conn = app.db.read().await?;
    let renderer = Renderer::new()?;
    let (wording, written) = submissions::wording(&mut conn, &renderer, &at.proof, letters).await?;
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
            ("{button}", ui.t("mail-variable-button")),
        ],
        form,
        only,
        written,
        ui,
    };
    page(status, &shown)
}

/// A wording as a form shows it.
pub(in crate::web::console) fn stored(wording: Wording) -> FormData {
    let Wording { subject, heading, body } = wording;
    [("subject", subject), ("heading", heading), ("text", body)]
        .map(|(name, text)| (name.to_owned(), text))
        .into_iter()
        .collect()
}

/// What a form sends of a wording.
pub(in crate::web::console) fn typed_wording(typed: &FormData) -> WordingFields {
    let one = |name: &str| typed.one(name).to_owned();
    WordingFields { subject: one("subject"), heading: one("heading"), text: one("text") }
}

/// `GET /console/{edition}/submissions/wording/{verdict}/{lang}`
pub(in crate::web) async fn show(
    app: web::Data<App>,
    at: At<Programme>,
    named: Named,
) -> Result<HttpResponse, Error> {
    let letters = letterform(&at, &named)?;
    draw(&app, &at, &letters, None).await
}

/// `POST /console/{edition}/submissions/wording/{verdict}/{lang}`: inputs `subject` and `text`, or `reset`.
pub(in crate::web) async fn save(
    app: web::Data<App>,
    at: At<Programme>,
    named: Named,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let letters = letterform(&at, &named)?;
    let verb = async |tx: &mut Tx| {
        if typed.ticked("reset") {
            return submissions::reset_wording(tx, &at.proof, &letters).await;
        }
        let input = (&letters, &typed_wording(&typed));
        submissions::set_wording(tx, &Renderer::new()?, &at.proof, &at.edition, input).await
    };
    match app.db.transaction(verb).await {
        Ok(()) => Ok(see_other(address(&at.edition, "/submissions/tell?done=worded"))),
        Err(error) => {
            let typed = Form::after(typed, error, at.signed.asker.lang)?;
            draw(&app, &at, &letters, Some(typed)).await
        }
    }
}
