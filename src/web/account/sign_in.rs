//! Signing in with a password, and signing out.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{begin, user_agent};
use crate::{
    accounts::{self, SignInFields},
    error::Error,
    http::{
        App, Asker, Form, FormData, Own, SignedForm, Ui, cookies::Jar, page, page::see_other,
        session::SESSION_COOKIE,
    },
};

#[derive(Template)]
#[template(path = "account/sign-in.html")]
struct SignInPage {
    ui: Ui,
    form: Form,
}

/// `GET /sign-in`; `next` in the query says where to go on.
pub(in crate::web) async fn show(asker: Asker) -> Result<HttpResponse, Error> {
    let query = asker.path.split_once('?').map_or("", |(_, query)| query);
    let form = Form::filled(FormData::decode(query.as_bytes())?);
    page(StatusCode::OK, &SignInPage { ui: Ui::anonymous(asker.lang, &asker.path), form })
}

/// `POST /sign-in`
pub(in crate::web) async fn submit(
    app: web::Data<App>,
    request: HttpRequest,
    asker: Asker,
    typed: FormData,
) -> Result<HttpResponse, Error> {
    let fields =
        SignInFields { email: typed.one("email").to_owned(), password: typed.one("password").to_owned() };
    let agent = user_agent(&request);
    match accounts::sign_in_with_password(&app.db, &asker.visitor(), &app.passwords, fields, agent).await {
        Ok(session) => begin(&app, &session, typed.one("next")),
        Err(error) => again(&asker, typed, error),
    }
}

/// The page with what was typed, and why that was refused.
pub(super) fn again(asker: &Asker, typed: FormData, error: Error) -> Result<HttpResponse, Error> {
    let (form, status) = Form::after(typed, error, asker.lang)?;
    page(status, &SignInPage { ui: Ui::anonymous(asker.lang, "/sign-in"), form })
}

/// `POST /sign-out`
pub(in crate::web) async fn out(app: web::Data<App>, own: Own, _: SignedForm) -> Result<HttpResponse, Error> {
    app.db.transaction(async |tx| accounts::sign_out(tx, &own.proof).await).await?;
    let mut answer = see_other("/sign-in");
    answer.add_cookie(&Jar::of(&app).gone(SESSION_COOKIE)).map_err(Error::internal)?;
    Ok(answer)
}
