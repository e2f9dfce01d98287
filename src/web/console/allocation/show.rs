//! The page: slots, what is settled, rules, and the newest proposal.

use std::collections::BTreeSet;

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;
use serde::Deserialize;

use super::{
    fields,
    views::{Pin, PlaceView, Proposed, Tried, Views},
    words::Words,
};
use crate::{
    accounts::proofs::Programme,
    allocation::{self, Outcome, Place, Rules},
    calls::{self, Call},
    companies::Region,
    error::Error,
    http::{App, At, Form, Shown, Ui, page},
    submissions::{self, Filter, Spoken},
    values::Id,
    web::{
        console::{
            calls::tabs::{Tab, Tabs, of_call},
            clock::Clock,
            frame::{Console, RoomName},
            news::News,
            programme::names::Names,
            submissions::views,
        },
        demo::facilities,
        public::views::Choice,
    },
};

/// Which call, and which slot of it, if one is meant.
#[derive(Deserialize)]
pub(in crate::web) struct Where {
    pub(super) call: Id<Call>,
    pub(super) id: Option<Id<Place>>,
}

/// A group that has bounds, by the name of its inputs.
struct Group {
    name: String,
    label: Shown,
}

#[derive(Template)]
#[template(path = "console/allocation/show.html")]
struct AllocationPage {
    ui: Ui,
    console: Console,
    tabs: Tabs,
    news: Option<News>,
    home: String,
    rounds: String,
    /// Whether scores can't change any more.
    closed: bool,
    applicants: usize,
    places: Vec<PlaceView>,
    rooms: Vec<Choice>,
    tracks: Vec<Choice>,
    facilities: Vec<Choice>,
    spoken: Vec<Choice>,
    adding: Form,
    rules: Form,
    track_groups: Vec<Group>,
    region_groups: Vec<Group>,
    pins: Vec<Pin>,
    pinned: usize,
    settling: Form,
    tried: Option<Tried>,
    proposed: Option<Proposed>,
}

/// What was typed into one of the page's forms, and what came of it.
#[derive(Default)]
pub(super) struct Typed {
    pub(super) news: Option<News>,
    pub(super) adding: Option<Form>,
    pub(super) rules: Option<Form>,
    pub(super) settling: Option<Form>,
    pub(super) outcome: Option<Outcome>,
    pub(super) status: StatusCode,
}

/// `GET /console/{edition}/calls/{call}/allocation`
pub(in crate::web) async fn show(
    app: web::Data<App>,
    at: At<Programme>,
    path: web::Path<Where>,
) -> Result<HttpResponse, Error> {
    let news = News::done(&at.signed);
    draw(&app, &at, path.call, Typed { news, ..Typed::default() }).await
}

pub(super) async fn draw(
    app: &App,
    at: &At<Programme>,
    call: Id<Call>,
    typed: Typed,
) -> Result<HttpResponse, Error> {
    let mut conn = app.db.read().await?;
    let call = calls::call(&mut conn, &at.proof, call).await?;
    let input = allocation::input(&mut conn, &at.proof, call.id).await?;
    let latest = allocation::latest(&mut conn, &at.proof, call.id).await?;
    let quotas = call.tracks(&mut conn).await?;
    let filter = Filter { call: Some(call.id), ..Filter::default() };
    let rows = submissions::list(&mut conn, &at.proof, &filter, i64::MAX).await?;
    let lang = at.signed.asker.lang;
    let names = Names::of(&mut conn, &at.proof, &at.edition, lang).await?;
    let titles = rows.iter().map(|row| (row.id, views::title(row, &at.signed.ui()))).collect();
    let words = Words { ui: at.signed.ui(), names, titles };
    let (ui, home) = (at.signed.ui(), of_call(&at.edition, call.id, "/allocation"));
    let clock = Clock::of(&at.edition, lang);
    let views = Views { words: &words, clock: &clock, edition: &at.edition, input: &input };
    let rules = match &latest {
        Some(proposal) => proposal.rules.clone(),
        None => Rules::of_call(&quotas),
    };
    let tracks = words.names.track_choices();
    let own = |choice: &&Choice| quotas.iter().any(|quota| quota.track.to_string() == choice.value);
    let tracks: Vec<Choice> = tracks.iter().filter(own).cloned().collect();
    let region = |region: Region| Group {
        label: Shown::plain(words.region(region), lang),
        name: format!("regions.{region}"),
    };
    let regions: BTreeSet<Region> = input.applicants.iter().filter_map(|one| one.region).collect();
    let spoken = |one: &Spoken| Choice {
        value: one.to_string(),
        label: Shown::plain(ui.t(&format!("session-spoken-{one}")), lang),
    };
    let shown = AllocationPage {
        console: Console::of(&at.edition, &at.signed, RoomName::Calls),
        tabs: Tabs::of(Tab::Allocation, &call, &at.edition, &ui),
        news: typed.news,
        rounds: of_call(&at.edition, call.id, "/rounds"),
        closed: input.closed,
        applicants: input.applicants.len(),
        places: views.places(&home),
        rooms: words.names.room_choices(),
        track_groups: tracks
            .iter()
            .map(|track| Group { name: format!("tracks.{}", track.value), label: track.label.clone() })
            .collect(),
        tracks,
        facilities: facilities(&ui),
        spoken: Spoken::ALL.iter().map(spoken).collect(),
        region_groups: regions.into_iter().map(region).collect(),
        adding: typed.adding.unwrap_or_else(fields::new_places),
        rules: typed.rules.unwrap_or_else(|| fields::stored_rules(&rules)),
        pins: views.pins(),
        pinned: views.settled(),
        settling: typed.settling.unwrap_or_else(|| fields::stored_pins(&input)),
        tried: typed.outcome.map(|outcome| views.tried(&outcome, latest.as_ref().map(|one| &one.plan))),
        proposed: latest.as_ref().map(|proposal| views.proposal(proposal)),
        home,
        ui,
    };
    page(typed.status, &shown)
}
