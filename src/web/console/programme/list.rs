//! Every session, those without a slot first; what clashes; and what was confirmed and is no session yet.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{
    super::{
        clock::Clock,
        frame::{Console, RoomName, address},
        news::News,
    },
    clashes::{self, Clash, tone},
    names::Names,
    tabs::Tab,
};
use crate::{
    accounts::{Access, proofs::Programme},
    error::Error,
    http::{App, At, Shown, Ui, page},
    programme::{self, Planned, Session},
    values::Id,
    web::public::views::{Choice, Link},
};

/// A session in a table.
struct Row {
    id: String,
    href: String,
    place: String,
    title: Shown,
    kind: String,
    people: String,
    length: String,
    when: Option<String>,
    rooms: String,
    pinned: bool,
    unconfirmed: bool,
    tone: Option<&'static str>,
}

#[derive(Template)]
#[template(path = "console/programme/list.html")]
struct ListPage {
    ui: Ui,
    console: Console,
    news: Option<News>,
    tabs: Vec<Link>,
    home: String,
    /// Where files are imported, for those who may.
    import: Option<String>,
    open: Vec<Row>,
    placed: Vec<Row>,
    clashes: Vec<Clash>,
    unplanned: Vec<Choice>,
    zone: String,
}

/// `GET /console/{edition}/programme`
pub(in crate::web) async fn show(app: web::Data<App>, at: At<Programme>) -> Result<HttpResponse, Error> {
    draw(&app, &at, News::done(&at.signed), StatusCode::OK).await
}

pub(super) async fn draw(
    app: &App,
    at: &At<Programme>,
    news: Option<News>,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let mut conn = app.db.read().await?;
    let (ui, home) = (at.signed.ui(), address(&at.edition, "/programme"));
    let names = Names::of(&mut conn, &at.proof, &at.edition, ui.lang).await?;
    let planned = programme::planned(&mut conn, &at.proof).await?;
    let clashes = clashes::all(&mut conn, at, &planned, &names).await?;
    let unplanned = programme::unplanned(&mut conn, &at.proof).await?;
    let clock = Clock::of(&at.edition, ui.lang);
    let view = View { ui: &ui, names: &names, clock: &clock, clashes: &clashes, home: &home };
    let may_import = at.signed.authority.organiser(at.edition.id.uuid(), Access::Write).is_ok();
    let rows = planned.iter().map(|one| view.row(one));
    let (placed, open) = rows.partition(|row| row.when.is_some() && !row.rooms.is_empty());
    let waiting = |one: &programme::Unplanned| Choice {
        value: one.submission.to_string(),
        label: Shown::of(&one.title, ui.lang),
    };
    let shown = ListPage {
        console: Console::of(&at.edition, &at.signed, RoomName::Programme),
        news,
        tabs: Tab::Sessions.all(&at.edition, &ui),
        open,
        placed,
        unplanned: unplanned.iter().map(waiting).collect(),
        zone: clock.zone(),
        clashes,
        import: may_import.then(|| address(&at.edition, "/import")),
        home,
        ui,
    };
    page(status, &shown)
}

/// What rows are told with.
struct View<'a> {
    ui: &'a Ui,
    names: &'a Names,
    clock: &'a Clock,
    clashes: &'a [Clash],
    home: &'a str,
}

impl View<'_> {
    fn row(&self, Planned { row, facts, people, unconfirmed, .. }: &Planned) -> Row {
        let id: Id<Session> = row.id;
        let people = people.iter().map(|(person, _)| self.names.person(*person));
        Row {
            href: format!("{}/{id}", self.home),
            place: format!("{}/{id}/place", self.home),
            title: Shown::of(&row.title, self.ui.lang),
            kind: self.ui.t(&format!("session-kind-{}", row.kind)),
            people: people.collect::<Vec<_>>().join(" · "),
            length: self.ui.t1("programme-minutes", "count", row.minutes),
            when: row.starts_at.map(|start| self.clock.tell(start)),
            rooms: self.names.rooms(&facts.rooms),
            pinned: row.pinned,
            unconfirmed: *unconfirmed,
            tone: tone(self.clashes, id),
            id: id.to_string(),
        }
    }
}
