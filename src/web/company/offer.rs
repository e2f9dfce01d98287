//! Answering whether to act for a company, as a colleague asked.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web};
use askama::Template;

use super::done;
use crate::{
    companies,
    error::Error,
    http::{App, Asker, Form, FormData, Shown, Ui, guard::unlinked, page},
    web::account::{begin, user_agent},
};

#[derive(Template)]
#[template(path = "company/offer.html")]
struct OfferPage {
    ui: Ui,
    form: Form,
    company: Shown,
    email: String,
    known: bool,
    action: String,
}

#[derive(Template)]
#[template(path = "company/declined.html")]
struct DeclinedPage {
    ui: Ui,
}

async fn draw(
    app: &App,
    asker: &Asker,
    token: &str,
    form: Form,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let offer = companies::offer(&mut *app.db.read().await?, &app.keys, token).await?;
    let shown = OfferPage {
        ui: Ui::anonymous(asker.lang, &asker.path),
        company: Shown::of(&offer.company.name, asker.lang),
        email: offer.invitation.email.as_str().to_owned(),
        known: offer.known,
        action: format!("/company/{token}"),
        form,
    };
    Ok(unlinked(page(status, &shown)?))
}

/// `GET /company/{token}`: says what is asked, changes nothing.
pub(in crate::web) async fn show(
    app: web::Data<App>,
    asker: Asker,
    token: web::Path<String>,
) -> Result<HttpResponse, Error> {
    draw(&app, &asker, &token, Form::default(), StatusCode::OK).await
}

/// `POST /company/{token}/accept`
pub(in crate::web) async fn accept(
    app: web::Data<App>,
    request: HttpRequest,
    asker: Asker,
    token: web::Path<String>,
    typed: FormData,
) -> Result<HttpResponse, Error> {
    let (visitor, agent, name) = (asker.visitor(), user_agent(&request), typed.one("name").to_owned());
    let verb = async |tx: &mut crate::db::Tx| {
        companies::accept(tx, &visitor, &app.keys, (&token, &name), agent).await
    };
    match app.db.transaction(verb).await {
        Ok((company, session)) => Ok(unlinked(begin(&app, &session, &done(asker.lang, company, "joined"))?)),
        Err(Error::Invalid(errors)) => {
            let form = Form::refused(typed, &errors, asker.lang);
            draw(&app, &asker, &token, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(other) => Err(other),
    }
}

/// `POST /company/{token}/decline`
pub(in crate::web) async fn decline(
    app: web::Data<App>,
    asker: Asker,
    token: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let visitor = asker.visitor();
    app.db.transaction(async |tx| companies::decline(tx, &visitor, &app.keys, &token).await).await?;
    Ok(unlinked(page(StatusCode::OK, &DeclinedPage { ui: Ui::anonymous(asker.lang, &asker.path) })?))
}
