//! The addresses that mail does not reach, and trying one again.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::office::Office;
use crate::{
    accounts::proofs::Communications,
    error::Error,
    http::{App, AsAdmin, At, SignedForm, Ui, page, page::see_other},
    mail::Suppression,
    outbox,
    values::{Id, Moment},
    web::console::{frame::Console, news::News},
};

struct Row {
    address: String,
    reason: String,
    said: String,
    since: String,
    /// Its mails.
    mails: String,
    /// POST.
    lift: String,
}

#[derive(Template)]
#[template(path = "console/mail/addresses.html")]
struct AddressesPage {
    ui: Ui,
    console: Console,
    news: Option<News>,
    list: String,
    rows: Vec<Row>,
    zone: String,
}

/// `GET /console/{edition}/mails/addresses`
pub(in crate::web) async fn of_edition(
    app: web::Data<App>,
    at: At<Communications>,
) -> Result<HttpResponse, Error> {
    draw(&app, Office::of_edition(&at)).await
}

/// `GET /console/site/mails/addresses`
pub(in crate::web) async fn of_site(app: web::Data<App>, admin: AsAdmin) -> Result<HttpResponse, Error> {
    draw(&app, Office::of_site(&app, &admin).await?).await
}

/// `POST /console/{edition}/mails/addresses/{id}/lift`
pub(in crate::web) async fn lift(
    app: web::Data<App>,
    at: At<Communications>,
    path: web::Path<(String, Id<Suppression>)>,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    again(&app, Office::of_edition(&at), path.1).await
}

/// `POST /console/site/mails/addresses/{id}/lift`
pub(in crate::web) async fn lift_on_site(
    app: web::Data<App>,
    admin: AsAdmin,
    id: web::Path<Id<Suppression>>,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    again(&app, Office::of_site(&app, &admin).await?, *id).await
}

async fn again(app: &App, office: Office<'_>, id: Id<Suppression>) -> Result<HttpResponse, Error> {
    let (who, now) = (office.who, Moment::now());
    app.db.transaction(async |tx| outbox::lift(tx, who, id, now).await).await?;
    Ok(see_other(format!("{}/addresses?done=address-lifted", office.home)))
}

async fn draw(app: &App, office: Office<'_>) -> Result<HttpResponse, Error> {
    let found = outbox::suppressions(&mut *app.db.read().await?, office.who).await?;
    let shown = AddressesPage {
        news: News::done(office.signed),
        rows: found.into_iter().map(|one| row(one, &office)).collect(),
        zone: office.clock.zone(),
        list: office.home,
        console: office.console,
        ui: office.ui,
    };
    page(StatusCode::OK, &shown)
}

fn row(one: Suppression, office: &Office<'_>) -> Row {
    let query = form_urlencoded::Serializer::new(String::new()).append_pair("to", &one.address).finish();
    Row {
        reason: office.ui.t(&format!("suppression-{}", one.reason)),
        said: one.diagnostic,
        since: office.clock.tell(one.since),
        mails: format!("{}?{query}", office.home),
        lift: format!("{}/addresses/{}/lift", office.home, one.id),
        address: one.address,
    }
}
