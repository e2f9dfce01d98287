//! One's own account on one page: name and language, password, roles, and where one is signed in.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{super::public::views::Choice, sessions::SessionRow};
use crate::{
    accounts::{self, Account},
    editions,
    error::Error,
    http::{App, Form, Own, Shown, Ui, page},
    values::Lang,
    web::console::{
        clock::Clock,
        frame::{Console, SiteRoom},
        news::News,
        team::Held,
    },
};

#[derive(Template)]
#[template(path = "account/home.html")]
struct HomePage {
    ui: Ui,
    console: Console,
    news: Option<News>,
    email: String,
    profile: Form,
    langs: Vec<Choice>,
    password: Form,
    has_password: bool,
    asks_current: bool,
    roles: Vec<Held>,
    sessions: Vec<SessionRow>,
    zone: String,
}

/// The forms of the page that were sent back; none of them on a first look.
#[derive(Default)]
pub(super) struct Refused {
    pub(super) profile: Option<Form>,
    pub(super) password: Option<Form>,
}

/// `GET /account`
pub(in crate::web) async fn show(app: web::Data<App>, own: Own) -> Result<HttpResponse, Error> {
    draw(&app, &own, Refused::default(), StatusCode::OK).await
}

pub(super) async fn draw(
    app: &App,
    own: &Own,
    refused: Refused,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let (ui, mut conn) = (own.signed.ui(), app.db.read().await?);
    let account = accounts::own(&mut conn, &own.proof).await?;
    let roles = own.signed.authority.roles();
    let editions = editions::mine(&mut conn, roles).await?;
    let sessions = accounts::sessions_of(&mut conn, &own.proof).await?;
    let clock = Clock::of_site(&mut conn, ui.lang).await?;
    let shown = HomePage {
        console: Console::of_site(&own.signed, SiteRoom::Account),
        news: News::done(&own.signed),
        email: account.email.as_str().to_owned(),
        profile: refused.profile.unwrap_or_else(|| stored(&account)),
        langs: langs(),
        password: refused.password.unwrap_or_default(),
        has_password: account.has_password,
        asks_current: accounts::needs_current_password(&mut conn, &own.proof).await?,
        roles: roles.iter().map(|at| Held::of(*at, &editions, &ui)).collect(),
        sessions: sessions.iter().map(|session| SessionRow::of(session, own, &clock, &ui)).collect(),
        zone: clock.zone(),
        ui,
    };
    page(status, &shown)
}

fn stored(account: &Account) -> Form {
    let pairs = [("name", account.name.clone()), ("lang", account.lang.to_string())];
    Form::filled(pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

/// The three languages, each by its own name.
pub(in crate::web) fn langs() -> Vec<Choice> {
    let choice = |lang: &Lang| Choice { value: lang.to_string(), label: Shown::plain(lang.autonym(), *lang) };
    Lang::ALL.iter().map(choice).collect()
}
