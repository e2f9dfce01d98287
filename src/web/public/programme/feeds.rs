//! The programme for apps and spreadsheets. Any page of any origin may read it.

use actix_web::{HttpRequest, HttpResponse, web};

use super::{super::reader::Reader, card::person, released};
use crate::{
    error::Error,
    formats::{
        csv,
        schedule::{self, Schedule},
    },
    http::App,
    overview::{PublicSnapshot, exchanged},
    values::Lang,
};

/// The media type of CSV in our encoding (RFC 7111 section 5.1).
const CSV: &str = "text/csv; charset=utf-8";

/// `GET /{lang}/{edition}/schedule.xml`
pub(in crate::web) async fn xml(
    app: web::Data<App>,
    request: HttpRequest,
    reader: Reader,
) -> Result<HttpResponse, Error> {
    let Reader { lang, snapshot } = reader;
    let kind = ("schedule.xml", schedule::XML_MEDIA_TYPE);
    app.pages.file(&request, &snapshot, lang, kind, |snapshot, lang| exchange(&app, snapshot, lang)?.to_xml())
}

/// `GET /{lang}/{edition}/schedule.json`
pub(in crate::web) async fn json(
    app: web::Data<App>,
    request: HttpRequest,
    reader: Reader,
) -> Result<HttpResponse, Error> {
    let Reader { lang, snapshot } = reader;
    let kind = ("schedule.json", schedule::JSON_MEDIA_TYPE);
    app.pages
        .file(&request, &snapshot, lang, kind, |snapshot, lang| exchange(&app, snapshot, lang)?.to_json())
}

fn exchange(app: &App, snapshot: &PublicSnapshot, lang: Lang) -> Result<Schedule, Error> {
    exchanged(snapshot, lang, &app.config.base_url).ok_or(Error::NotFound)
}

/// `GET /{lang}/{edition}/programme.csv`
pub(in crate::web) async fn table(
    app: web::Data<App>,
    request: HttpRequest,
    reader: Reader,
) -> Result<HttpResponse, Error> {
    let Reader { lang, snapshot } = reader;
    app.pages.file(&request, &snapshot, lang, ("programme.csv", CSV), rows)
}

fn rows(snapshot: &PublicSnapshot, lang: Lang) -> Result<String, Error> {
    let (edition, programme) = (snapshot.edition(), released(snapshot)?);
    let columns =
        ["id", "starts_at", "ends_at", "room", "track", "title", "company", "speakers", "spoken", "abstract"];
    let mut bytes = csv::head(&columns);
    for session in programme.taking_place() {
        let listed = &session.released.listed;
        let wall = |moment| edition.zone.at(moment).strftime("%Y-%m-%d %H:%M").to_string();
        let rooms: Vec<&str> = programme.rooms_of(session).map(|room| room.name.pick(lang).text).collect();
        let people = listed.people.iter().filter_map(|(who, _)| programme.speaker(*who));
        let people: Vec<String> = people.map(|one| person(edition, one, false, lang).name.text).collect();
        let spoken: Vec<&str> = listed.spoken.iter().map(|spoken| spoken.as_str()).collect();
        bytes.extend(csv::row(&[
            session.id.to_string().as_str(),
            &wall(listed.time.start()),
            &wall(listed.time.end()),
            &rooms.join(" / "),
            programme.track_of(session).map_or("", |track| track.name.pick(lang).text),
            listed.title.pick(lang).text,
            programme.shown_in(session).map_or("", |shown| shown.company.name.pick(lang).text),
            &people.join(" / "),
            &spoken.join(" "),
            listed.r#abstract.as_ref().map_or("", |text| text.pick(lang).text),
        ]));
    }
    String::from_utf8(bytes).map_err(Error::internal)
}
