//! A judge's order of those who demonstrate; each button works by itself, and the script saves what is dragged.

use std::collections::BTreeSet;

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;
use serde_json::json;

use super::super::{
    frame::{Console, RoomName, address},
    news::News,
    submissions::views::title,
    target::Target,
};
use crate::{
    accounts::proofs::Reviewer,
    db::Tx,
    error::{Error, Reason},
    http::{App, At, FormData, Shown, SignedForm, Ui, page, page::see_other},
    reviews::awards::{self, Award, AwardState, Order, Rival, Step, Vote},
    submissions::SubmissionId,
    values::Moment,
};

/// Stands before each place in the form, and in the sentences where the script puts it.
const PLACE: &str = "-";
const PUT: &str = "{place}";

/// Somebody in the order, or not yet.
struct Card {
    id: String,
    title: Shown,
    company: Option<Shown>,
    /// Which of the steps lead nowhere.
    first: bool,
    up: bool,
    down: bool,
}

/// Those in one place.
struct Place {
    number: usize,
    cards: Vec<Card>,
}

#[derive(Template)]
#[template(path = "console/reviews/ballot.html")]
struct BallotPage {
    ui: Ui,
    console: Console,
    news: Option<News>,
    list: String,
    action: String,
    call: Shown,
    name: Shown,
    open: bool,
    version: i32,
    keep: String,
    placed_pattern: String,
    places: Vec<Place>,
    unseen: Vec<Card>,
}

fn cards(vote: &Vote, ui: &Ui) -> (Vec<Place>, Vec<Card>) {
    let card = |rival: &Rival, at: Option<(usize, bool)>| Card {
        id: rival.submission.id.to_string(),
        title: title(&rival.submission, ui),
        company: rival.company.as_ref().map(|company| Shown::of(&company.name, ui.lang)),
        first: at.is_none_or(|(at, _)| at == 0),
        up: at.is_some_and(|(at, alone)| !alone || at > 0),
        down: at.is_some_and(|(at, alone)| !alone || at + 1 < vote.order.places().len()),
    };
    let mut number = 1;
    let place = |(at, alike): (usize, &Vec<SubmissionId>)| {
        let there = alike.iter().filter_map(|id| vote.rivals.iter().find(|rival| rival.submission.id == *id));
        let cards: Vec<Card> = there.map(|rival| card(rival, Some((at, alike.len() == 1)))).collect();
        let place = Place { number, cards };
        number += alike.len();
        place
    };
    let places = vote.order.places().iter().enumerate().map(place).collect();
    let ranked: BTreeSet<SubmissionId> = vote.order.everybody().collect();
    let unseen = vote.rivals.iter().filter(|rival| !ranked.contains(&rival.submission.id));
    (places, unseen.map(|rival| card(rival, None)).collect())
}

async fn draw(
    app: &App,
    at: &At<Reviewer>,
    target: &Target<Award>,
    (news, status): (Option<News>, StatusCode),
) -> Result<HttpResponse, Error> {
    let vote = awards::vote(&mut *app.db.read().await?, &app.keys, &at.proof, target.row()?).await?;
    let ui = at.signed.ui();
    let (places, unseen) = cards(&vote, &ui);
    let shown = BallotPage {
        console: Console::of(&at.edition, &at.signed, RoomName::Reviews),
        news,
        list: address(&at.edition, "/reviews"),
        action: address(&at.edition, &format!("/awards/{}", vote.award.id)),
        call: Shown::of(&vote.call.name, ui.lang),
        name: Shown::of(&vote.award.name, ui.lang),
        open: vote.award.state() == AwardState::Open,
        version: vote.version,
        keep: format!("{}-{}", at.proof.account(), vote.award.id),
        placed_pattern: ui.t1("ballot-placed", "place", PUT),
        places,
        unseen,
        ui,
    };
    page(status, &shown)
}

/// `GET /console/{edition}/awards/{id}`
pub(in crate::web) async fn show(
    app: web::Data<App>,
    at: At<Reviewer>,
    target: web::Path<Target<Award>>,
) -> Result<HttpResponse, Error> {
    let news = News::done(&at.signed);
    draw(&app, &at, &target, (news, StatusCode::OK)).await
}

/// `POST /console/{edition}/awards/{id}`: inputs `version`, `order` from the best on with a dash before each place, and `move`
/// for the button that was pressed. The script says `then=stay` and is told the new version.
pub(in crate::web) async fn save(
    app: web::Data<App>,
    at: At<Reviewer>,
    target: web::Path<Target<Award>>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let (id, now) = (target.row()?, Moment::now());
    let (step, moved) = typed.one("move").split_once(' ').unwrap_or_default();
    let verb = async |tx: &mut Tx| {
        awards::vote(tx, &app.keys, &at.proof, id).await?;
        let order = order(&typed, step, moved)?;
        let seen = typed.one("version").parse().unwrap_or_default();
        awards::cast(tx, &app.keys, &at.proof, (id, seen), &order, now).await
    };
    match (app.db.transaction(verb).await, typed.one("then")) {
        (Ok(version), "stay") => Ok(HttpResponse::Ok().json(json!({ "version": version }))),
        (Ok(_), _) => Ok(see_other(address(&at.edition, &format!("/awards/{id}?done=voted#row-{moved}")))),
        (Err(error), _) => {
            let (news, status) = News::against(error, at.signed.asker.lang)?;
            draw(&app, &at, &target, (Some(news), status)).await
        }
    }
}

/// What the form says, after the step of its button.
fn order(typed: &FormData, step: &str, moved: &str) -> Result<Order, Error> {
    let mut places: Vec<Vec<&str>> = Vec::new();
    for line in typed.all("order") {
        match places.last_mut().filter(|_| line != PLACE) {
            Some(alike) => alike.push(line),
            None => places.push(if line == PLACE { Vec::new() } else { vec![line] }),
        }
    }
    let order = Order::parse(places)?;
    if step.is_empty() {
        return Ok(order);
    }
    let unknown = || Error::field("move", Reason::new("choice_unknown"));
    let step: Step = step.parse().map_err(|()| unknown())?;
    Ok(order.stepped(moved.parse().map_err(|_| unknown())?, step))
}
