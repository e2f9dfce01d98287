//! One account: its roles, where it is signed in, and what an admin may do about it.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::super::{
    clock::Clock,
    frame::{Console, SiteRoom},
    news::News,
    team::{Person, roles},
};
use crate::{
    accounts::{self, Account, Manager},
    editions,
    error::Error,
    http::{App, AsAdmin, Form, Ui, page},
    values::Id,
    web::{
        account::{SessionRow, edition_choice},
        public::views::Choice,
    },
};

#[derive(Template)]
#[template(path = "console/site/account.html")]
struct AccountPage {
    ui: Ui,
    console: Console,
    news: Option<News>,
    home: String,
    person: Person,
    lang: &'static str,
    made: String,
    since: Option<String>,
    sessions: Vec<SessionRow>,
    form: Form,
    roles: Vec<Choice>,
    editions: Vec<Choice>,
    zone: String,
}

/// The address of somebody's page.
pub(super) fn address(id: Id<Account>) -> String {
    format!("/console/site/accounts/{id}")
}

/// `GET /console/site/accounts/{id}`
pub(in crate::web) async fn show(
    app: web::Data<App>,
    admin: AsAdmin,
    id: web::Path<Id<Account>>,
) -> Result<HttpResponse, Error> {
    let news = News::done(&admin.signed);
    draw(&app, &admin, *id, Form::default(), news, StatusCode::OK).await
}

/// The page around a form for one more role, after `status`.
pub(super) async fn draw(
    app: &App,
    admin: &AsAdmin,
    id: Id<Account>,
    form: Form,
    news: Option<News>,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let (ui, mut conn, home) = (admin.signed.ui(), app.db.read().await?, address(id));
    let member = accounts::staff_member(&mut conn, Manager::Admin(&admin.proof), id).await?;
    let editions = editions::mine(&mut conn, admin.signed.authority.roles()).await?;
    let sessions = accounts::sessions_of_account(&mut conn, &admin.proof, id).await?;
    let clock = Clock::of_site(&mut conn, ui.lang).await?;
    let shown = AccountPage {
        console: Console::of_site(&admin.signed, SiteRoom::Accounts),
        news,
        person: Person::of(&member, &editions, &format!("{home}/roles"), &ui)?,
        lang: member.account.lang.autonym(),
        made: clock.tell(member.account.created_at),
        since: clock.maybe(member.account.suspended_at),
        sessions: sessions.iter().map(|session| SessionRow::of_somebody(session, &clock, &ui)).collect(),
        form,
        roles: roles(true, &ui),
        editions: editions.iter().map(|edition| edition_choice(edition, &ui)).collect(),
        zone: clock.zone(),
        home,
        ui,
    };
    page(status, &shown)
}
