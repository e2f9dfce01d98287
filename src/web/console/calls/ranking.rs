//! What scores come to: the ranks and how sure they are, and how each reviewer scores.

use std::collections::HashMap;

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{
    super::{
        frame::{Console, RoomName, address},
        submissions::views::{self, Numbers},
    },
    round::Where,
    tabs::{Tab, Tabs},
};
use crate::{
    accounts::{Account, proofs::Programme},
    calls,
    error::Error,
    http::{App, At, Shown, Ui, page},
    reviews::{
        self,
        scores::{Manner, Rank},
    },
    submissions::{self, Filter, Submission, SubmissionId},
    values::Id,
};

/// A submission in the order of its rank.
struct Row {
    href: String,
    title: Shown,
    rank: usize,
    /// From the best rank to the worst.
    interval: String,
    /// Whether it can't be told apart from the next.
    close: bool,
    numbers: Numbers,
}

/// A reviewer and how she scores.
struct Judge {
    name: String,
    reviews: usize,
    leniency: String,
    spread: String,
    agreement: String,
}

#[derive(Template)]
#[template(path = "console/calls/ranking.html")]
struct RankingPage {
    ui: Ui,
    console: Console,
    tabs: Tabs,
    /// The round that the numbers are of.
    round: Option<Shown>,
    rows: Vec<Row>,
    judges: Vec<Judge>,
    alpha: String,
}

/// `GET /console/{edition}/calls/{call}/ranking`
pub(in crate::web) async fn show(
    app: web::Data<App>,
    at: At<Programme>,
    path: web::Path<Where>,
) -> Result<HttpResponse, Error> {
    let mut conn = app.db.read().await?;
    let call = calls::call(&mut conn, &at.proof, path.call).await?;
    let numbers = reviews::numbers(&mut conn, &at.proof, call.id).await?;
    let filter = Filter { call: Some(call.id), ..Filter::default() };
    let found = submissions::list(&mut conn, &at.proof, &filter, i64::MAX).await?;
    let names = reviews::candidates(&mut conn, &at.proof).await?;
    let names = names.into_iter().map(|one| (one.id, one.name)).collect();
    let ui = at.signed.ui();
    let shown = RankingPage {
        console: Console::of(&at.edition, &at.signed, RoomName::Calls),
        tabs: Tabs::of(Tab::Ranking, &call, &at.edition, &ui),
        round: numbers.as_ref().map(|numbers| Shown::of(&numbers.ranking.round.name, ui.lang)),
        rows: numbers.as_ref().map(|numbers| rows(numbers, &found, &at, &ui)).unwrap_or_default(),
        judges: numbers.as_ref().map(|numbers| judges(numbers, &names)).unwrap_or_default(),
        alpha: signed(numbers.and_then(|numbers| numbers.alpha), 2),
        ui,
    };
    page(StatusCode::OK, &shown)
}

fn rows(numbers: &reviews::Numbers, found: &[Submission], at: &At<Programme>, ui: &Ui) -> Vec<Row> {
    let mut ranked: Vec<(&SubmissionId, &Rank)> = numbers.ranks.iter().collect();
    ranked.sort_by_key(|(_, rank)| rank.rank);
    let row = |(id, rank): (&SubmissionId, &Rank)| {
        let submission = found.iter().find(|one| one.id == *id)?;
        Some(Row {
            href: address(&at.edition, &format!("/submissions/{id}")),
            title: views::title(submission, ui),
            rank: rank.rank,
            interval: match rank.best == rank.worst {
                true => rank.best.to_string(),
                false => format!("{}–{}", rank.best, rank.worst),
            },
            close: !rank.is_apart(),
            numbers: Numbers::of(&numbers.ranking, *id),
        })
    };
    ranked.into_iter().filter_map(row).collect()
}

fn judges(numbers: &reviews::Numbers, names: &HashMap<Id<Account>, String>) -> Vec<Judge> {
    let judge = |(id, manner): (&Id<Account>, &Manner)| Judge {
        name: names.get(id).cloned().unwrap_or_else(|| "–".to_owned()),
        reviews: manner.reviews,
        leniency: signed(manner.leniency, 1),
        spread: format!("{:.1}", manner.spread),
        agreement: signed(manner.agreement, 2),
    };
    numbers.manners.iter().map(judge).collect()
}

/// With its sign, since above and below 0 are different things.
fn signed(value: Option<f64>, digits: usize) -> String {
    value.map_or_else(|| "–".to_owned(), |value| format!("{value:+.digits$}"))
}
