//! One submission: what it says, who takes part, where it stands, and what may be done about it.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;
use diesel_async::AsyncPgConnection;

use super::{
    super::{
        clock::Clock,
        frame::{Console, RoomName, address},
        history::Happened,
        news::News,
    },
    list::{decisions, seen},
    views::{Numbers, Tag, person, tags, title},
};
use crate::{
    accounts::proofs::Programme,
    calls,
    editions::Edition,
    error::Error,
    files::File,
    http::{App, At, Form, Shown, Ui, page},
    questions, reviews, speakers,
    submissions::{self, Answer, Lifecycle, Submission, SubmissionId, Verdict},
    values::{Id, Localised, Prose},
    web::{
        demo::{DemoSheet, Sent},
        public::views::{Choice, Marked},
    },
};

/// Somebody who takes part, or is asked to.
struct Person {
    name: Shown,
    organisation: String,
    part: String,
    /// Her address, or her contact's.
    reached: String,
}

struct Given {
    label: Shown,
    text: String,
    sensitive: bool,
}

/// The address of each act that is possible now.
struct Acts {
    decide: Option<String>,
    answer: Option<String>,
    ask_again: Option<String>,
    check: Option<String>,
    withdraw: Option<String>,
    promote: Option<String>,
    leave_empty: Option<String>,
}

#[derive(Template)]
#[template(path = "console/submissions/detail.html")]
struct DetailPage {
    ui: Ui,
    console: Console,
    news: Option<News>,
    form: Form,
    id: String,
    list: String,
    title: Shown,
    other_titles: Vec<Shown>,
    tags: Vec<Tag>,
    seen: String,
    call: Shown,
    track: Option<Shown>,
    kind: Option<Shown>,
    spoken: Vec<String>,
    submitted: Option<String>,
    told: Option<(String, String)>,
    confirm_by: Option<String>,
    answered: Option<(String, String)>,
    note: String,
    summary: Vec<Marked>,
    remarks: String,
    people: Vec<Person>,
    given: Vec<Given>,
    /// Question, address and name of each file that answers one.
    files: Vec<(Shown, String, String)>,
    /// Address and name of each file of its slides.
    slides: Vec<(String, String)>,
    /// What staff found about the rules: whether it fits, why not, what she replied.
    found: Option<(bool, String, String)>,
    /// The demo of a company, if it is one.
    sheet: Option<DemoSheet>,
    /// What its reviews come to, and what reviewers added.
    numbers: Option<Numbers>,
    comments: Vec<String>,
    decisions: Vec<Choice>,
    acts: Acts,
    history: Vec<Happened>,
    zone: String,
}

/// What a page says beside what is stored.
pub(super) struct Said {
    news: Option<News>,
    form: Form,
    status: StatusCode,
}

impl Said {
    /// A sentence above the page.
    pub(super) fn news(news: News, status: StatusCode) -> Self {
        Self { news: Some(news), form: Form::default(), status }
    }

    /// What was typed about an answer, with what is wrong in it.
    pub(super) fn typed(form: Form, status: StatusCode) -> Self {
        Self { news: None, form, status }
    }
}

/// `GET /console/{edition}/submissions/{id}`
pub(in crate::web) async fn show(
    app: web::Data<App>,
    at: At<Programme>,
    path: web::Path<(String, Id<Submission>)>,
) -> Result<HttpResponse, Error> {
    let said = Said { news: News::done(&at.signed), form: Form::default(), status: StatusCode::OK };
    draw(&app, &at, path.1, said).await
}

