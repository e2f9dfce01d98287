//! The ticket: its own page by its own link, its QR code, its calendar entry.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, http::header, web};
use askama::Template;

use super::{
    programme::calendars::Entry,
    views::{Site, address, way_name, when_of},
};
use crate::{
    editions::{self, Edition, Occasion},
    error::Error,
    formats::{
        calendar::{self, Event, Status},
        qr,
    },
    http::{App, Shown, Ui, guard::unlinked, language, page},
    keys::LinkToken,
    registrations::{self, Registration, State},
    values::Lang,
};

/// The QR code, the same code to read out, and the calendar entry.
pub(super) struct Ticket {
    pub(super) png: String,
    pub(super) code: String,
    pub(super) calendar: String,
}

impl Ticket {
    /// The ticket of somebody who has a place; its parts stand under `base`.
    pub(super) fn of(row: &Registration, base: &str) -> Option<Self> {
        (row.state == State::Confirmed).then(|| Self {
            png: format!("{base}/ticket.png"),
            code: row.ticket_code.clone(),
            calendar: format!("{base}/calendar.ics"),
        })
    }
}

/// The name of the person on a ticket, in the script it is written in.
pub(super) fn person(row: &Registration, lang: Lang) -> Shown {
    let name = row.name();
    Shown::plain(name.both(lang), name.lang(lang))
}

#[derive(Template)]
#[template(path = "public/ticket.html")]
struct TicketPage {
    ui: Ui,
    site: Site,
    name: Shown,
    person: Shown,
    way: Shown,
    when: String,
    place: Option<Shown>,
    ticket: Option<Ticket>,
}

/// `GET /t/{token}`
pub(in crate::web) async fn show(
    app: web::Data<App>,
    request: HttpRequest,
    token: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let Opened { row, edition, occasion, lang } = opened(&app, &request, &token).await?;
    let base = format!("/t/{token}");
    let snapshot = app.pages.snapshot(&app.db, edition.slug.as_str()).await?;
    let ui = Ui::anonymous(lang, base.as_str());
    let ticket_page = TicketPage {
        site: Site::around(&snapshot, &ui, ""),
        name: Shown::of(&occasion.name, lang),
        person: person(&row, lang),
        way: way_name(&snapshot, row.type_id, lang),
        when: when_of(&occasion, lang),
        place: Shown::maybe(occasion.venue.as_ref(), lang),
        ticket: Ticket::of(&row, &base),
        ui,
    };
    Ok(unlinked(page(StatusCode::OK, &ticket_page)?))
}

/// `GET /t/{token}/ticket.png`
pub(in crate::web) async fn code(
    app: web::Data<App>,
    request: HttpRequest,
    token: web::Path<String>,
) -> Result<HttpResponse, Error> {
    png(&opened(&app, &request, &token).await?.row)
}

/// `GET /t/{token}/calendar.ics`
pub(in crate::web) async fn calendar(
    app: web::Data<App>,
    request: HttpRequest,
    token: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let Opened { row, edition, occasion, lang } = opened(&app, &request, &token).await?;
    entries(&app, &row, (&edition, &occasion), lang, &[])
}

/// A ticket, what it is for, and the language to show it in: its holder's, where no other was chosen.
struct Opened {
    row: Registration,
    edition: Edition,
    occasion: Occasion,
    lang: Lang,
}

async fn opened(app: &App, request: &HttpRequest, token: &str) -> Result<Opened, Error> {
    let token = LinkToken::parse(token).ok_or(Error::NotFound)?;
    let mut conn = app.db.read().await?;
    let row = registrations::ticket_holder(&mut conn, &app.keys, &token).await?.registration().clone();
    let edition = app.pages.edition(&app.db, row.edition).await?;
    let occasion = editions::occasion(&mut conn, &edition, row.side_event).await?;
    let lang = language::of_owner(request, row.lang);
    Ok(Opened { row, edition, occasion, lang })
}

/// The QR code of a ticket: it says the code and nothing else.
pub(super) fn png(row: &Registration) -> Result<HttpResponse, Error> {
    if row.state != State::Confirmed {
        return Err(Error::NotFound);
    }
    let image = qr::png(&row.ticket_code)?;
    Ok(unlinked(HttpResponse::Ok().insert_header((header::CONTENT_TYPE, "image/png")).body(image)))
}

/// The forum or side event as a calendar entry of one attendee, and the sessions that she has a place in.
pub(super) fn entries(
    app: &App,
    row: &Registration,
    (edition, occasion): (&Edition, &Occasion),
    lang: Lang,
    sessions: &[Entry<'_>],
) -> Result<HttpResponse, Error> {
    let place = [&occasion.venue, &occasion.address].into_iter().flatten();
    let place: Vec<&str> = place.map(|text| text.pick(lang).text).collect();
    let home = address(edition, lang, &occasion.page());
    let home = app.config.base_url.join(&home).map_err(Error::internal)?;
    let name = occasion.name.pick(lang).text;
    let event = Event {
        uid: &format!("{}@{}", row.id, app.config.base_url.host_str().unwrap_or("localhost")),
        sequence: u32::try_from(occasion.version).unwrap_or_default(),
        stamp: row.updated_at,
        start: occasion.starts_at,
        end: occasion.ends_at,
        zone: &occasion.zone,
        status: Status::Confirmed,
        summary: name,
        description: &row.ticket_code,
        location: &place.join(", "),
        url: home.as_str(),
        categories: &[],
    };
    let events: Vec<_> = std::iter::once(event).chain(sessions.iter().map(Entry::event)).collect();
    let text = calendar::publish(name, lang, &events);
    let file = if occasion.side_event.is_none() { "forum.ics" } else { "side-event.ics" };
    Ok(unlinked(
        HttpResponse::Ok()
            .insert_header((header::CONTENT_TYPE, calendar::MEDIA_TYPE))
            .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{file}\"")))
            .body(text),
    ))
}
