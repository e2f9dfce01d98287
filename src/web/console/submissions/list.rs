//! Finding submissions as one types, filtered by stage, call and track; the filters stand in the address.

use std::collections::{BTreeMap, HashMap};

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{
    super::{
        frame::{Console, RoomName, address},
        news::News,
        order::Standing,
    },
    quotas::Filling,
    views::{Numbers, Tag, person, tags, title, unfit},
};
use crate::{
    accounts::proofs::Programme,
    calls::{self, Call},
    editions::{Track, parts},
    error::Error,
    http::{App, At, Form, FormData, Shown, Ui, page},
    reviews::{self, Ranking},
    speakers::{self, Speaker, SpeakerId},
    submissions::{self, Decision, Eligibility, Filter, Stage, Submission, SubmissionId},
    values::time,
    web::public::views::Choice,
};

/// Rows a page.
const ROWS: i64 = 100;

struct Row {
    id: String,
    href: String,
    title: Shown,
    person: Shown,
    organisation: String,
    call: Shown,
    track: Option<Shown>,
    tags: Vec<Tag>,
    when: String,
    /// What was decided when this page was drawn.
    seen: String,
    /// What its reviews come to, on the list of one call.
    numbers: Option<Numbers>,
    /// Its place among those on standby in its call and track, on the list of them.
    standing: Option<Standing>,
}

#[derive(Template)]
#[template(path = "console/submissions/list.html")]
struct ListPage {
    ui: Ui,
    console: Console,
    news: Option<News>,
    form: Form,
    home: String,
    query: String,
    stages: Vec<Choice>,
    calls: Vec<Choice>,
    tracks: Vec<Choice>,
    heads: Vec<String>,
    rows: Vec<Row>,
    decisions: Vec<Choice>,
    /// The round that the numbers are of, and where the list is in their order; none where there are none.
    ranked: Option<(Shown, String)>,
    /// How far the tracks of the call are filled, where the list is of one.
    filled: Vec<Filling>,
    untold: i64,
    count: i64,
    newest: Option<String>,
    older: Option<String>,
}

/// What the filters choose from, and whose names stand in the rows.
struct Names {
    calls: Vec<Call>,
    tracks: Vec<Track>,
    speakers: HashMap<SpeakerId, Speaker>,
    ranking: Option<Ranking>,
    /// What was found of those on the page, held against the rules of their call.
    found: BTreeMap<SubmissionId, Eligibility>,
}

/// `GET /console/{edition}/submissions`
pub(in crate::web) async fn show(app: web::Data<App>, at: At<Programme>) -> Result<HttpResponse, Error> {
    let (typed, news) = (at.signed.asker.query()?, News::done(&at.signed));
    draw(&app, &at, typed, news, StatusCode::OK).await
}

/// The list that these filters make.
pub(super) async fn draw(
    app: &App,
    at: &At<Programme>,
    typed: FormData,
    news: Option<News>,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let mut conn = app.db.read().await?;
    let people = speakers::list(&mut conn, &at.proof, "").await?;
    let mut names = Names {
        calls: calls::calls(&mut conn, &at.proof).await?,
        tracks: parts::list(&mut conn, at.edition.id).await?,
        speakers: people.into_iter().map(|speaker| (speaker.id, speaker)).collect(),
        ranking: None,
        found: BTreeMap::new(),
    };
    let filter = names.filter(&typed);
    if let Some(call) = filter.call {
        names.ranking = reviews::ranking(&mut conn, &at.proof, call).await?;
    }
    let in_order = names.ranking.is_some() && typed.one("sort") == "score";
    let mut found =
        submissions::list(&mut conn, &at.proof, &filter, if in_order { i64::MAX } else { ROWS }).await?;
    if in_order {
        names.sort(&mut found);
    }
    let ids: Vec<SubmissionId> = found.iter().map(|row| row.id).collect();
    names.found = submissions::eligibilities(&mut conn, &at.proof, &ids).await?;
    let only = filter.call.or(match names.calls.as_slice() {
        [call] => Some(call.id),
        _ => None,
    });
    let filled = match only {
        Some(call) => Filling::all(&mut conn, &at.proof, (call, &names.tracks), &at.signed.ui()).await?,
        None => Vec::new(),
    };
    let of_all = Filter { stage: Some(Stage::Untold), ..Filter::default() };
    let (ui, home) = (at.signed.ui(), address(&at.edition, "/submissions"));
    let next = found.last().filter(|_| i64::try_from(found.len()).is_ok_and(|count| count == ROWS));
    let next = next.filter(|_| filter.stage != Some(Stage::Standby) && !in_order);
    let query = query(&typed, None);
    let ranked = names
        .ranking
        .as_ref()
        .map(|ranking| (Shown::of(&ranking.round.name, ui.lang), format!("{home}?{query}&sort=score")));
    let shown = ListPage {
        console: Console::of(&at.edition, &at.signed, RoomName::Submissions),
        news,
        stages: Stage::ALL.iter().map(|stage| choice(*stage, ui.t(&format!("stage-{stage}")), &ui)).collect(),
        calls: names.calls.iter().map(|call| named(&call.slug, Shown::of(&call.name, ui.lang))).collect(),
        tracks: names
            .tracks
            .iter()
            .map(|track| named(&track.slug, Shown::of(&track.name, ui.lang)))
            .collect(),
        rows: names.rows(&found, filter.stage == Some(Stage::Standby), at, &ui),
        decisions: decisions(&ui),
        heads: heads(ranked.is_some(), &ui),
        ranked,
        filled,
        untold: submissions::count(&mut conn, &at.proof, &of_all).await?,
        count: submissions::count(&mut conn, &at.proof, &filter).await?,
        newest: filter.before.map(|_| format!("{home}?{query}")),
        older: next.map(|last| format!("{home}?{}", self::query(&typed, Some(last.id)))),
        query,
        home,
        form: Form::filled(typed),
        ui,
    };
    page(status, &shown)
}

