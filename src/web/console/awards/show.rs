//! One award as the chair sees it: its ranking, live while judges vote, and for good once it is closed.

use std::collections::HashMap;

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;
use serde::Deserialize;

use super::{
    super::{
        calls::tabs::{Tab, Tabs, of_call},
        clock::Clock,
        frame::{Console, RoomName, address},
        news::News,
        submissions::views,
    },
    views::{Row, rows},
};
use crate::{
    accounts::proofs::Programme,
    calls::{self, Call},
    companies,
    error::Error,
    http::{App, At, Shown, Ui, page},
    reviews::{
        self,
        awards::{self, Award, AwardState},
    },
    submissions::{self, Filter, SubmissionId},
    values::{Id, Moment},
};

/// Which call, and which award of it, if one is meant.
#[derive(Deserialize)]
pub(in crate::web) struct Where {
    pub(super) call: Id<Call>,
    pub(super) id: Option<Id<Award>>,
}

#[derive(Template)]
#[template(path = "console/awards/show.html")]
struct AwardPage {
    ui: Ui,
    console: Console,
    tabs: Tabs,
    news: Option<News>,
    home: String,
    list: String,
    name: Shown,
    state: &'static str,
    /// When it was closed, or else what the time is.
    as_of: String,
    rows: Vec<Row>,
    /// Who demonstrates and is in no ballot yet.
    unranked: Vec<Shown>,
    /// "4 of 5 judges have voted".
    progress: String,
    /// Each judge, and whether she has voted.
    judges: Vec<(String, bool)>,
}

/// `GET /console/{edition}/calls/{call}/awards/{id}`
pub(in crate::web) async fn show(
    app: web::Data<App>,
    at: At<Programme>,
    path: web::Path<Where>,
) -> Result<HttpResponse, Error> {
    let news = News::done(&at.signed);
    draw(&app, &at, &path, (news, StatusCode::OK)).await
}

pub(super) async fn draw(
    app: &App,
    at: &At<Programme>,
    path: &Where,
    (news, status): (Option<News>, StatusCode),
) -> Result<HttpResponse, Error> {
    let mut conn = app.db.read().await?;
    let (ui, id) = (at.signed.ui(), path.id.ok_or(Error::NotFound)?);
    let (award, tally) = awards::award(&mut conn, &app.keys, &at.proof, (path.call, id)).await?;
    let call = calls::call(&mut conn, &at.proof, path.call).await?;
    let filter = Filter { call: Some(call.id), ..Filter::default() };
    let mut names: HashMap<SubmissionId, Shown> = HashMap::new();
    for row in submissions::list(&mut conn, &at.proof, &filter, i64::MAX).await? {
        let company = match row.company {
            Some(company) => Some(companies::of_submission(&mut conn, company).await?),
            None => None,
        };
        let name =
            company.map_or_else(|| views::title(&row, &ui), |company| Shown::of(&company.name, ui.lang));
        names.insert(row.id, name);
    }
    let people = reviews::candidates(&mut conn, &at.proof).await?;
    let judge =
        |id| people.iter().find(|one| one.id == id).map_or_else(|| "–".to_owned(), |one| one.name.clone());
    let name = |id: &SubmissionId| names.get(id).cloned().unwrap_or_else(|| Shown::plain("–", ui.lang));
    let (home, list) =
        (of_call(&at.edition, call.id, &format!("/awards/{id}")), of_call(&at.edition, call.id, "/awards"));
    let clock = Clock::of(&at.edition, ui.lang);
    let shown = AwardPage {
        console: Console::of(&at.edition, &at.signed, RoomName::Calls),
        tabs: Tabs::of(Tab::Awards, &call, &at.edition, &ui),
        name: Shown::of(&award.name, ui.lang),
        state: award.state().as_str(),
        as_of: match (award.state(), award.closed_at) {
            (AwardState::Closed, Some(closed)) => ui.t1("award-closed-at", "when", clock.tell(closed)),
            _ => ui.t1("award-as-of", "when", at.edition.zone.at(Moment::now()).strftime("%H:%M:%S")),
        },
        rows: rows(&tally, &name, &|id| address(&at.edition, &format!("/submissions/{id}")), &ui),
        unranked: tally.unranked.iter().map(name).collect(),
        progress: ui.t2("award-voted", "voted", tally.voted(), "judges", tally.judges.len()),
        judges: tally.judges.iter().map(|(account, voted)| (judge(*account), *voted)).collect(),
        news,
        home,
        list,
        ui,
    };
    page(status, &shown)
}
