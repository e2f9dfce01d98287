//! The draft by day and room, with what has no slot at its side. The script of this page moves sessions by
//! pointer and keyboard; it only sends the form of [`move_to`].

use std::collections::BTreeSet;

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;
use jiff::civil::Date;

use super::{
    super::{
        frame::{Console, RoomName, address},
        news::News,
    },
    clashes::{self, Clash, tone},
    days,
    grid::{Booked, Cell, grid},
    names::Names,
    place::after,
    session::seen,
    tabs::Tab,
};
use crate::{
    accounts::proofs::Programme,
    db::Tx,
    error::Error,
    http::{App, At, FormData, Shown, SignedForm, Ui, page, page::see_other},
    programme::{self, DraftSession, Interval, PlacementFields, Planned, Session, SessionKind, SessionRow},
    values::{Id, time},
    web::public::views::Link,
};

/// A session on the grid or at its side.
struct Block {
    id: String,
    /// Whether it is the first of its session on the page, which a plenary has in several rooms.
    first: bool,
    href: String,
    title: Shown,
    kind: SessionKind,
    when: String,
    people: String,
    /// Its rooms' ids, between spaces.
    rooms: String,
    minutes: i32,
    version: i32,
    pinned: bool,
    unconfirmed: bool,
    tone: Option<&'static str>,
}

/// A cell of the table: a session over so many rows, or nothing.
struct Slot {
    block: Option<Block>,
    rows: usize,
}

/// A row of the table.
struct Line {
    at: String,
    label: String,
    /// Whether its time is written out: on the half hours.
    marked: bool,
    slots: Vec<Slot>,
}

/// A room's heading over so many columns.
struct Column {
    id: String,
    name: String,
    wide: usize,
}

#[derive(Template)]
#[template(path = "console/programme/schedule.html")]
struct SchedulePage {
    ui: Ui,
    console: Console,
    news: Option<News>,
    tabs: Vec<Link>,
    home: String,
    day: String,
    day_name: String,
    days: Vec<Link>,
    columns: Vec<Column>,
    lines: Vec<Line>,
    shelf: Vec<Block>,
    clashes: Vec<Clash>,
}

/// `GET /console/{edition}/programme/schedule?day=2026-11-20`
pub(in crate::web) async fn show(app: web::Data<App>, at: At<Programme>) -> Result<HttpResponse, Error> {
    let asked = at.signed.asker.query()?;
    draw(&app, &at, asked.one("day"), News::done(&at.signed), StatusCode::OK).await
}

async fn draw(
    app: &App,
    at: &At<Programme>,
    asked: &str,
    news: Option<News>,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let mut conn = app.db.read().await?;
    let (ui, home) = (at.signed.ui(), address(&at.edition, "/programme"));
    let names = Names::of(&mut conn, &at.proof, &at.edition, ui.lang).await?;
    let planned = programme::planned(&mut conn, &at.proof).await?;
    let clashes = clashes::all(&mut conn, at, &planned, &names).await?;
    let times: Vec<Interval> = planned.iter().filter_map(|one| one.facts.time).collect();
    let days = days::days(&at.edition, &times);
    let wished = asked.parse::<Date>().ok().filter(|day| days.contains(day));
    let day = wished.or(days.first().copied()).ok_or_else(|| Error::internal("an edition without a day"))?;

    let view = View { at, ui: &ui, names: &names, clashes: &clashes, home: &home };
    let booked: Vec<Booked> = planned.iter().filter_map(|one| view.booked(&one.facts, day)).collect();
    let rooms: Vec<_> = names.rooms.iter().map(|room| room.id).collect();
    let table = grid(&rooms, &booked, days::hours(day, &at.edition.zone, &times)?);
    let line = |line: super::grid::Line| {
        let wall = at.edition.zone.at(line.at);
        Line {
            at: line.at.to_string(),
            label: time::clock(ui.lang, wall.time()),
            marked: wall.minute() % 30 == 0,
            slots: line.cells.into_iter().map(|cell| view.slot(cell, &planned)).collect(),
        }
    };
    let column = |(room, wide): (&crate::editions::Room, usize)| Column {
        id: room.id.to_string(),
        name: room.name.pick(ui.lang).text.to_owned(),
        wide,
    };
    let link = |one: &Date| Link {
        href: format!("{home}/schedule?day={one}"),
        label: time::date(ui.lang, *one),
        current: *one == day,
    };
    let mut lines: Vec<Line> = table.lines.into_iter().map(line).collect();
    let mut met = BTreeSet::new();
    for one in lines.iter_mut().flat_map(|line| &mut line.slots).filter_map(|slot| slot.block.as_mut()) {
        one.first = met.insert(one.id.clone());
    }
    let aside = |one: &&Planned| one.facts.time.is_none() || one.facts.rooms.is_empty();
    let shown = SchedulePage {
        console: Console::of(&at.edition, &at.signed, RoomName::Programme),
        news,
        tabs: Tab::Schedule.all(&at.edition, &ui),
        day_name: time::date(ui.lang, day),
        day: day.to_string(),
        days: days.iter().map(link).collect(),
        columns: names.rooms.iter().zip(table.columns).map(column).collect(),
        lines,
        shelf: planned.iter().filter(aside).map(|one| view.block(one)).collect(),
        clashes,
        home: home.clone(),
        ui: ui.clone(),
    };
    page(status, &shown)
}

