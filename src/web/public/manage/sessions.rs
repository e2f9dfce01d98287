//! Sessions with limited places: where she stands in each, and one button each.

use std::collections::BTreeMap;

use actix_web::{Error as ActixError, HttpResponse, http::StatusCode, web};
use askama::Template;

use super::super::{
    reader::Reader,
    views::{Site, address},
};
use crate::{
    db::Tx,
    error::Error,
    http::{
        App, Asker, Form, Shown, Ui,
        guard::unlinked,
        holder::{Held, HeldForm},
        page,
        page::see_other,
    },
    overview::{PublicSession, PublicSnapshot},
    programme::{self, Interval, Places, Session},
    registrations::{self, OwnSignUp, Registration, SignUpState, State},
    values::{Id, Lang, Moment, time},
};

/// A session as she sees it here.
struct Seat {
    id: Id<Session>,
    /// Its page.
    href: String,
    title: Shown,
    when: String,
    rooms: Vec<Shown>,
    /// How many of how many places are free; nothing once it is off.
    free: Option<(i32, i32)>,
    full: bool,
    /// confirmed or waitlisted, where she signed up.
    state: Option<&'static str>,
    ahead: i64,
    /// What else she signed up for at that time.
    overlaps: Vec<Shown>,
    /// Whether its button still does something.
    open: bool,
    action: String,
}

#[derive(Template)]
#[template(path = "public/sessions.html")]
struct SessionsPage {
    ui: Ui,
    site: Site,
    seats: Vec<Seat>,
    done: Option<String>,
    confirmed: bool,
    manage: String,
    programme: String,
}

/// What those see who hold no link: the two ways to one.
#[derive(Template)]
#[template(path = "public/sessions-whose.html")]
struct WhosePage {
    ui: Ui,
    site: Site,
    form: Form,
    register: String,
    again: String,
}

/// `GET /{lang}/{edition}/places`: where a session's page leads; `session` in the query names it. Whoever holds a link goes
/// on to her page, all others learn how to come by one.
pub(in crate::web) async fn whose(
    asker: Asker,
    reader: Reader,
    held: Result<Held, ActixError>,
) -> Result<HttpResponse, Error> {
    let Reader { lang, snapshot } = reader;
    let edition = snapshot.edition();
    if held.is_ok_and(|held| held.proof.edition() == edition.id) {
        let session = asker.query()?.one("session").parse::<Id<Session>>();
        let anchor = session.map(|session| format!("#s-{session}")).unwrap_or_default();
        return Ok(unlinked(see_other(address(edition, lang, &format!("/manage/sessions{anchor}")))));
    }
    no_link(&snapshot, lang, (Form::default(), StatusCode::OK))
}

/// The two ways to a link: by a mail to the address in `form`, or by registering.
pub(in crate::web::public) fn no_link(
    snapshot: &PublicSnapshot,
    lang: Lang,
    (form, status): (Form, StatusCode),
) -> Result<HttpResponse, Error> {
    let at = |path: &str| address(snapshot.edition(), lang, path);
    let ui = Ui::anonymous(lang, at("/places"));
    let shown = WhosePage {
        site: Site::around(snapshot, &ui, ""),
        form,
        register: at("/register"),
        again: at("/send-again"),
        ui,
    };
    Ok(unlinked(page(status, &shown)?))
}

/// `GET /{lang}/{edition}/manage/sessions`
pub(in crate::web) async fn sessions(
    app: web::Data<App>,
    held: Held,
    at: web::Path<(Lang, String)>,
) -> Result<HttpResponse, Error> {
    let (lang, edition) = (at.0, held.edition(&app, &at.1).await?);
    let snapshot = app.pages.snapshot(&app.db, &at.1).await?;
    let mut conn = app.db.read().await?;
    let row = registrations::own(&mut conn, &held.proof).await?;
    let hers = registrations::sign_ups_of(&mut conn, &held.proof).await?;
    let places = programme::places(&mut conn, edition.id).await?;
    let ui = held.ui();
    let view =
        View { snapshot: &snapshot, lang, hers: &hers, places: &places, row: &row, now: Moment::now() };
    let shown = SessionsPage {
        site: Site::around(&snapshot, &ui, ""),
        seats: view.seats(),
        done: done(&held.asker.path).map(|key| ui.t(key)),
        confirmed: row.state == State::Confirmed && row.side_event.is_none(),
        manage: address(&edition, lang, "/manage"),
        programme: address(&edition, lang, "/programme"),
        ui,
    };
    Ok(unlinked(page(StatusCode::OK, &shown)?))
}

