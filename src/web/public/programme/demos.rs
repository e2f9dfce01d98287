//! What is on show: by field, or by time.

use std::collections::BTreeMap;

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use jiff::civil::Date;

use super::{
    super::{
        reader::Reader,
        views::{Link, Site, address},
    },
    card::company_page,
};
use crate::{
    editions::Edition,
    error::Error,
    http::{App, Asker, Shown, Ui, page},
    overview::{OnShow, PublicProgramme, PublicSnapshot},
    values::{Lang, Moment, time},
    web::demo::whereabouts,
};

/// A demo in the list.
pub(super) struct DemoCard {
    pub(super) company: Shown,
    pub(super) href: String,
    pub(super) logo: Option<String>,
    pub(super) one_liner: Option<Shown>,
    pub(super) whereabouts: String,
    /// What is shown, and the way to its session.
    pub(super) title: Shown,
    pub(super) session: String,
    pub(super) when: String,
    /// For machines, by RFC 3339.
    pub(super) starts_at: Moment,
    pub(super) rooms: Vec<Shown>,
    /// Its field, where the list does not say it already.
    pub(super) track: Option<(Shown, String)>,
}

impl DemoCard {
    /// A demo as a reader of `ui`'s language meets it.
    pub(super) fn of(shown: OnShow<'_>, programme: &PublicProgramme, edition: &Edition, ui: &Ui) -> Self {
        let (lang, listed, company) = (ui.lang, &shown.session.released.listed, shown.company);
        let href = company_page(edition, company.id, lang);
        let track = programme.track_of(shown.session);
        Self {
            company: Shown::of(&company.name, lang),
            logo: company.logo.as_ref().map(|logo| format!("{href}/logo/{}", logo.id)),
            one_liner: Shown::maybe(company.one_liner.as_ref(), lang),
            whereabouts: whereabouts(company.city.as_str(), company.region, ui),
            title: Shown::of(&listed.title, lang),
            session: address(edition, lang, &format!("/sessions/{}", shown.session.id)),
            when: time::span(lang, listed.time.start(), listed.time.end(), &edition.zone),
            starts_at: listed.time.start(),
            rooms: programme.rooms_of(shown.session).map(|room| Shown::of(&room.name, lang)).collect(),
            track: track.map(|track| (Shown::of(&track.name, lang), track.colour.as_str().to_owned())),
            href,
        }
    }
}

/// Demos of one field, or of one day.
struct Group {
    id: String,
    name: Shown,
    demos: Vec<DemoCard>,
}

#[derive(Template)]
#[template(path = "public/programme/demos.html")]
struct DemosPage {
    ui: Ui,
    site: Site,
    home: String,
    zone: String,
    /// The two ways to read it.
    ways: [Link; 2],
    groups: Vec<Group>,
}

/// `GET /{lang}/{edition}/demos`; `by=time` in the query puts them in the order of time.
pub(in crate::web) async fn show(
    app: web::Data<App>,
    request: HttpRequest,
    asker: Asker,
    reader: Reader,
) -> Result<HttpResponse, Error> {
    let Reader { lang, snapshot } = reader;
    let query = asker.query()?;
    match query.one("by") {
        "time" => app
            .pages
            .page(&request, &snapshot, lang, "demos-by-time", |snapshot, lang| render(snapshot, lang, true)),
        _ => {
            app.pages.page(&request, &snapshot, lang, "demos", |snapshot, lang| render(snapshot, lang, false))
        }
    }
}

fn render(snapshot: &PublicSnapshot, lang: Lang, by_time: bool) -> Result<String, Error> {
    let edition = snapshot.edition();
    let here = address(edition, lang, "/demos");
    let in_time = format!("{here}?by=time");
    let ui = Ui::anonymous(lang, if by_time { in_time.as_str() } else { here.as_str() });
    let groups = match &snapshot.programme {
        None => Vec::new(),
        Some(programme) if by_time => days(programme, edition, &ui),
        Some(programme) => fields(programme, edition, &ui),
    };
    let way = |href: &str, key: &str, current| Link { href: href.to_owned(), label: ui.t(key), current };
    let shown = DemosPage {
        site: Site::around(snapshot, &ui, &here),
        home: address(edition, lang, ""),
        zone: edition.zone.label(lang, edition.starts_at),
        ways: [way(&here, "demos-by-track", !by_time), way(&in_time, "demos-by-time", by_time)],
        groups,
        ui,
    };
    page::render(&shown)
}

/// By field in the organiser's order, those without one last; in each by time.
fn fields(programme: &PublicProgramme, edition: &Edition, ui: &Ui) -> Vec<Group> {
    let group = |id: String, name: Shown, of: Option<_>| {
        let here = programme.on_show().filter(|shown| shown.session.released.listed.track == of);
        let card = |one| DemoCard { track: None, ..DemoCard::of(one, programme, edition, ui) };
        Group { id, name, demos: here.map(card).collect() }
    };
    let tracks = programme.tracks.iter();
    let named =
        tracks.map(|track| group(track.slug.to_string(), Shown::of(&track.name, ui.lang), Some(track.id)));
    let others = group("others".to_owned(), Shown::plain(ui.t("demos-other"), ui.lang), None);
    named.chain([others]).filter(|group| !group.demos.is_empty()).collect()
}

/// By day, in each by time.
fn days(programme: &PublicProgramme, edition: &Edition, ui: &Ui) -> Vec<Group> {
    let mut days: BTreeMap<Date, Vec<DemoCard>> = BTreeMap::new();
    for shown in programme.on_show() {
        let date = edition.zone.at(shown.session.released.listed.time.start()).date();
        days.entry(date).or_default().push(DemoCard::of(shown, programme, edition, ui));
    }
    let group = |(date, demos): (Date, _)| Group {
        id: date.to_string(),
        name: Shown::plain(time::date(ui.lang, date), ui.lang),
        demos,
    };
    days.into_iter().map(group).collect()
}