/// What blocks are made of.
struct View<'a> {
    at: &'a At<Programme>,
    ui: &'a Ui,
    names: &'a Names,
    clashes: &'a [Clash],
    home: &'a str,
}

impl View<'_> {
    /// The session's slot, if it begins on that day.
    fn booked(&self, one: &DraftSession, day: Date) -> Option<Booked> {
        let time = one.time.filter(|time| self.at.edition.zone.at(time.start()).date() == day)?;
        Some(Booked { session: one.id, rooms: one.rooms.clone(), time })
    }

    fn slot(&self, cell: Cell, planned: &[Planned]) -> Slot {
        match cell {
            Cell::Free => Slot { block: None, rows: 1 },
            Cell::Held { session, rows } => {
                let found = planned.iter().find(|one| one.row.id == session);
                Slot { block: found.map(|found| self.block(found)), rows }
            }
        }
    }

    fn block(&self, Planned { row, facts, people, unconfirmed, .. }: &Planned) -> Block {
        let people: Vec<String> = people.iter().map(|(person, _)| self.names.person(*person)).collect();
        let length = || self.ui.t1("programme-minutes", "count", row.minutes);
        let span = |time| days::span(self.ui.lang, time, &self.at.edition.zone);
        Block {
            id: row.id.to_string(),
            first: true,
            href: format!("{}/{}/place", self.home, row.id),
            title: Shown::of(&row.title, self.ui.lang),
            kind: row.kind,
            when: facts.time.map_or_else(length, span),
            people: people.join(" · "),
            rooms: facts.rooms.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
            minutes: row.minutes,
            version: row.version,
            pinned: row.pinned,
            unconfirmed: *unconfirmed,
            tone: tone(self.clashes, row.id),
        }
    }
}

/// `POST /console/{edition}/programme/{id}/move`: to `starts_at` and `rooms`, or off the grid where they are blank.
/// Whether it is pinned, and how long it is, stays.
pub(in crate::web) async fn move_to(
    app: web::Data<App>,
    at: At<Programme>,
    path: web::Path<(String, Id<Session>)>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let outcome = async {
        let verb = async |tx: &mut Tx| {
            let row = programme::find(tx, &at.proof, path.1).await?.row;
            let placement = destination(&typed, &row).parse(&at.edition.zone)?;
            programme::place(tx, &at.proof, (path.1, seen(&typed)), placement).await
        };
        app.db.transaction(verb).await
    };
    match outcome.await {
        Ok(row) => Ok(see_other(address(&at.edition, &after(&at, &row)))),
        Err(error) => {
            let (news, status) = News::against(error, at.signed.asker.lang)?;
            draw(&app, &at, typed.one("day"), Some(news), status).await
        }
    }
}

fn destination(typed: &FormData, row: &SessionRow) -> PlacementFields {
    let starts_at = typed.one("starts_at").to_owned();
    PlacementFields {
        pinned: row.pinned && !starts_at.is_empty(),
        starts_at,
        rooms: typed.all("rooms").map(str::to_owned).collect(),
        ..PlacementFields::default()
    }
}
