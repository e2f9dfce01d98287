//! The sheet for the venue: what companies bring and what they need, by place and time.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{
    super::frame::{Console, RoomName, address},
    tabs::Tab,
};
use crate::{
    accounts::proofs::Programme,
    editions::Edition,
    error::Error,
    formats::csv,
    http::{App, At, Shown, Ui, download::table, page},
    overview::{self, Demand, Load, PlaceSheet},
    speakers::Speaker,
    submissions::{Answer, DemoNeeds},
    values::{Lang, Moment, time},
    web::{
        demo::{half_day, named},
        public::views::Link,
    },
};

/// A demo in the table of its place.
struct Row {
    when: String,
    href: String,
    company: Shown,
    title: Shown,
    equipment: String,
    /// Blank where nobody said.
    watts: String,
    space: String,
    contact: String,
    email: String,
    confirmed: bool,
}

impl Row {
    fn of(demand: &Demand, edition: &Edition, ui: &Ui) -> Self {
        let (needs, lang) = (&demand.needs, ui.lang);
        Self {
            when: time::span(lang, demand.time.start(), demand.time.end(), &edition.zone),
            href: address(edition, &format!("/programme/{}", demand.session)),
            company: Shown::of(&needs.company, lang),
            title: Shown::of(&demand.title, lang),
            equipment: equipment(needs, ui),
            watts: needs.watts.map(|watts| ui.t1("demo-watts-many", "watts", watts)).unwrap_or_default(),
            space: needs
                .square_metres
                .map(|metres| ui.t1("demo-square-metres-many", "metres", metres))
                .unwrap_or_default(),
            contact: demand.contact.as_ref().map(|who| called(who, lang)).unwrap_or_default(),
            email: demand.contact.as_ref().and_then(address_of).unwrap_or_default(),
            confirmed: needs.answer == Answer::Confirmed,
        }
    }
}

/// What has to be there, and what is said of it.
fn equipment(needs: &DemoNeeds, ui: &Ui) -> String {
    let said = needs.equipment.as_ref().map(|prose| prose.as_str().to_owned());
    let lines: Vec<String> = named(&needs.facilities, ui).into_iter().chain(said).collect();
    lines.join("\n")
}

/// Her assistant where she has one, else she herself.
fn called(who: &Speaker, lang: Lang) -> String {
    who.contact_name.as_ref().map_or_else(|| who.name().display(lang), ToString::to_string)
}

fn address_of(who: &Speaker) -> Option<String> {
    who.contact_email.as_ref().or(who.email.as_ref()).map(|email| email.as_str().to_owned())
}

/// What a half day draws.
struct Total {
    half: String,
    watts: String,
    at_once: String,
}

impl Total {
    fn of(load: &Load, ui: &Ui) -> Self {
        let told = |watts: i32| ui.t1("demo-watts-many", "watts", watts);
        Self { half: half_day(&load.half, ui), watts: told(load.watts), at_once: told(load.at_once) }
    }
}

struct Place {
    id: String,
    name: Shown,
    rows: Vec<Row>,
    totals: Vec<Total>,
}

#[derive(Template)]
#[template(path = "console/programme/power.html")]
struct PowerPage {
    ui: Ui,
    console: Console,
    tabs: Vec<Link>,
    /// What it is a sheet of, and of when, for who holds it on paper.
    edition: Shown,
    made: String,
    places: Vec<Place>,
    unplaced: usize,
    table: String,
}

/// `GET /console/{edition}/programme/power`
pub(in crate::web) async fn show(app: web::Data<App>, at: At<Programme>) -> Result<HttpResponse, Error> {
    let (ui, edition) = (at.signed.ui(), &at.edition);
    let sheet = overview::power_sheet(&mut *app.db.read().await?, &at.proof, edition).await?;
    let place = |place: &PlaceSheet| Place {
        id: place.room.slug.to_string(),
        name: Shown::of(&place.room.name, ui.lang),
        rows: place.demands.iter().map(|one| Row::of(one, edition, &ui)).collect(),
        totals: place.loads.iter().map(|load| Total::of(load, &ui)).collect(),
    };
    let shown = PowerPage {
        console: Console::of(edition, &at.signed, RoomName::Programme),
        tabs: Tab::Power.all(edition, &ui),
        edition: Shown::of(&edition.name, ui.lang),
        made: time::moment_with_zone(ui.lang, Moment::now(), &edition.zone),
        places: sheet.places.iter().map(place).collect(),
        unplaced: sheet.unplaced,
        table: address(edition, "/programme/power.csv"),
        ui,
    };
    page(StatusCode::OK, &shown)
}

/// The heads of the table's columns.
const COLUMNS: [&str; 11] = [
    "venue-place",
    "venue-starts",
    "venue-ends",
    "venue-company",
    "venue-demo",
    "venue-equipment",
    "venue-watts",
    "venue-metres",
    "venue-contact",
    "venue-email",
    "venue-state",
];

/// `GET /console/{edition}/programme/power.csv`: a row for each demo in each place.
pub(in crate::web) async fn export(app: web::Data<App>, at: At<Programme>) -> Result<HttpResponse, Error> {
    let (ui, edition) = (at.signed.ui(), &at.edition);
    let sheet = overview::power_sheet(&mut *app.db.read().await?, &at.proof, edition).await?;
    let mut bytes = csv::head(&COLUMNS.map(|column| ui.t(column)));
    for place in &sheet.places {
        let rows = place.demands.iter().map(|one| cells(place, one, edition, &ui));
        bytes.extend(rows.flat_map(|cells| csv::row(&cells)));
    }
    Ok(table(&format!("power-{}.csv", edition.slug), bytes))
}

/// Numbers stand without their units, for spreadsheets that add.
fn cells(place: &PlaceSheet, demand: &Demand, edition: &Edition, ui: &Ui) -> [String; COLUMNS.len()] {
    let row = Row::of(demand, edition, ui);
    let wall = |moment| edition.zone.at(moment).strftime("%Y-%m-%d %H:%M").to_string();
    let number = |given: Option<i32>| given.map(|number| number.to_string()).unwrap_or_default();
    [
        place.room.name.pick(ui.lang).text.to_owned(),
        wall(demand.time.start()),
        wall(demand.time.end()),
        row.company.text,
        row.title.text,
        row.equipment,
        number(demand.needs.watts),
        number(demand.needs.square_metres),
        row.contact,
        row.email,
        ui.t(if row.confirmed { "venue-confirmed" } else { "venue-unconfirmed" }),
    ]
}
