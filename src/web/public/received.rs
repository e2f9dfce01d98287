//! After registering: received, at which address, what comes next. The same for everybody.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{
    reader::Reader,
    views::{Site, address},
};
use crate::{
    editions::Edition,
    error::Error,
    http::{App, Asker, FormData, Ui, cookies::Jar, page, page::see_other},
    registrations,
    values::{Email, Lang, text},
};

/// Remembers, in this browser only, which address was just typed.
const COOKIE: &str = "received";
const SECONDS: i64 = 1_800;

#[derive(Template)]
#[template(path = "public/received.html")]
struct ReceivedPage {
    ui: Ui,
    site: Site,
    edition: String,
    email: String,
    resent: bool,
    fix: String,
    resend: String,
    token: String,
    another: String,
}

/// On to the page, with the address in a cookie, so that going back or reloading sends nothing again.
pub(super) fn after(app: &App, edition: &Edition, lang: Lang, email: &Email) -> HttpResponse {
    remember(app, address(edition, lang, "/received"), email)
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
    let form = address(edition, lang, "/register");
    let Some(email) = remembered(&app, &request) else { return Ok(see_other(form)) };
    let with_email =
        form_urlencoded::Serializer::new(String::new()).append_pair("email", email.as_str()).finish();
    let filled = format!("{form}?{with_email}");
    let page_shown = ReceivedPage {
        site: Site::of(edition, &ui, ""),
        edition: edition.slug.as_str().to_owned(),
        email: email.as_str().to_owned(),
        resent: asker.path.ends_with("?resent"),
        fix: form,
        resend: address(edition, lang, "/send-again"),
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
        _ => Email::parse(typed.one("email")).map_err(|reason| Error::field("email", reason))?,
    };
    let visitor = asker.visitor();
    app.db
        .transaction(async |tx| registrations::send_again(tx, &visitor, snapshot.edition().id, &email).await)
        .await?;
    Ok(remember(&app, format!("{}?resent", address(snapshot.edition(), lang, "/received")), &email))
}
