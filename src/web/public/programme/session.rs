//! One session.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web};
use askama::Template;
use url::Url;

use super::{
    super::{
        machine::hosts,
        reader::Reader,
        views::{Marked, Site, address},
    },
    card::{Card, Cards},
    released, starred,
};
use crate::{
    error::Error,
    formats::json_ld::{self, Event, Organization, Place, Status},
    http::{App, Shown, Ui, page},
    overview::{PublicSession, PublicSnapshot},
    programme::{Places, Session},
    speakers::PublicSpeaker,
    submissions::Spoken,
    values::{Id, Lang, Line, time},
};

#[derive(Template)]
#[template(path = "public/programme/session.html")]
struct SessionPage {
    ui: Ui,
    site: Site,
    home: String,
    card: Card,
    when: String,
    zone: String,
    cancelled: bool,
    /// Its title in the other languages it has.
    also: Vec<Shown>,
    about: Option<Marked>,
    calendar: String,
    json_ld: String,
    seats: Option<Seats>,
}

/// How many places are free, and where one takes one of them.
struct Seats {
    text: String,
    act: String,
    href: String,
}

impl Seats {
    /// Of a session whose places are limited: exactly how many are free only once they are few, since the page is
    /// kept until then.
    fn of(places: Places, href: String, ui: &Ui) -> Self {
        let (limit, free) = (places.limit, places.free());
        let text = match free {
            ..1 => ui.t1("seats-full", "limit", limit),
            1..=Places::FEW => ui.t2("seats-few", "limit", limit, "free", free),
            _ => ui.t2("seats-free", "limit", limit, "few", Places::FEW),
        };
        let act = ui.t(if free < 1 { "seats-wait" } else { "seats-sign-up" });
        Self { text, act, href }
    }
}

/// `GET /{lang}/{edition}/sessions/{session}`
pub(in crate::web) async fn show(
    app: web::Data<App>,
    request: HttpRequest,
    reader: Reader,
    at: web::Path<(Lang, String, Id<Session>)>,
) -> Result<HttpResponse, Error> {
    let (Reader { lang, snapshot }, id) = (reader, at.2);
    let (edition, programme) = (snapshot.edition(), released(&snapshot)?);
    let session = programme.session(id).ok_or(Error::NotFound)?;
    let stars = starred::of(&app, &request, edition).await?;
    let card = Cards { edition, programme, lang, starred: &stars }.card(session);
    let listed = &session.released.listed;
    let ui = Ui::anonymous(lang, card.href.as_str());
    let places = programme.places.get(&id).copied().filter(|_| !session.released.cancelled);
    let sign_up = address(edition, lang, &format!("/places?session={id}"));
    let other = listed.title.iter().filter(|picked| picked.lang != card.title.lang);
    let shown = SessionPage {
        site: Site::around(&snapshot, &ui, ""),
        home: address(edition, lang, ""),
        when: time::span(lang, listed.time.start(), listed.time.end(), &edition.zone),
        zone: edition.zone.label(lang, listed.time.start()),
        cancelled: session.released.cancelled,
        also: other.map(|picked| Shown::plain(picked.text, picked.lang)).collect(),
        about: Marked::of(listed.r#abstract.as_ref(), lang, 2),
        calendar: format!("{}/calendar.ics", card.href),
        seats: places.map(|places| Seats::of(places, sign_up, &ui)),
        json_ld: machine_readable(&snapshot, session, lang, &app.config.base_url)?,
        card,
        ui,
    };
    page(StatusCode::OK, &shown)
}

fn machine_readable(
    snapshot: &PublicSnapshot,
    session: &PublicSession,
    lang: Lang,
    base: &Url,
) -> Result<String, Error> {
    let (edition, programme) = (snapshot.edition(), released(snapshot)?);
    let full = |page: &str| base.join(&address(edition, lang, page)).map_err(Error::internal);
    let (url, home) = (full(&format!("/sessions/{}", session.id))?, full("")?);
    let listed = &session.released.listed;
    let named = listed.people.iter().filter_map(|(who, _)| programme.speaker(*who));
    let people = named.map(|one| Ok((one.name.display(lang), full(&format!("/speakers/{}", one.id))?, one)));
    let people = people.collect::<Result<Vec<_>, Error>>()?;
    let performers: Vec<_> =
        people.iter().map(|(name, page, one)| performer(name, page.as_str(), one)).collect();
    let shows = programme.shown_in(session).map(|shown| shown.company);
    let address = edition.venue_address.as_ref().map_or("", |text| text.pick(lang).text);
    let room = programme.rooms_of(session).next().map(|room| room.name.pick(lang).text);
    let languages: Vec<_> = listed.spoken.iter().filter_map(Spoken::tag).collect();
    json_ld::script(&Event {
        url: url.as_str(),
        name: listed.title.pick(lang).text,
        description: listed.r#abstract.as_ref().map_or("", |text| text.pick(lang).text),
        start: listed.time.start(),
        end: listed.time.end(),
        zone: &edition.zone,
        status: if session.released.cancelled { Status::Cancelled } else { Status::Scheduled },
        location: room.map(|name| Place { name, address }),
        organizers: &hosts(snapshot, lang),
        performers: &performers,
        shows: shows.map(|company| Organization {
            name: company.name.pick(lang).text,
            url: company.website.as_ref().map_or("", |url| url.as_str()),
        }),
        languages: &languages,
        part_of: Some((home.as_str(), edition.name.pick(lang).text)),
    })
}

/// Somebody who takes part, with her page.
pub(super) fn performer<'a>(name: &'a str, url: &'a str, speaker: &'a PublicSpeaker) -> json_ld::Person<'a> {
    json_ld::Person {
        name,
        job_title: speaker.job_title.as_ref().map_or("", Line::as_str),
        affiliation: speaker.organisation.as_ref().map_or("", Line::as_str),
        url,
    }
}