/// The table's columns; numbers, where there are some, in place of the date.
fn heads(ranked: bool, ui: &Ui) -> Vec<String> {
    let always = [
        ui.t("submissions-title"),
        ui.t("submissions-person"),
        ui.t("submissions-call"),
        ui.t("submissions-stage"),
    ];
    let numbers = [
        ui.t("score-normalised"),
        ui.t("score-mean"),
        ui.t("score-median"),
        ui.t("score-spread"),
        ui.t("score-coverage"),
    ];
    let rest = if ranked { numbers.to_vec() } else { vec![ui.t("submissions-when")] };
    always.into_iter().chain(rest).collect()
}

/// What can be decided, in words.
pub(super) fn decisions(ui: &Ui) -> Vec<Choice> {
    let all = ["accepted", "standby", "declined", "none"];
    all.map(|name| choice(name, ui.t(&format!("decision-{name}")), ui)).into_iter().collect()
}

fn choice(value: impl ToString, label: String, ui: &Ui) -> Choice {
    named(value, Shown::plain(label, ui.lang))
}

fn named(value: impl ToString, label: Shown) -> Choice {
    Choice { value: value.to_string(), label }
}

/// The same filters, on another page of the list.
fn query(typed: &FormData, before: Option<SubmissionId>) -> String {
    const FILTERS: [&str; 5] = ["q", "stage", "call", "track", "sort"];
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(typed.pairs().filter(|(name, value)| FILTERS.contains(name) && !value.is_empty()));
    if let Some(before) = before {
        query.append_pair("before", &before.to_string());
    }
    query.finish()
}

/// A decision as a form carries it: `accepted`, `standby:3`, `declined`, or nothing.
pub(super) fn seen(decision: Option<Decision>) -> String {
    match decision {
        None => String::new(),
        Some(Decision::Standby(place)) => format!("standby:{place}"),
        Some(other) => other.verdict().to_string(),
    }
}

impl Names {
    /// What the query asks for; a value that means nothing filters nothing.
    fn filter(&self, typed: &FormData) -> Filter {
        let call = self.calls.iter().find(|call| call.slug.as_str() == typed.one("call"));
        let track = self.tracks.iter().find(|track| track.slug.as_str() == typed.one("track"));
        Filter {
            text: typed.one("q").to_owned(),
            call: call.map(|call| call.id),
            track: track.map(|track| track.id),
            stage: typed.one("stage").parse().ok(),
            before: typed.one("before").parse().ok(),
            in_line: typed.one("stage") == Stage::Standby.as_str(),
        }
    }

    /// The best first; those without a score last.
    fn sort(&self, found: &mut [Submission]) {
        let score = |row: &Submission| {
            let standing = self.ranking.as_ref().and_then(|ranking| ranking.standings.get(&row.id));
            standing.map_or(f64::NEG_INFINITY, |standing| standing.normalised)
        };
        found.sort_by(|one, other| score(other).total_cmp(&score(one)));
    }

    fn rows(&self, found: &[Submission], in_line: bool, at: &At<Programme>, ui: &Ui) -> Vec<Row> {
        let line = |row: &Submission| (row.call, row.track);
        let standing = |row: &Submission| {
            let own: Vec<SubmissionId> =
                found.iter().filter(|one| line(one) == line(row)).map(|one| one.id).collect();
            let index = own.iter().position(|id| *id == row.id)?;
            Some(Standing::of(row.id, index, own.len()))
        };
        let row = |row: &Submission| self.row(row, standing(row).filter(|_| in_line), at, ui);
        found.iter().map(row).collect()
    }

    fn row(&self, row: &Submission, standing: Option<Standing>, at: &At<Programme>, ui: &Ui) -> Row {
        let nobody = || Shown::plain("–", ui.lang);
        let speaker = self.speakers.get(&row.owner);
        let call = self.calls.iter().find(|call| call.id == row.call);
        let track = self.tracks.iter().find(|track| Some(track.id) == row.track);
        let organisation = speaker.and_then(|speaker| speaker.organisation.as_ref());
        Row {
            id: row.id.to_string(),
            href: address(&at.edition, &format!("/submissions/{}", row.id)),
            title: title(row, ui),
            person: speaker.map_or_else(nobody, |speaker| person(speaker, ui)),
            organisation: organisation.map(ToString::to_string).unwrap_or_default(),
            call: call.map_or_else(nobody, |call| Shown::of(&call.name, ui.lang)),
            track: track.map(|track| Shown::of(&track.name, ui.lang)),
            tags: tags(row, ui)
                .into_iter()
                .chain(self.found.get(&row.id).and_then(|found| unfit(found, ui)))
                .collect(),
            when: time::moment(ui.lang, row.submitted_at.unwrap_or(row.created_at), &at.edition.zone),
            seen: seen(row.standing().decision),
            numbers: self.ranking.as_ref().map(|ranking| Numbers::of(ranking, row.id)),
            standing,
        }
    }
}
