//! Side events: road shows and promotion events of an edition's year.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, http::header, web};
use askama::Template;

use super::{
    home::Door,
    machine,
    reader::Reader,
    views::{Marked, Site, Way, address},
};
use crate::{
    editions::SideEvent,
    error::Error,
    formats::calendar::{self, Event, Status},
    http::{App, Shown, Ui, page},
    overview::PublicSnapshot,
    values::{Lang, Moment, time},
};

/// A side event in a list.
pub(super) struct Listed {
    pub(super) href: String,
    pub(super) name: Shown,
    pub(super) when: String,
    pub(super) starts_at: String,
    pub(super) place: Shown,
    pub(super) city: Shown,
    pub(super) past: bool,
}

impl Listed {
    fn of(event: &SideEvent, snapshot: &PublicSnapshot, lang: Lang) -> Self {
        let edition = snapshot.edition();
        Self {
            href: address(edition, lang, &format!("/side-events/{}", event.slug)),
            name: Shown::of(&event.name, lang),
            when: time::span(lang, event.starts_at, event.ends_at, &edition.zone),
            starts_at: event.starts_at.to_string(),
            place: Shown::of(&event.place, lang),
            city: Shown::of(&event.city, lang),
            past: event.ends_at <= Moment::now(),
        }
    }

    /// The edition's, in the organiser's order.
    pub(super) fn all(snapshot: &PublicSnapshot, lang: Lang) -> Vec<Self> {
        snapshot.form.side_events.iter().map(|event| Self::of(event, snapshot, lang)).collect()
    }
}

#[derive(Template)]
#[template(path = "public/side-event.html")]
struct SideEventPage {
    ui: Ui,
    site: Site,
    home: String,
    edition: Shown,
    event: Listed,
    zone: String,
    about: Option<Marked>,
    calendar: String,
    ways: Vec<Way>,
    door: Door,
    json_ld: String,
}

/// The side event with this short name, if the public sees it.
pub(super) fn found<'a>(snapshot: &'a PublicSnapshot, slug: &str) -> Result<&'a SideEvent, Error> {
    snapshot.form.side_events.iter().find(|event| event.slug.as_str() == slug).ok_or(Error::NotFound)
}

/// `GET /{lang}/{edition}/side-events/{slug}`
pub(in crate::web) async fn show(
    app: web::Data<App>,
    reader: Reader,
    request: HttpRequest,
) -> Result<HttpResponse, Error> {
    let Reader { lang, snapshot } = reader;
    let (edition, event) = (snapshot.edition(), found(&snapshot, request.match_info().query("slug"))?);
    let (listed, ways) = (Listed::of(event, &snapshot, lang), Way::all(&snapshot, Some(event), lang));
    let ui = Ui::anonymous(lang, listed.href.as_str());
    let shown = SideEventPage {
        site: Site::around(&snapshot, &ui, ""),
        home: address(edition, lang, ""),
        edition: Shown::of(&edition.name, lang),
        zone: edition.zone.label(lang, event.starts_at),
        about: Marked::of(event.summary.as_ref(), lang, 2),
        calendar: format!("{}/calendar.ics", listed.href),
        door: Door::of(&ways, format!("{}/register", listed.href), event.ends_at),
        ways,
        json_ld: machine::side_event(&snapshot, event, lang, &app.config.base_url)?,
        event: listed,
        ui,
    };
    page(StatusCode::OK, &shown)
}

/// `GET /{lang}/{edition}/side-events/{slug}/calendar.ics`
pub(in crate::web) async fn calendar(
    app: web::Data<App>,
    reader: Reader,
    request: HttpRequest,
) -> Result<HttpResponse, Error> {
    let Reader { lang, snapshot } = reader;
    let (edition, event) = (snapshot.edition(), found(&snapshot, request.match_info().query("slug"))?);
    let href = address(edition, lang, &format!("/side-events/{}", event.slug));
    let url = app.config.base_url.join(&href).map_err(Error::internal)?;
    let name = event.name.pick(lang).text;
    let entry = Event {
        uid: &format!("{}@{}", event.id, app.config.base_url.host_str().unwrap_or("localhost")),
        sequence: u32::try_from(event.version).unwrap_or_default(),
        stamp: Moment::now(),
        start: event.starts_at,
        end: event.ends_at,
        zone: &edition.zone,
        status: Status::Confirmed,
        summary: name,
        description: event.summary.as_ref().map_or("", |text| text.pick(lang).text),
        location: &[event.place.pick(lang).text, event.city.pick(lang).text].join(", "),
        url: url.as_str(),
        categories: &[],
    };
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, calendar::MEDIA_TYPE))
        .insert_header((header::CACHE_CONTROL, "no-cache"))
        .insert_header((header::CONTENT_DISPOSITION, "attachment; filename=\"side-event.ics\""))
        .body(calendar::publish(name, lang, &[entry])))
}
