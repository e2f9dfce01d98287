//! The edition's home: what, when, where, who hosts, and whether there are places.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use url::Url;

use super::{
    call::Listed,
    machine,
    reader::Reader,
    side_event,
    views::{Marked, Site, Way, address, when},
};
use crate::{
    editions::{Partner as Behind, PartnerKind},
    error::Error,
    http::{App, Shown, Ui, page},
    overview::PublicSnapshot,
    values::{Lang, Moment},
};

/// The one act of a page, and whether there are places.
pub(super) struct Door {
    /// open, waiting, soon, closed or past.
    pub(super) state: &'static str,
    pub(super) href: String,
    pub(super) when: Option<String>,
}

struct Track {
    name: Shown,
    colour: String,
}

struct Partner {
    name: Shown,
    url: Option<String>,
}

struct PartnerGroup {
    kind: &'static str,
    members: Vec<Partner>,
}

#[derive(Template)]
#[template(path = "public/home.html")]
struct HomePage {
    ui: Ui,
    site: Site,
    number: i32,
    name: Shown,
    tagline: Option<Shown>,
    venue_name: Option<Shown>,
    venue_address: Option<Shown>,
    about: Option<Marked>,
    when: String,
    starts_at: String,
    banner: Option<String>,
    door: Door,
    ways: Vec<Way>,
    calls: Vec<Listed>,
    side_events: Vec<side_event::Listed>,
    tracks: Vec<Track>,
    partners: Vec<PartnerGroup>,
    json_ld: String,
}

/// `GET /{lang}/{edition}`
pub(in crate::web) async fn show(
    app: web::Data<App>,
    request: HttpRequest,
    reader: Reader,
) -> Result<HttpResponse, Error> {
    let Reader { lang, snapshot } = reader;
    let base = &app.config.base_url;
    app.pages.page(&request, &snapshot, lang, "home", |snapshot, lang| render(snapshot, lang, base))
}

fn render(snapshot: &PublicSnapshot, lang: Lang, base: &Url) -> Result<String, Error> {
    let edition = snapshot.edition();
    let home = address(edition, lang, "");
    let ui = Ui::anonymous(lang, home.as_str());
    let ways = Way::all(snapshot, None, lang);
    let page = HomePage {
        site: Site::around(snapshot, &ui, &home),
        number: edition.number,
        name: Shown::of(&edition.name, lang),
        tagline: Shown::maybe(edition.tagline.as_ref(), lang),
        venue_name: Shown::maybe(edition.venue_name.as_ref(), lang),
        venue_address: Shown::maybe(edition.venue_address.as_ref(), lang),
        about: Marked::of(edition.description.as_ref(), lang, 3),
        when: when(edition, lang),
        starts_at: edition.starts_at.to_string(),
        banner: None,
        door: Door::of(&ways, address(edition, lang, "/register"), edition.ends_at),
        calls: Listed::all(snapshot, lang),
        side_events: side_event::Listed::all(snapshot, lang),
        tracks: snapshot
            .tracks
            .iter()
            .map(|track| Track {
                name: Shown::of(&track.name, lang),
                colour: track.colour.as_str().to_owned(),
            })
            .collect(),
        partners: partners(&snapshot.partners, lang),
        json_ld: machine::edition(snapshot, lang, base)?,
        ways,
        ui,
    };
    page::render(&page)
}

impl Door {
    /// The best that any way offers: places, else the line, else the next opening.
    pub(super) fn of(ways: &[Way], href: String, ends_at: Moment) -> Self {
        if ends_at <= Moment::now() {
            return Self { state: "past", href, when: None };
        }
        let best = ["open", "waiting", "soon"]
            .into_iter()
            .find_map(|state| ways.iter().find(|way| way.state == state));
        match best {
            Some(way) => Self { state: way.state, href, when: way.when.clone() },
            None => Self { state: "closed", href, when: None },
        }
    }
}

/// Groups by kind; groups and members keep the organiser's order.
fn partners(all: &[Behind], lang: Lang) -> Vec<PartnerGroup> {
    let mut groups: Vec<(PartnerKind, Vec<Partner>)> = Vec::new();
    for partner in all {
        let url = partner.url.as_ref().map(|url| url.as_str().to_owned());
        let member = Partner { name: Shown::of(&partner.name, lang), url };
        match groups.iter_mut().find(|(kind, _)| *kind == partner.kind) {
            Some((_, members)) => members.push(member),
            None => groups.push((partner.kind, vec![member])),
        }
    }
    groups.into_iter().map(|(kind, members)| PartnerGroup { kind: kind.as_str(), members }).collect()
}
