//! The rounds that a reviewer was given something to review in.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::super::{
    clock::Clock,
    frame::{Console, RoomName, address},
};
use crate::{
    accounts::proofs::Reviewer,
    calls::Call,
    editions::Edition,
    error::Error,
    http::{App, At, Shown, Ui, page},
    reviews::{
        self, Task,
        awards::{self, Award, AwardState},
    },
    values::Moment,
};

/// An award that she votes on.
struct AwardRow {
    href: String,
    name: Shown,
    call: Shown,
    open: bool,
}

struct Row {
    href: String,
    call: Shown,
    round: Shown,
    progress: String,
    until: Option<String>,
    open: bool,
}

#[derive(Template)]
#[template(path = "console/reviews/list.html")]
struct TasksPage {
    ui: Ui,
    console: Console,
    rows: Vec<Row>,
    awards: Vec<AwardRow>,
    zone: String,
}

/// `GET /console/{edition}/reviews`
pub(in crate::web) async fn show(app: web::Data<App>, at: At<Reviewer>) -> Result<HttpResponse, Error> {
    let mut conn = app.db.read().await?;
    let tasks = reviews::tasks(&mut conn, &app.keys, &at.proof).await?;
    let awards = awards::awards_to_judge(&mut conn, &at.proof).await?;
    let ui = at.signed.ui();
    let clock = Clock::of(&at.edition, ui.lang);
    let row = |task: &Task| Row {
        href: address(&at.edition, &format!("/reviews/{}", task.round.id)),
        call: Shown::of(&task.call.name, ui.lang),
        round: Shown::of(&task.round.name, ui.lang),
        progress: ui.t2("reviews-progress", "done", task.done, "assigned", task.assigned),
        until: clock.maybe(task.round.closes_at),
        open: task.round.takes_reviews(Moment::now()),
    };
    let shown = TasksPage {
        console: Console::of(&at.edition, &at.signed, RoomName::Reviews),
        rows: tasks.iter().map(row).collect(),
        awards: awards.iter().map(|(call, award)| award_row(call, award, &at.edition, &ui)).collect(),
        zone: clock.zone(),
        ui,
    };
    page(StatusCode::OK, &shown)
}

fn award_row(call: &Call, award: &Award, edition: &Edition, ui: &Ui) -> AwardRow {
    AwardRow {
        href: address(edition, &format!("/awards/{}", award.id)),
        name: Shown::of(&award.name, ui.lang),
        call: Shown::of(&call.name, ui.lang),
        open: award.state() == AwardState::Open,
    }
}
