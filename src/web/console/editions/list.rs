//! Every edition that one holds a role in; where a sign-in leads.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::super::frame::{Console, SiteRoom, address};
use crate::{
    accounts::{Access, Role},
    editions::{self, Edition},
    error::Error,
    http::{App, Own, Shown, Ui, page, page::see_other},
    values::time,
};

struct Row {
    href: String,
    name: Shown,
    number: i32,
    state: &'static str,
    when: String,
}

#[derive(Template)]
#[template(path = "console/editions/list.html")]
struct ListPage {
    ui: Ui,
    console: Console,
    rows: Vec<Row>,
    may_make: bool,
}

/// `GET /console`
pub(in crate::web) async fn show(app: web::Data<App>, own: Own) -> Result<HttpResponse, Error> {
    // Whoever works in no edition signed in for her company.
    if own.signed.authority.roles().is_empty() {
        return Ok(see_other(format!("/{}/account/companies", own.signed.asker.lang)));
    }
    let editions = editions::mine(&mut *app.db.read().await?, own.signed.authority.roles()).await?;
    let ui = own.signed.ui();
    let shown = ListPage {
        console: Console::of_site(&own.signed, SiteRoom::Editions),
        rows: editions.iter().map(|edition| row(edition, &ui)).collect(),
        may_make: own.signed.authority.may(Role::Admin, None, Access::Write),
        ui,
    };
    page(StatusCode::OK, &shown)
}

fn row(edition: &Edition, ui: &Ui) -> Row {
    let day = |moment| edition.zone.at(moment).date();
    Row {
        href: address(edition, ""),
        name: Shown::of(&edition.name, ui.lang),
        number: edition.number,
        state: edition.state.as_str(),
        when: time::dates(ui.lang, day(edition.starts_at), day(edition.ends_at)),
    }
}
