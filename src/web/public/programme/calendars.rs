//! The programme for people's own calendars: all of it, or what is of one room, person or session.

use actix_web::{HttpRequest, HttpResponse, http::header, web};
use url::Url;

use super::{
    super::{reader::Reader, views::address},
    released,
};
use crate::{
    editions::Room,
    error::Error,
    formats::calendar::{self, Event, Status},
    http::App,
    overview::{PublicSession, PublicSnapshot},
    programme::Session,
    speakers::Speaker,
    values::{Id, Lang, Moment, Zone},
};

/// `GET /{lang}/{edition}/programme.ics`
pub(in crate::web) async fn whole(
    app: web::Data<App>,
    request: HttpRequest,
    reader: Reader,
) -> Result<HttpResponse, Error> {
    let Reader { lang, snapshot } = reader;
    let kind = ("programme.ics", calendar::MEDIA_TYPE);
    app.pages.file(&request, &snapshot, lang, kind, |snapshot, lang| {
        calendar(&app, snapshot, lang, released(snapshot)?.sessions.iter())
    })
}

/// `GET /{lang}/{edition}/rooms/{room}/calendar.ics`
pub(in crate::web) async fn of_room(
    app: web::Data<App>,
    reader: Reader,
    at: web::Path<(Lang, String, Id<Room>)>,
) -> Result<HttpResponse, Error> {
    let (Reader { lang, snapshot }, room) = (reader, at.2);
    let programme = released(&snapshot)?;
    programme.rooms.iter().find(|known| known.id == room).ok_or(Error::NotFound)?;
    let here = programme.sessions.iter().filter(|session| session.released.listed.rooms.contains(&room));
    Ok(given(&calendar(&app, &snapshot, lang, here)?))
}

/// `GET /{lang}/{edition}/speakers/{speaker}/calendar.ics`
pub(in crate::web) async fn of_speaker(
    app: web::Data<App>,
    reader: Reader,
    at: web::Path<(Lang, String, Id<Speaker>)>,
) -> Result<HttpResponse, Error> {
    let (Reader { lang, snapshot }, speaker) = (reader, at.2);
    let programme = released(&snapshot)?;
    programme.speaker(speaker).ok_or(Error::NotFound)?;
    let hers = programme.sessions.iter().filter(|session| session.has(speaker));
    Ok(given(&calendar(&app, &snapshot, lang, hers)?))
}

/// `GET /{lang}/{edition}/sessions/{session}/calendar.ics`
pub(in crate::web) async fn of_session(
    app: web::Data<App>,
    reader: Reader,
    at: web::Path<(Lang, String, Id<Session>)>,
) -> Result<HttpResponse, Error> {
    let (Reader { lang, snapshot }, id) = (reader, at.2);
    let session = released(&snapshot)?.session(id).ok_or(Error::NotFound)?;
    Ok(given(&calendar(&app, &snapshot, lang, std::iter::once(session))?))
}

/// A calendar that is made for whoever asks; who follows it asks again.
pub(super) fn given(text: &str) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, calendar::MEDIA_TYPE))
        .insert_header((header::CACHE_CONTROL, "no-cache"))
        .insert_header((header::CONTENT_DISPOSITION, "attachment; filename=\"programme.ics\""))
        .body(text.to_owned())
}

/// Sessions as calendar entries, those that are off struck out.
pub(super) fn calendar<'a>(
    app: &App,
    snapshot: &'a PublicSnapshot,
    lang: Lang,
    sessions: impl Iterator<Item = &'a PublicSession>,
) -> Result<String, Error> {
    let entries = entries(app, snapshot, lang, sessions)?;
    let events: Vec<_> = entries.iter().map(Entry::event).collect();
    Ok(calendar::publish(snapshot.edition().name.pick(lang).text, lang, &events))
}

/// A session on its way into a calendar, with what has to be put together for it.
pub(in crate::web::public) struct Entry<'a> {
    session: &'a PublicSession,
    lang: Lang,
    stamp: Moment,
    zone: &'a Zone,
    uid: String,
    url: Url,
    location: String,
    /// Who shows it, and what it is about.
    description: String,
    track: Option<&'a str>,
}

/// Sessions of the programme as entries.
pub(in crate::web::public) fn entries<'a>(
    app: &App,
    snapshot: &'a PublicSnapshot,
    lang: Lang,
    sessions: impl Iterator<Item = &'a PublicSession>,
) -> Result<Vec<Entry<'a>>, Error> {
    let (edition, programme) = (snapshot.edition(), released(snapshot)?);
    let host = app.config.base_url.host_str().unwrap_or("localhost");
    let entry = |session: &'a PublicSession| {
        let page = address(edition, lang, &format!("/sessions/{}", session.id));
        let rooms: Vec<&str> = programme.rooms_of(session).map(|room| room.name.pick(lang).text).collect();
        let venue = edition.venue_name.as_ref().map(|venue| venue.pick(lang).text);
        Ok(Entry {
            session,
            lang,
            stamp: programme.release.released_at,
            zone: &edition.zone,
            uid: format!("{}@{host}", session.id),
            url: app.config.base_url.join(&page).map_err(Error::internal)?,
            location: rooms.into_iter().chain(venue).collect::<Vec<_>>().join(", "),
            description: {
                let company = programme.shown_in(session).map(|shown| shown.company.name.pick(lang).text);
                let about = session.released.listed.r#abstract.as_ref().map(|text| text.pick(lang).text);
                company.into_iter().chain(about).collect::<Vec<_>>().join("\n\n")
            },
            track: programme.track_of(session).map(|track| track.name.pick(lang).text),
        })
    };
    sessions.map(entry).collect()
}

impl Entry<'_> {
    /// The entry as the calendar's format takes it.
    pub(in crate::web::public) fn event(&self) -> Event<'_> {
        let (listed, lang) = (&self.session.released.listed, self.lang);
        Event {
            uid: &self.uid,
            sequence: self.session.released.sequence,
            stamp: self.stamp,
            start: listed.time.start(),
            end: listed.time.end(),
            zone: self.zone,
            status: if self.session.released.cancelled { Status::Cancelled } else { Status::Confirmed },
            summary: listed.title.pick(lang).text,
            description: &self.description,
            location: &self.location,
            url: self.url.as_str(),
            categories: self.track.as_slice(),
        }
    }
}
