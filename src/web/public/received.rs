//! After registering: received, at which address, what comes next. The same for everybody.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{
    manage,
    reader::Reader,
    side_event,
    views::{Site, address},
};
use crate::{
    editions::{Edition, SideEvent},
    error::Error,
    http::{App, Asker, Form, FormData, Ui, cookies::Jar, page, page::see_other},
    overview::PublicSnapshot,
    registrations,
    values::{Email, Lang, text},
};

/// Remembers, in this browser only, which address was just typed.
const COOKIE: &str = "received";
const SECONDS: i64 = 1_800;
/// Which side event's form led here, in the query; without it the forum's did.
const FOR: &str = "for";

#[derive(Template)]
#[template(path = "public/received.html")]
struct ReceivedPage {
    ui: Ui,
    site: Site,
    draft: String,
    email: String,
    resent: bool,
    fix: String,
    resend: String,
    token: String,
    another: String,
}

/// On to the page, with the address in a cookie, so that going back or reloading sends nothing again.
pub(super) fn after(
    app: &App,
    edition: &Edition,
    event: Option<&SideEvent>,
    lang: Lang,
    email: &Email,
) -> HttpResponse {
    remember(app, address(edition, lang, &format!("/received{}", query("?", event))), email)
}

/// What names a side event in an address, behind `mark`; nothing for the forum.
fn query(mark: &str, event: Option<&SideEvent>) -> String {
    event.map(|event| format!("{mark}{FOR}={}", event.slug)).unwrap_or_default()
}

/// Under which name a browser keeps what was typed into the form of the forum, or of a side event.
pub(super) fn draft(edition: &Edition, event: Option<&SideEvent>) -> String {
    let of = event.map(|event| format!("-{}", event.slug)).unwrap_or_default();
    format!("register-{}{of}", edition.slug)
}

/// The side event that the page's address names, if the public sees it.
fn named<'a>(snapshot: &'a PublicSnapshot, asker: &Asker) -> Result<Option<&'a SideEvent>, Error> {
    Ok(side_event::found(snapshot, asker.query()?.one(FOR)).ok())
}

/// On to `location`, with the address in a cookie.
pub(super) fn remember(app: &App, location: String, email: &Email) -> HttpResponse {
    let mut answer = see_other(location);
    let value = data_encoding::BASE64URL_NOPAD.encode(email.as_str().as_bytes());
    let cookie = Jar::of(app).secret(COOKIE, value, Some(SECONDS));
    if let Err(error) = answer.add_cookie(&cookie) {
        tracing::warn!(%error, "the received page will not know the address");
    }
    answer
}

/// The address that this browser typed last.
pub(super) fn remembered(app: &App, request: &HttpRequest) -> Option<Email> {
    let value = Jar::of(app).read(request, COOKIE)?;
    let bytes = data_encoding::BASE64URL_NOPAD.decode(value.as_bytes()).ok()?;
    Email::parse(std::str::from_utf8(&bytes).ok()?).ok()
}

/// `GET /{lang}/{edition}/received`; without the cookie, back to the form.
pub(in crate::web) async fn show(
    app: web::Data<App>,
    request: HttpRequest,
    asker: Asker,
    reader: Reader,
) -> Result<HttpResponse, Error> {
    let Reader { lang, snapshot } = reader;
    let (edition, ui) = (snapshot.edition(), Ui::anonymous(lang, &asker.path));
    let event = named(&snapshot, &asker)?;
    let below = event.map(|event| format!("/side-events/{}", event.slug)).unwrap_or_default();
    let form = address(edition, lang, &format!("{below}/register"));
    let Some(email) = remembered(&app, &request) else { return Ok(see_other(form)) };
    let with_email =
        form_urlencoded::Serializer::new(String::new()).append_pair("email", email.as_str()).finish();
    let filled = format!("{form}?{with_email}");
    let page_shown = ReceivedPage {
        site: Site::around(&snapshot, &ui, ""),
        draft: draft(edition, event),
        email: email.as_str().to_owned(),
        resent: asker.path.contains("?resent"),
        fix: form,
        resend: address(edition, lang, &format!("/send-again{}", query("?", event))),
        token: String::new(),
        another: filled,
        ui,
    };
    page(StatusCode::OK, &page_shown)
}

/// `POST /{lang}/{edition}/send-again`: the address comes from a form that asks for it, else from the cookie.
pub(in crate::web) async fn send_again(
    app: web::Data<App>,
    request: HttpRequest,
    asker: Asker,
    reader: Reader,
    typed: FormData,
) -> Result<HttpResponse, Error> {
    let Reader { lang, snapshot } = reader;
    let email = match remembered(&app, &request) {
        Some(email) if text::is_blank(typed.one("email")) => email,
        _ => match Email::parse(typed.one("email")) {
            Ok(email) => email,
            Err(reason) => {
                let again = Form::after(typed, Error::field("email", reason), lang)?;
                return manage::no_link(&snapshot, lang, again);
            }
        },
    };
    let visitor = asker.visitor();
    app.db
        .transaction(async |tx| registrations::send_again(tx, &visitor, snapshot.edition().id, &email).await)
        .await?;
    let page = format!("/received?resent{}", query("&", named(&snapshot, &asker)?));
    Ok(remember(&app, address(snapshot.edition(), lang, &page), &email))
}
