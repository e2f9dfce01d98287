//! Every account and its roles.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::super::{
    frame::{Console, SiteRoom},
    team::Person,
};
use crate::{
    accounts::{self, Manager},
    editions,
    error::Error,
    http::{App, AsAdmin, Ui, page},
};

#[derive(Template)]
#[template(path = "console/site/accounts.html")]
struct AccountsPage {
    ui: Ui,
    console: Console,
    people: Vec<Person>,
}

/// `GET /console/site/accounts`
pub(in crate::web) async fn list(app: web::Data<App>, admin: AsAdmin) -> Result<HttpResponse, Error> {
    let (ui, mut conn) = (admin.signed.ui(), app.db.read().await?);
    let staff = accounts::who_has_what(&mut conn, Manager::Admin(&admin.proof)).await?;
    let editions = editions::mine(&mut conn, admin.signed.authority.roles()).await?;
    let people = staff.iter().map(|member| Person::of(member, &editions, "", &ui));
    let shown = AccountsPage {
        console: Console::of_site(&admin.signed, SiteRoom::Accounts),
        people: people.collect::<Result<_, _>>()?,
        ui,
    };
    page(StatusCode::OK, &shown)
}
