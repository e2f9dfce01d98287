//! What is on at this moment, and what comes next in each room.

use std::collections::BTreeSet;

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{
    super::{
        reader::Reader,
        views::{Site, address},
    },
    card::{Card, Cards},
    released, starred,
};
use crate::{
    editions::Room,
    error::Error,
    http::{App, Ui, page},
    overview::{PublicProgramme, PublicSession},
    values::{Id, Moment, time},
};

#[derive(Template)]
#[template(path = "public/programme/now.html")]
struct NowPage {
    ui: Ui,
    site: Site,
    home: String,
    at: String,
    now: Vec<Card>,
    next: Vec<Card>,
    /// The day of what is next, where that is not today.
    day: Option<String>,
}

/// `GET /{lang}/{edition}/now`
pub(in crate::web) async fn show(
    app: web::Data<App>,
    request: HttpRequest,
    reader: Reader,
) -> Result<HttpResponse, Error> {
    let Reader { lang, snapshot } = reader;
    let (edition, programme) = (snapshot.edition(), released(&snapshot)?);
    let stars = starred::of(&app, &request, edition).await?;
    let cards = Cards { edition, programme, lang, starred: &stars };
    let (now, here) = (Moment::now(), address(edition, lang, "/now"));
    let ui = Ui::anonymous(lang, here.as_str());
    let next = next(programme, now);
    let date = |moment| edition.zone.at(moment).date();
    let first = next.iter().map(|session| date(session.released.listed.time.start())).min();
    let shown = NowPage {
        site: Site::around(&snapshot, &ui, &here),
        home: address(edition, lang, ""),
        at: time::moment_with_zone(lang, now, &edition.zone),
        now: programme.taking_place().filter(|one| one.is_on(now)).map(|one| cards.card(one)).collect(),
        day: first.filter(|first| *first != date(now)).map(|first| time::date(lang, first)),
        next: next.into_iter().map(|one| cards.card(one)).collect(),
        ui,
    };
    page(StatusCode::OK, &shown)
}

/// The first session of each room that begins after `now`.
fn next(programme: &PublicProgramme, now: Moment) -> Vec<&PublicSession> {
    let mut seen: BTreeSet<Id<Room>> = BTreeSet::new();
    let coming = programme.taking_place().filter(|session| session.released.listed.time.start() > now);
    let mut next: Vec<&PublicSession> = Vec::new();
    for session in coming {
        let rooms = &session.released.listed.rooms;
        if rooms.iter().any(|room| !seen.contains(room)) {
            next.push(session);
        }
        seen.extend(rooms);
    }
    next
}
