//! The programme by day, and what a reader looks for in it.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web};
use askama::Template;
use jiff::civil::Date;
use url::Url;

use super::{
    super::{
        reader::Reader,
        views::{Choice, Site, address},
    },
    card::{Card, Cards},
    filter::{self, Filter},
    released, starred,
};
use crate::{
    error::Error,
    http::{App, Asker, Form, Shown, Ui, page},
    overview::{PublicProgramme, PublicSession, PublicSnapshot, programme_of},
    programme::{self, Session},
    values::{Id, Lang, time},
};

/// What begins at one time of a day.
pub(super) struct Hour {
    pub(super) from: String,
    pub(super) cards: Vec<Card>,
}

/// A day of the edition.
pub(super) struct Day {
    pub(super) date: Date,
    pub(super) label: String,
    pub(super) hours: Vec<Hour>,
}

#[derive(Template)]
#[template(path = "public/programme/list.html")]
struct ListPage {
    ui: Ui,
    site: Site,
    home: String,
    /// The same with our origin, for other people's pages.
    abroad: String,
    here: String,
    /// The name of the release; nothing before the first.
    release: Option<String>,
    /// Whether a later release holds by now.
    old: bool,
    zone: String,
    days: Vec<Day>,
    form: Form,
    /// Whether more than words is asked for.
    narrowed: bool,
    tracks: Vec<Choice>,
    rooms: Vec<Choice>,
    spoken: Vec<Choice>,
    /// The room that is asked for, and where its calendar is.
    feed: Option<(Shown, String)>,
}

/// `GET /{lang}/{edition}/programme`
///
/// Whoever looks for nothing and starred nothing gets the page from memory.
pub(in crate::web) async fn show(
    app: web::Data<App>,
    request: HttpRequest,
    asker: Asker,
    reader: Reader,
) -> Result<HttpResponse, Error> {
    let Reader { lang, snapshot } = reader;
    let (filter, base) = (Filter::of(asker.query()?), &app.config.base_url);
    let stars = starred::of(&app, &request, snapshot.edition()).await?;
    if filter.is_open() && stars.is_empty() {
        return app.pages.page(&request, &snapshot, lang, "programme", |snapshot, lang| {
            page::render(&listed(snapshot, snapshot.programme.as_ref(), filter, &stars, (lang, base)))
        });
    }
    page(StatusCode::OK, &listed(&snapshot, snapshot.programme.as_ref(), filter, &stars, (lang, base)))
}

/// `GET /{lang}/{edition}/releases/{number}`
pub(in crate::web) async fn earlier(
    app: web::Data<App>,
    asker: Asker,
    reader: Reader,
    at: web::Path<(Lang, String, i32)>,
) -> Result<HttpResponse, Error> {
    let (Reader { lang, snapshot }, number) = (reader, at.2);
    let edition = snapshot.edition().id;
    let mut conn = app.db.read().await?;
    let release = programme::find_release(&mut conn, edition, number).await?;
    let mut shown = programme_of(&mut conn, edition, release).await?;
    // Who is not on show any more has no page to lead to.
    shown.demos = snapshot.programme.as_ref().map(|newest| newest.demos.clone()).unwrap_or_default();
    let filter = Filter::of(asker.query()?);
    page(
        StatusCode::OK,
        &listed(&snapshot, Some(&shown), filter, &BTreeSet::new(), (lang, &app.config.base_url)),
    )
}

fn listed(
    snapshot: &PublicSnapshot,
    shown: Option<&PublicProgramme>,
    filter: Filter,
    starred: &BTreeSet<Id<Session>>,
    (lang, base): (Lang, &Url),
) -> ListPage {
    let edition = snapshot.edition();
    let newest = released(snapshot).ok().map(|programme| programme.release.number);
    let old = shown.filter(|shown| Some(shown.release.number) != newest).map(|shown| shown.release.number);
    let here = match old {
        Some(number) => address(edition, lang, &format!("/releases/{number}")),
        None => address(edition, lang, "/programme"),
    };
    let ui = Ui::anonymous(lang, here.as_str());
    let days = |programme: &PublicProgramme| {
        let wanted = programme.taking_place().filter(|session| filter.admits(programme, session));
        by_day(&Cards { edition, programme, lang, starred }, wanted)
    };
    ListPage {
        site: Site::around(snapshot, &ui, &here),
        home: address(edition, lang, ""),
        abroad: format!("{base}{lang}/{}", edition.slug),
        release: shown.map(|programme| programme.release.name.clone()),
        feed: shown.filter(|_| old.is_none()).and_then(|programme| filter.room(programme)).map(|room| {
            let href = address(edition, lang, &format!("/rooms/{}/calendar.ics", room.id));
            (Shown::of(&room.name, lang), href)
        }),
        old: old.is_some(),
        zone: edition.zone.label(lang, edition.starts_at),
        days: shown.map(days).unwrap_or_default(),
        tracks: shown.map(|programme| filter::tracks(programme, &ui)).unwrap_or_default(),
        rooms: shown.map(|programme| filter::rooms(programme, &ui)).unwrap_or_default(),
        spoken: shown.map(|programme| filter::spoken(programme, &ui)).unwrap_or_default(),
        narrowed: filter.is_narrowed(),
        form: filter.into_form(),
        here,
        ui,
    }
}

/// Sessions in order, by day and by when they begin.
pub(super) fn by_day<'a>(cards: &Cards<'_>, sessions: impl Iterator<Item = &'a PublicSession>) -> Vec<Day> {
    let mut days: BTreeMap<Date, Vec<Hour>> = BTreeMap::new();
    for session in sessions {
        let date = cards.edition.zone.at(session.released.listed.time.start()).date();
        let (hours, card) = (days.entry(date).or_default(), cards.card(session));
        match hours.last_mut().filter(|hour| hour.from == card.from) {
            Some(hour) => hour.cards.push(card),
            None => hours.push(Hour { from: card.from.clone(), cards: vec![card] }),
        }
    }
    let day = |(date, hours)| Day { date, label: time::date(cards.lang, date), hours };
    days.into_iter().map(day).collect()
}
