//! One list of all that a reviewer was given in a round; every answer is a radio group, so the keyboard is enough.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{
    super::{
        clock::Clock,
        frame::{Console, RoomName, address},
        news::News,
        submissions::views::{person, title},
        target::Target,
    },
    fields,
};
use crate::{
    accounts::proofs::Reviewer,
    calls::{Criterion, Round, RoundKind},
    db::Tx,
    editions::Edition,
    error::Error,
    http::{App, At, Form, FormData, Shown, SignedForm, Ui, page, page::see_other},
    questions,
    reviews::{self, Item},
    submissions::{Attached, DemoFile},
    values::Moment,
    web::{
        demo::{DemoSheet, Sent},
        public::views::{Choice, Marked},
    },
};

/// Where the page's script puts how many are done.
const COUNTED: &str = "{done}";

/// One thing to score, with what each score means.
struct Scale {
    name: String,
    label: String,
    choices: Vec<Choice>,
}

struct Row {
    id: String,
    title: Shown,
    summary: Option<Marked>,
    people: Vec<Shown>,
    answers: Vec<(Shown, String)>,
    /// Question, address and name of each file.
    files: Vec<(Shown, String, String)>,
    /// The demo, where it is one.
    sheet: Option<DemoSheet>,
    scales: Vec<Scale>,
    deck: Option<String>,
    done: bool,
}

#[derive(Template)]
#[template(path = "console/reviews/desk.html")]
struct DeskPage {
    ui: Ui,
    console: Console,
    news: Option<News>,
    form: Form,
    list: String,
    home: String,
    action: String,
    words: String,
    call: Shown,
    round: Shown,
    blind: bool,
    eligibility: bool,
    open: bool,
    until: Option<String>,
    progress: String,
    progress_pattern: String,
    keep: String,
    rows: Vec<Row>,
}

async fn draw(
    app: &App,
    at: &At<Reviewer>,
    target: &Target<Round>,
    said: (Option<News>, Option<Form>, StatusCode),
) -> Result<HttpResponse, Error> {
    let (news, typed, status) = said;
    let words = at.signed.asker.query()?.one("q").to_owned();
    let mut conn = app.db.read().await?;
    let (call, round, items) = reviews::desk(&mut conn, &app.keys, &at.proof, target.row()?, &words).await?;
    let (ui, home) = (at.signed.ui(), address(&at.edition, &format!("/reviews/{}", round.id)));
    let query = form_urlencoded::Serializer::new(String::new()).append_pair("q", &words).finish();
    let done = items.iter().filter(|item| item.said.is_some()).count();
    let shown = DeskPage {
        console: Console::of(&at.edition, &at.signed, RoomName::Reviews),
        news,
        form: typed.unwrap_or_else(|| fields::stored(&items).form()),
        list: address(&at.edition, "/reviews"),
        action: if words.is_empty() { home.clone() } else { format!("{home}?{query}") },
        call: Shown::of(&call.name, ui.lang),
        round: Shown::of(&round.name, ui.lang),
        blind: round.blind,
        eligibility: round.kind == RoundKind::Eligibility,
        open: round.takes_reviews(Moment::now()),
        until: Clock::of(&at.edition, ui.lang).maybe(round.closes_at),
        progress: ui.t2("reviews-progress", "done", done, "assigned", items.len()),
        progress_pattern: ui.t2("reviews-progress", "done", COUNTED, "assigned", items.len()),
        keep: format!("{}-{}", at.proof.account(), round.id),
        rows: items.iter().map(|item| Row::of(item, &round, &at.edition, &home, &ui)).collect(),
        words,
        home,
        ui,
    };
    page(status, &shown)
}

