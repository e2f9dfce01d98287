//! What an edition's calls came to, as one table: every application with its scores, rank, decision, slot and awards.

use std::{collections::BTreeMap, sync::Arc};

use async_stream::try_stream;
use diesel_async::AsyncPgConnection;
use futures_util::Stream;

use crate::{
    accounts::proofs::Programme,
    calls::{self, Call},
    companies::CompanyId,
    db::Db,
    editions::{Edition, Room, Track, parts},
    error::Error,
    formats::csv,
    i18n,
    keys::Keys,
    programme::{self, Planned},
    reviews::{
        self, Numbers,
        awards::{self, AwardState},
    },
    submissions::{
        self, Answer, Decision, Eligibility, Filter, Lifecycle, Submission, SubmissionId, Verdict, demo,
    },
    values::{Lang, Localised, time},
};

/// The columns, as the keys `result-COLUMN` name them.
pub const RESULT_COLUMNS: [&str; 17] = [
    "call",
    "application",
    "company",
    "track",
    "mean",
    "normalised",
    "scores",
    "rank",
    "interval",
    "rules",
    "decision",
    "told",
    "answer",
    "slot",
    "room",
    "awards",
    "id",
];

/// What the rows of every call need.
struct Names {
    lang: Lang,
    edition: Edition,
    tracks: Vec<Track>,
    rooms: Vec<Room>,
    companies: BTreeMap<CompanyId, String>,
    planned: Vec<Planned>,
}

/// The bytes of the file, a call at a time, in the organiser's order. Drafts are their applicants' and not in it; nor is who
/// gave which score.
pub fn results(
    db: Db,
    keys: Arc<Keys>,
    who: Programme,
    edition: Edition,
    lang: Lang,
) -> impl Stream<Item = Result<Vec<u8>, Error>> {
    try_stream! {
        let mut conn = db.read().await?;
        let companies = demo::applicants(&mut conn, &who).await?;
        let names = Names {
            lang,
            companies: companies.into_iter().map(|one| (one.id, one.name.pick(lang).text.to_owned())).collect(),
            tracks: parts::list(&mut conn, edition.id).await?,
            rooms: parts::list(&mut conn, edition.id).await?,
            planned: programme::planned(&mut conn, &who).await?,
            edition,
        };
        let calls = calls::calls(&mut conn, &who).await?;
        yield csv::head(&RESULT_COLUMNS.map(|column| i18n::text(lang, &format!("result-{column}"))));
        for call in &calls {
            yield of_call(&mut conn, &keys, &who, call, &names).await?;
        }
    }
}

async fn of_call(
    conn: &mut AsyncPgConnection,
    keys: &Keys,
    who: &Programme,
    call: &Call,
    names: &Names,
) -> Result<Vec<u8>, Error> {
    let numbers = reviews::numbers(conn, who, call.id).await?;
    let won = won(conn, keys, who, call, names.lang).await?;
    let filter = Filter { call: Some(call.id), ..Filter::default() };
    let mut rows = submissions::list(conn, who, &filter, i64::MAX).await?;
    rows.retain(|row| row.lifecycle != Lifecycle::Draft);
    rows.sort_by_key(|row| row.id);
    let ids: Vec<SubmissionId> = rows.iter().map(|row| row.id).collect();
    let found = submissions::eligibilities(conn, who, &ids).await?;
    let mut bytes = Vec::new();
    for row in &rows {
        let company = row.company.and_then(|company| names.companies.get(&company));
        let company = company.cloned().unwrap_or_default();
        let awards = won.get(&row.id).map(|all| all.join("; ")).unwrap_or_default();
        let rules = found.get(&row.id).map(|found| names.rules(found)).unwrap_or_default();
        bytes.extend(csv::row(&names.cells(call, row, numbers.as_ref(), [company, awards, rules])));
    }
    Ok(bytes)
}

