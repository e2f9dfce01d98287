//! A submission as a form: what it offers, what was typed, what is stored.

use super::views::{Choice, Question, regions};
use crate::{
    calls::SessionType,
    editions::Track,
    http::{FormData, Shown, Ui},
    questions::RawAnswers,
    submissions::{CallForm, DraftFields, OwnSubmission, Spoken},
    web::console::stored::{Stored, texts},
};

/// What the form of a submission to one call offers and asks.
pub(crate) struct Sheet {
    pub(crate) tracks: Vec<Choice>,
    pub(crate) session_types: Vec<Choice>,
    pub(crate) spoken: Vec<Choice>,
    pub(crate) questions: Vec<Question>,
    pub(crate) regions: Vec<Choice>,
}

impl Sheet {
    pub(crate) fn of(form: &CallForm, ui: &Ui) -> Self {
        let track = |track: &Track| Choice {
            value: track.slug.as_str().to_owned(),
            label: Shown::of(&track.name, ui.lang),
        };
        let spoken = |one: &Spoken| Choice {
            value: one.to_string(),
            label: Shown::plain(ui.t(&format!("spoken-{one}")), ui.lang),
        };
        Self {
            tracks: form.tracks.iter().map(track).collect(),
            session_types: form.session_types.iter().map(|kind| session_type(kind, ui)).collect(),
            spoken: Spoken::ALL.iter().map(spoken).collect(),
            questions: Question::all(&form.questions, ui),
            regions: regions(ui.lang),
        }
    }
}

/// A session type with how long it lasts.
fn session_type(kind: &SessionType, ui: &Ui) -> Choice {
    let name = Shown::of(&kind.name, ui.lang);
    let text = ui.t2("call-session-type", "name", &name.text, "minutes", kind.minutes);
    Choice { value: kind.slug.as_str().to_owned(), label: Shown { text, lang: name.lang } }
}

/// What was typed.
pub(crate) fn fields(typed: &FormData) -> DraftFields {
    let one = |name: &str| typed.one(name).to_owned();
    DraftFields {
        title: texts(typed, "title"),
        summary: texts(typed, "summary"),
        spoken: typed.all("spoken").map(str::to_owned).collect(),
        notes: one("notes"),
        track: one("track"),
        session_type: one("session_type"),
        answers: RawAnswers::from_form(typed.pairs()),
        version: typed.one("version").parse().ok(),
    }
}

/// What is stored, as the form sends it.
pub(crate) fn stored(row: &OwnSubmission, form: &CallForm, answers: Vec<(String, String)>) -> FormData {
    let track = form.tracks.iter().find(|track| Some(track.id) == row.track);
    let kind = form.session_types.iter().find(|kind| Some(kind.id) == row.session_type);
    let sheet = Stored::default()
        .with("version", row.version)
        .text("title", row.title.as_ref())
        .text("summary", row.summary.as_ref())
        .maybe("track", track.map(|track| &track.slug))
        .maybe("session_type", kind.map(|kind| &kind.slug))
        .maybe("notes", row.notes.as_ref().map(|notes| notes.as_str()));
    let sheet = row.spoken.iter().fold(sheet, |sheet, one| sheet.with("spoken", one));
    answers.into_iter().fold(sheet, |sheet, (name, value)| sheet.with(name, value)).data()
}