impl Row {
    fn of(item: &Item, round: &Round, edition: &Edition, home: &str, ui: &Ui) -> Self {
        let row = &item.submission;
        let answer = |(question, value): &(questions::Question, serde_json::Value)| {
            (Shown::of(&question.label, ui.lang), questions::in_words(question, value, ui.lang))
        };
        let file = |(question, file): &Attached| {
            let href = format!("{home}/files/{}", file.id);
            (Shown::of(&question.label, ui.lang), href, file.name.as_str().to_owned())
        };
        let scale = |criterion: &Criterion| Scale::of(criterion, &row.id.to_string(), ui);
        let sent: Vec<Sent> = item.demo_files.iter().map(|file| Sent::of(file, home, ui)).collect();
        let deck = item.demo_files.iter().find(|file| DemoFile::of(file) == DemoFile::Deck);
        Self {
            id: row.id.to_string(),
            title: title(row, ui),
            summary: Marked::of(row.summary.as_ref(), ui.lang, 3),
            people: item.people.iter().map(|one| person(one, ui)).collect(),
            answers: item.answers.iter().map(answer).collect(),
            files: item.files.iter().map(file).collect(),
            sheet: item
                .demo
                .as_ref()
                .map(|demo| DemoSheet::for_judge(demo, item.company.as_ref(), sent, edition, ui)),
            scales: round.criteria.iter().map(scale).collect(),
            deck: deck.map(|file| format!("{home}/files/{}", file.id)),
            done: item.said.is_some(),
        }
    }
}

impl Scale {
    fn of(criterion: &Criterion, id: &str, ui: &Ui) -> Self {
        let choice = |score: i32| {
            let number = Shown::plain(score.to_string(), ui.lang);
            let meaning = criterion.anchors.of(score).map(|text| Shown::of(text, ui.lang));
            let label = meaning
                .map_or(number, |meaning| Shown { text: format!("{score} · {}", meaning.text), ..meaning });
            Choice { value: score.to_string(), label }
        };
        Self {
            name: format!("{id}.points.{}", criterion.id),
            label: Shown::of(&criterion.name, ui.lang).text,
            choices: (criterion.low..=criterion.high).map(choice).collect(),
        }
    }
}

/// `GET /console/{edition}/reviews/{id}`
pub(in crate::web) async fn show(
    app: web::Data<App>,
    at: At<Reviewer>,
    target: web::Path<Target<Round>>,
) -> Result<HttpResponse, Error> {
    let news = News::done(&at.signed);
    draw(&app, &at, &target, (news, None, StatusCode::OK)).await
}

/// `POST /console/{edition}/reviews/{id}`: writes whatever was filled in; the button `conflict` also declares that she is
/// not free to judge the submission that it names.
pub(in crate::web) async fn save(
    app: web::Data<App>,
    at: At<Reviewer>,
    target: web::Path<Target<Round>>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    match app.db.transaction(async |tx| store(tx, &app, &at, &target, &typed).await).await {
        Ok(done) => {
            let query = typed.one("q");
            let query = form_urlencoded::Serializer::new(String::new())
                .extend_pairs((!query.is_empty()).then_some(("q", query)))
                .append_pair("done", done)
                .finish();
            let page = format!("/reviews/{}?{query}#row-{}", target.row()?, typed.one("save"));
            Ok(see_other(address(&at.edition, &page)))
        }
        Err(error) => {
            let (form, status) = Form::after(typed, error, at.signed.asker.lang)?;
            draw(&app, &at, &target, (None, Some(form), status)).await
        }
    }
}

async fn store(
    tx: &mut Tx,
    app: &App,
    at: &At<Reviewer>,
    target: &Target<Round>,
    typed: &FormData,
) -> Result<&'static str, Error> {
    let (round, now, declared) = (target.row()?, Moment::now(), typed.one("conflict"));
    let said = fields::typed(typed, declared);
    reviews::write(tx, &app.keys, &at.proof, round, &said, now).await?;
    if declared.is_empty() {
        return Ok("reviewed");
    }
    let id = declared.parse().map_err(|_| Error::NotFound)?;
    reviews::declare(tx, &app.keys, &at.proof, (round, id), now).await?;
    Ok("conflict")
}