/// What each won its place in, of the awards that are closed: "1. Best of the show".
async fn won(
    conn: &mut AsyncPgConnection,
    keys: &Keys,
    who: &Programme,
    call: &Call,
    lang: Lang,
) -> Result<BTreeMap<SubmissionId, Vec<String>>, Error> {
    let mut won: BTreeMap<SubmissionId, Vec<String>> = BTreeMap::new();
    for award in awards::awards(conn, who, call.id).await? {
        if award.state() != AwardState::Closed {
            continue;
        }
        let (award, tally) = awards::award(conn, keys, who, (call.id, award.id)).await?;
        for one in tally.placings {
            won.entry(one.of).or_default().push(format!("{}. {}", one.place, award.name.pick(lang).text));
        }
    }
    Ok(won)
}

impl Names {
    fn text(&self, text: Option<&Localised>) -> String {
        text.map(|text| text.pick(self.lang).text.to_owned()).unwrap_or_default()
    }

    fn cells(
        &self,
        call: &Call,
        row: &Submission,
        numbers: Option<&Numbers>,
        [company, awards, rules]: [String; 3],
    ) -> [String; 17] {
        let track = self.tracks.iter().find(|track| Some(track.id) == row.track);
        let standing = numbers.and_then(|numbers| numbers.ranking.standings.get(&row.id));
        let rank = numbers.and_then(|numbers| numbers.ranks.get(&row.id));
        let score = |value: f64| format!("{value:.2}");
        let planned = self.planned.iter().find(|planned| planned.row.submission == Some(row.id));
        let rooms = planned.into_iter().flat_map(|planned| &planned.facts.rooms);
        let rooms = rooms.filter_map(|id| self.rooms.iter().find(|room| room.id == *id));
        let rooms: Vec<String> = rooms.map(|room| self.text(Some(&room.name))).collect();
        let starts_at = planned.and_then(|planned| planned.row.starts_at);
        [
            self.text(Some(&call.name)),
            self.text(row.title.as_ref()),
            company,
            self.text(track.map(|track| &track.name)),
            standing.map(|standing| score(standing.mean)).unwrap_or_default(),
            standing.map(|standing| score(standing.normalised)).unwrap_or_default(),
            standing.map(|standing| standing.reviews.to_string()).unwrap_or_default(),
            rank.map(|rank| rank.rank.to_string()).unwrap_or_default(),
            rank.map(|rank| format!("{}–{}", rank.best, rank.worst)).unwrap_or_default(),
            rules,
            self.decision(row),
            row.told.map(|told| self.verdict(told)).unwrap_or_default(),
            self.answer(row),
            starts_at.map(|at| time::moment(self.lang, at, &self.edition.zone)).unwrap_or_default(),
            rooms.join(" · "),
            awards,
            row.id.to_string(),
        ]
    }

    fn decision(&self, row: &Submission) -> String {
        let stage = |stage: &str| i18n::text(self.lang, &format!("stage-{stage}"));
        match (row.lifecycle, row.standing().decision) {
            (Lifecycle::Withdrawn, _) => stage("withdrawn"),
            (_, None) => stage("undecided"),
            (_, Some(Decision::Accepted)) => stage("accepted"),
            (_, Some(Decision::Declined)) => stage("declined"),
            (_, Some(Decision::Standby(place))) => format!("{} {place}", stage("standby")),
        }
    }

    /// Whether it fits the rules of its call.
    fn rules(&self, found: &Eligibility) -> String {
        let key = match (found.passed, found.is_replied()) {
            (true, _) => "eligibility-passed",
            (false, true) => "stage-replied",
            (false, false) => "stage-unfit",
        };
        i18n::text(self.lang, key)
    }

    /// What was answered to an acceptance, if anything was.
    fn answer(&self, row: &Submission) -> String {
        let said = row.told == Some(Verdict::Accepted) && row.answer != Answer::None;
        if said { i18n::text(self.lang, &format!("answer-{}", row.answer)) } else { String::new() }
    }

    fn verdict(&self, told: Verdict) -> String {
        i18n::text(self.lang, &format!("stage-{told}"))
    }
}