/// `POST /{lang}/{edition}/manage/sessions/{session}`: `on` is `yes` to sign up, anything else to give back.
pub(in crate::web) async fn sign_up(
    app: web::Data<App>,
    at: web::Path<(Lang, String, Id<Session>)>,
    sent: HeldForm,
) -> Result<HttpResponse, Error> {
    let HeldForm { held, typed } = sent;
    let edition = held.edition(&app, &at.1).await?;
    let (session, now) = (at.2, Moment::now());
    let verb = async |tx: &mut Tx| {
        if typed.one("on") == "yes" {
            let made = registrations::sign_up(tx, &held.proof, session, now).await?;
            return Ok(made.state.as_str());
        }
        registrations::give_back(tx, &held.proof, session, now).await?;
        Ok("given-back")
    };
    let done = app.db.transaction(verb).await?;
    let back = address(&edition, at.0, &format!("/manage/sessions?done={done}#s-{session}"));
    Ok(unlinked(see_other(back)))
}

/// What seats are told with.
struct View<'a> {
    snapshot: &'a PublicSnapshot,
    lang: Lang,
    hers: &'a [OwnSignUp],
    places: &'a BTreeMap<Id<Session>, Places>,
    row: &'a Registration,
    now: Moment,
}

impl View<'_> {
    /// Sessions that take place and have limited places, and what she signed up for and is off.
    fn seats(&self) -> Vec<Seat> {
        let shown = self.snapshot.programme.iter().flat_map(|programme| &programme.sessions);
        let listed = shown.filter(|session| {
            let limited = !session.released.cancelled && self.places.contains_key(&session.id);
            limited || self.hers(session.id).is_some()
        });
        listed.map(|session| self.seat(session)).collect()
    }

    fn hers(&self, session: Id<Session>) -> Option<&OwnSignUp> {
        self.hers.iter().find(|one| one.row.session == session)
    }

    fn seat(&self, session: &PublicSession) -> Seat {
        let (edition, lang) = (self.snapshot.edition(), self.lang);
        let (time, on) = (session.released.listed.time, !session.released.cancelled);
        let hers = self.hers(session.id);
        let places = self.places.get(&session.id).filter(|_| on);
        let programme = self.snapshot.programme.iter();
        let rooms = programme.flat_map(|programme| programme.rooms_of(session));
        let may = on
            && time.start() > self.now
            && self.row.state == State::Confirmed
            && self.row.side_event.is_none();
        Seat {
            id: session.id,
            href: address(edition, lang, &format!("/sessions/{}", session.id)),
            title: Shown::of(&session.released.listed.title, lang),
            when: time::span(lang, time.start(), time.end(), &edition.zone),
            rooms: rooms.map(|room| Shown::of(&room.name, lang)).collect(),
            free: places.map(|places| (places.free(), places.limit)),
            full: places.is_some_and(|places| places.free() < 1),
            state: hers.map(|one| one.row.state.as_str()),
            ahead: hers.map_or(0, |one| one.ahead),
            overlaps: self.overlapping(session.id, time),
            open: may || hers.is_some(),
            action: address(edition, lang, &format!("/manage/sessions/{}", session.id)),
        }
    }

    /// What else she has a place in, or waits for, at that time.
    fn overlapping(&self, of: Id<Session>, time: Interval) -> Vec<Shown> {
        let programme = self.snapshot.programme.iter().flat_map(|programme| programme.taking_place());
        let others = programme.filter(|other| other.id != of && self.hers(other.id).is_some());
        let at_once = others.filter(|other| other.released.listed.time.overlaps(time));
        at_once.map(|other| Shown::of(&other.released.listed.title, self.lang)).collect()
    }
}

/// The sentence for what was just done; only those we know.
fn done(path: &str) -> Option<&'static str> {
    let (_, done) = path.split_once("?done=")?;
    match done.parse() {
        Ok(SignUpState::Confirmed) => Some("seats-done-confirmed"),
        Ok(SignUpState::Waitlisted) => Some("seats-done-waitlisted"),
        _ => (done == "given-back").then_some("seats-done-given-back"),
    }
}
