//! Signing in by mail: a link to press, and six digits to type where one began, since the mail's
//! browser and hers share no cookies.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{begin, sign_in::again, user_agent};
use crate::{
    accounts::{self, MAIL_MINUTES, SignIn},
    error::Error,
    http::{App, Asker, Form, FormData, Ui, cookies::Jar, guard::unlinked, language, page, page::see_other},
    values::{Email, Id},
};

/// Remembers which sign-in this browser asked for; says nothing about whether there is such an account.
const COOKIE: &str = "sign-in";

#[derive(Template)]
#[template(path = "account/code.html")]
struct CodePage {
    ui: Ui,
    form: Form,
    minutes: i64,
}

#[derive(Template)]
#[template(path = "account/link.html")]
struct LinkPage {
    ui: Ui,
    name: String,
    email: String,
    action: String,
}

/// `POST /sign-in/mail`: the answer is the same for every address.
pub(in crate::web) async fn ask(
    app: web::Data<App>,
    asker: Asker,
    typed: FormData,
) -> Result<HttpResponse, Error> {
    let email = match Email::parse(typed.one("email")) {
        Ok(email) => email,
        Err(reason) => return again(&asker, typed, Error::field("email", reason)),
    };
    let visitor = asker.visitor();
    let verb =
        async |tx: &mut crate::db::Tx| accounts::request_sign_in(tx, &visitor, &email, asker.lang).await;
    asked(&app, app.db.transaction(verb).await?, typed.one("next"))
}

/// On to where the code is typed, in the browser that asked for it.
pub(super) fn asked(app: &App, id: Id<SignIn>, next: &str) -> Result<HttpResponse, Error> {
    let next = form_urlencoded::Serializer::new(String::new()).append_pair("next", next).finish();
    let mut answer = see_other(format!("/sign-in/code?{next}"));
    let cookie = Jar::of(app).secret(COOKIE, id.to_string(), Some(MAIL_MINUTES * 60));
    answer.add_cookie(&cookie).map_err(Error::internal)?;
    Ok(answer)
}

/// `GET /sign-in/code`
pub(in crate::web) async fn show(asker: Asker) -> Result<HttpResponse, Error> {
    let query = asker.path.split_once('?').map_or("", |(_, query)| query);
    let form = Form::filled(FormData::decode(query.as_bytes())?);
    page(
        StatusCode::OK,
        &CodePage { ui: Ui::anonymous(asker.lang, &asker.path), form, minutes: MAIL_MINUTES },
    )
}

/// `POST /sign-in/code`
pub(in crate::web) async fn submit(
    app: web::Data<App>,
    request: HttpRequest,
    asker: Asker,
    typed: FormData,
) -> Result<HttpResponse, Error> {
    // Who lost the cookie types against an id that nobody has, and learns no more than who mistypes.
    let id: Option<Id<SignIn>> = Jar::of(&app).read(&request, COOKIE).and_then(|id| id.parse().ok());
    let (id, agent) = (id.unwrap_or_else(Id::fresh), user_agent(&request));
    let code = typed.one("code");
    match accounts::redeem_code(&app.db, &asker.visitor(), &app.keys, id, code, agent).await {
        Ok(session) => {
            let mut answer = begin(&app, &session, typed.one("next"))?;
            answer.add_cookie(&Jar::of(&app).gone(COOKIE)).map_err(Error::internal)?;
            Ok(answer)
        }
        Err(error) => {
            let (form, status) = Form::after(typed, error, asker.lang)?;
            let ui = Ui::anonymous(asker.lang, &asker.path);
            page(status, &CodePage { ui, form, minutes: MAIL_MINUTES })
        }
    }
}

/// `GET /in/{token}`: names the account, changes nothing.
pub(in crate::web) async fn link(
    app: web::Data<App>,
    request: HttpRequest,
    token: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let account = accounts::link_account(&mut *app.db.read().await?, &app.keys, &token).await?;
    let shown = LinkPage {
        ui: Ui::anonymous(language::of_owner(&request, account.lang), Asker::of(&request).path),
        name: account.name,
        email: account.email.as_str().to_owned(),
        action: format!("/in/{token}"),
    };
    Ok(unlinked(page(StatusCode::OK, &shown)?))
}

/// `POST /in/{token}`
pub(in crate::web) async fn press(
    app: web::Data<App>,
    request: HttpRequest,
    asker: Asker,
    token: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let (visitor, agent) = (asker.visitor(), user_agent(&request));
    let verb =
        async |tx: &mut crate::db::Tx| accounts::redeem_link(tx, &visitor, &app.keys, &token, agent).await;
    let session = app.db.transaction(verb).await?;
    Ok(unlinked(begin(&app, &session, "/console")?))
}
