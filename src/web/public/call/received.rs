//! After beginning: kept, under which address, what comes next. The same for everybody.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{super::views::Site, At, opened, place, show::CallPage, with_code};
use crate::{
    error::Error,
    http::{App, Asker, Form, FormData, Shown, Ui, page, page::see_other},
    submissions,
    values::Email,
    web::public::received::{remember, remembered},
};

#[derive(Template)]
#[template(path = "public/call/received.html")]
struct KeptPage {
    ui: Ui,
    site: Site,
    name: Shown,
    email: String,
    resent: bool,
    again: String,
    back: String,
}

/// `GET /{lang}/{edition}/calls/{slug}/received`; without the cookie, the call's own page is the way on.
pub(in crate::web) async fn show(
    app: web::Data<App>,
    request: HttpRequest,
    asker: Asker,
    at: At,
) -> Result<HttpResponse, Error> {
    let query = asker.query()?;
    let (edition, form) = opened(&app, &at, query.one("code")).await?;
    let path = |page: &str| with_code(place(&edition, at.0, &form.call) + page, query.one("code"));
    let Some(email) = remembered(&app, &request) else { return Ok(see_other(path(""))) };
    let ui = Ui::anonymous(at.0, asker.path.as_str());
    let shown = KeptPage {
        site: Site::of(&edition, &ui, ""),
        name: Shown::of(&form.call.name, at.0),
        email: email.as_str().to_owned(),
        resent: query.ticked("resent"),
        again: path("/send-again"),
        back: path(""),
        ui,
    };
    page(StatusCode::OK, &shown)
}

/// `POST /{lang}/{edition}/calls/{slug}/send-again`: the address comes from a form that asks for it, or from the cookie.
pub(in crate::web) async fn send_again(
    app: web::Data<App>,
    request: HttpRequest,
    asker: Asker,
    at: At,
    typed: FormData,
) -> Result<HttpResponse, Error> {
    let code = asker.query()?.one("code").to_owned();
    let (edition, form) = opened(&app, &at, &code).await?;
    let known = remembered(&app, &request).filter(|_| typed.one("address").is_empty());
    let outcome = async {
        let email = match known {
            Some(email) => email,
            None => Email::parse(typed.one("address")).map_err(|reason| Error::field("address", reason))?,
        };
        let visitor = asker.visitor();
        app.db
            .transaction(async |tx| submissions::send_again(tx, &visitor, &form.call, &email).await)
            .await?;
        Ok(email)
    };
    match outcome.await {
        Ok(email) => {
            let done = with_code(format!("{}/received", place(&edition, at.0, &form.call)), &code);
            let mark = if code.is_empty() { '?' } else { '&' };
            Ok(remember(&app, format!("{done}{mark}resent=yes"), &email))
        }
        Err(error) => {
            let (again, status) = Form::after(typed, error, at.0)?;
            page(status, &CallPage::of(&edition, &form, Form::default(), at.0, &code).with_again(again))
        }
    }
}
