//! Those who take part: all of them, and each with what she does.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web};
use askama::Template;
use url::Url;

use super::{
    super::{
        reader::Reader,
        views::{Marked, Site, address},
    },
    card::{Cards, Person, person},
    list::{Day, by_day},
    released,
    session::performer,
    starred,
};
use crate::{
    error::Error,
    files::FileId,
    formats::json_ld,
    http::{App, Ui, download_public, page},
    overview::PublicSnapshot,
    speakers::{PublicSpeaker, Speaker},
    values::{Id, Lang},
};

#[derive(Template)]
#[template(path = "public/programme/speakers.html")]
struct SpeakersPage {
    ui: Ui,
    site: Site,
    people: Vec<Person>,
}

/// `GET /{lang}/{edition}/speakers`
pub(in crate::web) async fn list(
    app: web::Data<App>,
    request: HttpRequest,
    reader: Reader,
) -> Result<HttpResponse, Error> {
    let Reader { lang, snapshot } = reader;
    app.pages.page(&request, &snapshot, lang, "speakers", everybody)
}

/// Everybody with a session that takes place, in the order of protocol.
fn everybody(snapshot: &PublicSnapshot, lang: Lang) -> Result<String, Error> {
    let (edition, programme) = (snapshot.edition(), released(snapshot)?);
    let here = address(edition, lang, "/speakers");
    let ui = Ui::anonymous(lang, here.as_str());
    let on = programme.speakers.iter().filter(|one| programme.sessions_of(one.id).next().is_some());
    let shown = SpeakersPage {
        site: Site::around(snapshot, &ui, &here),
        people: on.map(|one| person(edition, one, false, lang)).collect(),
        ui,
    };
    page::render(&shown)
}

#[derive(Template)]
#[template(path = "public/programme/speaker.html")]
struct SpeakerPage {
    ui: Ui,
    site: Site,
    home: String,
    person: Person,
    about: Option<Marked>,
    days: Vec<Day>,
    calendar: String,
    json_ld: String,
}

/// `GET /{lang}/{edition}/speakers/{speaker}`
pub(in crate::web) async fn show(
    app: web::Data<App>,
    request: HttpRequest,
    reader: Reader,
    at: web::Path<(Lang, String, Id<Speaker>)>,
) -> Result<HttpResponse, Error> {
    let (Reader { lang, snapshot }, id) = (reader, at.2);
    let (edition, programme) = (snapshot.edition(), released(&snapshot)?);
    let speaker = programme.speaker(id).ok_or(Error::NotFound)?;
    let stars = starred::of(&app, &request, edition).await?;
    let cards = Cards { edition, programme, lang, starred: &stars };
    let person = person(edition, speaker, false, lang);
    let ui = Ui::anonymous(lang, person.href.as_str());
    let shown = SpeakerPage {
        site: Site::around(&snapshot, &ui, ""),
        home: address(edition, lang, ""),
        about: Marked::of(speaker.biography.as_ref(), lang, 2),
        days: by_day(&cards, programme.sessions_of(id)),
        calendar: format!("{}/calendar.ics", person.href),
        json_ld: machine_readable(speaker, &person, lang, &app.config.base_url)?,
        person,
        ui,
    };
    page(StatusCode::OK, &shown)
}

fn machine_readable(
    speaker: &PublicSpeaker,
    shown: &Person,
    lang: Lang,
    base: &Url,
) -> Result<String, Error> {
    let full = |path: &str| base.join(path).map_err(Error::internal);
    let photo = shown.photo.as_deref().map(full).transpose()?;
    json_ld::person_script(&json_ld::Profile {
        person: performer(&speaker.name.display(lang), full(&shown.href)?.as_str(), speaker),
        description: speaker.biography.as_ref().map_or("", |text| text.pick(lang).text),
        image: photo.as_ref().map_or("", |url| url.as_str()),
    })
}

/// `GET /{lang}/{edition}/speakers/{speaker}/photo/{file}`; another photo stands at another address.
pub(in crate::web) async fn photo(
    app: web::Data<App>,
    request: HttpRequest,
    reader: Reader,
    at: web::Path<(Lang, String, Id<Speaker>, FileId)>,
) -> Result<HttpResponse, Error> {
    let speaker = released(&reader.snapshot)?.speaker(at.2).ok_or(Error::NotFound)?;
    let photo = speaker.photo.as_ref().filter(|photo| photo.id == at.3).ok_or(Error::NotFound)?;
    download_public(&request, &app.db, photo)
}