pub(super) async fn draw(
    app: &App,
    at: &At<Programme>,
    id: SubmissionId,
    said: Said,
) -> Result<HttpResponse, Error> {
    let (ui, clock) = (at.signed.ui(), Clock::of(&at.edition, at.signed.asker.lang));
    let mut conn = app.db.read().await?;
    let row = submissions::find(&mut conn, &at.proof, id).await?;
    let call = calls::call(&mut conn, &at.proof, row.call).await?;
    let form = submissions::form(&mut conn, call).await?;
    let track = form.tracks.iter().find(|track| Some(track.id) == row.track);
    let kind = form.session_types.iter().find(|kind| Some(kind.id) == row.session_type);
    let answered = submissions::answered(&mut conn, &app.keys, &at.proof, id).await?;
    let attached = submissions::attachments(&mut conn, &at.proof, id).await?;
    let slides = submissions::slides(&mut conn, &at.proof, id).await?;
    let ranking = reviews::ranking(&mut conn, &at.proof, row.call).await?;
    let comments = ranking.as_ref().and_then(|ranking| ranking.comments.get(&id)).cloned();
    let found = submissions::eligibility(&mut conn, &at.proof, id).await?;
    let application = submissions::application(&mut conn, &row).await?;
    let stands = |file: &File| address(&at.edition, &format!("/submissions/{id}/files/{}", file.id));
    let named = |file: &File| file.name.as_str().to_owned();
    let trail = submissions::history(&mut conn, &at.proof, id).await?;
    let shown = DetailPage {
        console: Console::of(&at.edition, &at.signed, RoomName::Submissions),
        news: said.news,
        form: said.form,
        found: found.map(|one| (one.passed, text(one.reason.as_ref()), text(one.reply.as_ref()))),
        sheet: application.map(|one| {
            let base = address(&at.edition, &format!("/submissions/{id}"));
            let sent = one.files.iter().map(|file| Sent::of(file, &base, &ui)).collect();
            DemoSheet::of(&one.demo, Some(&one.company), sent, &at.edition, &ui)
        }),
        id: id.to_string(),
        list: address(&at.edition, "/submissions"),
        title: title(&row, &ui),
        other_titles: others(row.title.as_ref(), &ui),
        tags: tags(&row, &ui),
        seen: seen(row.standing().decision),
        call: Shown::of(&form.call.name, ui.lang),
        track: track.map(|track| Shown::of(&track.name, ui.lang)),
        kind: kind.map(|kind| Shown::of(&kind.name, ui.lang)),
        spoken: row.spoken.iter().map(|spoken| ui.t(&format!("session-spoken-{spoken}"))).collect(),
        submitted: clock.maybe(row.submitted_at),
        told: row
            .told
            .zip(row.told_at)
            .map(|(told, when)| (ui.t(&format!("stage-{told}")), clock.tell(when))),
        confirm_by: clock.maybe(row.confirm_by.filter(|_| row.answer == Answer::None)),
        answered: row.answered_at.map(|when| (ui.t(&format!("answer-{}", row.answer)), clock.tell(when))),
        note: row.answer_note.clone().unwrap_or_default(),
        summary: Marked::every(row.summary.as_ref(), 3),
        remarks: row.notes.as_ref().map(ToString::to_string).unwrap_or_default(),
        people: people(&mut conn, at, id, &ui).await?,
        files: attached
            .iter()
            .map(|(question, file)| (Shown::of(&question.label, ui.lang), stands(file), named(file)))
            .collect(),
        slides: slides.iter().map(|file| (stands(file), named(file))).collect(),
        given: answered.iter().map(|(question, value)| given(question, value, &ui)).collect(),
        numbers: ranking.map(|ranking| Numbers::of(&ranking, id)),
        comments: comments.unwrap_or_default(),
        decisions: decisions(&ui),
        acts: acts(&row, &at.edition),
        history: Happened::all(&trail, &at.edition.zone, &ui),
        zone: clock.zone(),
        ui,
    };
    page(said.status, &shown)
}

fn text(prose: Option<&Prose<2000>>) -> String {
    prose.map(ToString::to_string).unwrap_or_default()
}

/// Its titles in the languages that the heading is not in.
fn others(title: Option<&Localised>, ui: &Ui) -> Vec<Shown> {
    let Some(title) = title else { return Vec::new() };
    let head = title.pick(ui.lang).lang;
    let rest = title.iter().filter(|picked| picked.lang != head);
    rest.map(|picked| Shown::plain(picked.text, picked.lang)).collect()
}

async fn people(
    conn: &mut AsyncPgConnection,
    at: &At<Programme>,
    id: SubmissionId,
    ui: &Ui,
) -> Result<Vec<Person>, Error> {
    let mut people = Vec::new();
    for one in submissions::participants(conn, &at.proof, id).await? {
        let speaker = speakers::find(conn, &at.proof, one.speaker).await?;
        let part = ui.t(&format!("part-{}", one.part));
        let agreed = ui.t(&format!("part-invitation-{}", one.invitation));
        people.push(Person {
            name: person(&speaker, ui),
            organisation: speaker.organisation.as_ref().map(ToString::to_string).unwrap_or_default(),
            part: format!("{part} · {agreed}"),
            reached: match speaker.contact_email.as_ref().or(speaker.email.as_ref()) {
                Some(email) => email.as_str().to_owned(),
                None => ui.t("submissions-unreachable"),
            },
        });
    }
    Ok(people)
}

fn given(question: &questions::Question, value: &serde_json::Value, ui: &Ui) -> Given {
    Given {
        label: Shown::of(&question.label, ui.lang),
        text: questions::in_words(question, value, ui.lang),
        sensitive: question.sensitive,
    }
}

fn acts(row: &Submission, edition: &Edition) -> Acts {
    let home = address(edition, "/submissions");
    let act = |name: &str, possible: bool| possible.then(|| format!("{home}/{}/{name}", row.id));
    let submitted = row.lifecycle == Lifecycle::Submitted;
    let told = submitted && row.told == Some(Verdict::Accepted);
    let promised = told && matches!(row.answer, Answer::None | Answer::Confirmed);
    Acts {
        decide: (submitted && !promised).then(|| format!("{home}/decide")),
        answer: act("answer", told),
        check: act("eligibility", submitted && row.company.is_some()),
        ask_again: act("ask-again", told && row.answer != Answer::Confirmed),
        withdraw: act("withdraw", submitted),
        promote: act("promote", row.is_vacant()),
        leave_empty: act("leave-empty", row.is_vacant()),
    }
}
