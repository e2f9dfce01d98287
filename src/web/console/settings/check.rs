//! Before publication: what lacks a language, what is missing altogether; and the buttons themselves.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{
    super::{
        frame::{Console, RoomName, address},
        news::News,
    },
    tabs::Tab,
};
use crate::{
    accounts::proofs::Organiser,
    editions::{self, Edition, EditionState, Missing},
    error::{Error, FieldError},
    http::{App, At, Shown, SignedForm, Ui, page, page::see_other},
    i18n, overview,
    values::{Lang, Moment},
    web::public::views::Link,
};

/// A text that readers of some languages would miss, and where it is written.
struct Gap {
    href: String,
    what: String,
    of: Option<Shown>,
    langs: Vec<Shown>,
}

#[derive(Template)]
#[template(path = "console/settings/check.html")]
struct CheckPage {
    ui: Ui,
    console: Console,
    tabs: Vec<Link>,
    news: Option<News>,
    state: &'static str,
    needed: Vec<Link>,
    gaps: Vec<Gap>,
    publish: Option<String>,
    archive: Option<String>,
    public: String,
}

/// `GET /console/{edition}/settings/languages`
pub(in crate::web) async fn show(app: web::Data<App>, at: At<Organiser>) -> Result<HttpResponse, Error> {
    let news = News::done(&at.signed);
    draw(&app, &at, news, Vec::new(), StatusCode::OK).await
}

async fn draw(
    app: &App,
    at: &At<Organiser>,
    news: Option<News>,
    needed: Vec<Link>,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let (ui, edition) = (at.signed.ui(), &at.edition);
    let missing = overview::missing_texts(&mut *app.db.read().await?, &(&at.proof).into()).await?;
    let act = |name: &str, possible: bool| possible.then(|| address(edition, &format!("/settings/{name}")));
    let shown = CheckPage {
        console: Console::of(edition, &at.signed, RoomName::Settings),
        tabs: Tab::Check.all(edition, &ui),
        news,
        state: edition.state.as_str(),
        needed,
        gaps: missing.iter().map(|missing| Gap::of(missing, edition, &ui)).collect(),
        publish: act("publish", edition.state != EditionState::Published),
        archive: act("archive", edition.state == EditionState::Published),
        public: format!("/{}/{}", ui.lang, edition.slug),
        ui,
    };
    page(status, &shown)
}

/// `POST /console/{edition}/settings/publish`
pub(in crate::web) async fn publish(
    app: web::Data<App>,
    at: At<Organiser>,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    let publish = app.db.transaction(async |tx| editions::publish(tx, &at.proof, Moment::now()).await);
    match publish.await {
        Ok(edition) => Ok(see_other(address(&edition, "/settings/languages?done=published"))),
        Err(Error::Invalid(errors)) => {
            let needed = errors.iter().map(|error| needed(error, &at)).collect();
            draw(&app, &at, None, needed, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(other) => refused(&app, &at, other).await,
    }
}

/// `POST /console/{edition}/settings/archive`
pub(in crate::web) async fn archive(
    app: web::Data<App>,
    at: At<Organiser>,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    match app.db.transaction(async |tx| editions::archive(tx, &at.proof).await).await {
        Ok(edition) => Ok(see_other(address(&edition, "/settings/languages?done=archived"))),
        Err(other) => refused(&app, &at, other).await,
    }
}

async fn refused(app: &App, at: &At<Organiser>, error: Error) -> Result<HttpResponse, Error> {
    let news = News::refused(error, at.signed.asker.lang)?;
    draw(app, at, Some(news), Vec::new(), StatusCode::CONFLICT).await
}

/// Something that readers can't do without, and where to write it.
fn needed(error: &FieldError, at: &At<Organiser>) -> Link {
    let lang = at.signed.asker.lang;
    let (page, what) = match error.field.strip_prefix("consent_texts.") {
        Some(kind) => (format!("/settings/consent-texts/{kind}"), format!("consent-{kind}")),
        None => (format!("/settings#f-{}", error.field), format!("edition-field-{}", error.field)),
    };
    let label = format!("{}: {}", i18n::text(lang, &what), i18n::reason(lang, &error.reason));
    Link { href: address(&at.edition, &page), label, current: false }
}

impl Gap {
    fn of(missing: &Missing, edition: &Edition, ui: &Ui) -> Self {
        let row = missing.row.map(|row| format!("/{row}")).unwrap_or_default();
        let (page, what) = match missing.kind {
            "track" => (format!("/settings/tracks{row}"), "settings-track"),
            "room" => (format!("/settings/rooms{row}"), "settings-room"),
            "partner" => (format!("/settings/partners{row}"), "settings-partner"),
            "side_event" => (format!("/settings/side-events{row}"), "settings-side-event"),
            "consent_text" => ("/settings/consent-texts".to_owned(), "settings-consent"),
            "call" => (format!("/calls{row}"), "settings-call"),
            "question" => (format!("/questions{row}"), "settings-question"),
            "registration_type" => (format!("/places/registration-types{row}"), "settings-type"),
            _ => (format!("/settings#f-{}", missing.field), "settings-edition"),
        };
        let field = ui.t(&format!("text-{}", missing.field));
        let tongue = |lang: &Lang| Shown::plain(lang.autonym(), *lang);
        Self {
            href: address(edition, &page),
            what: ui.t2("settings-gap", "what", ui.t(what), "field", field),
            of: Shown::maybe(missing.of.as_ref(), ui.lang),
            langs: missing.langs.iter().map(tongue).collect(),
        }
    }
}
