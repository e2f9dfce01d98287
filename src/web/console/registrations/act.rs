//! The buttons of a registration's page, and the export.

use std::sync::Arc;

use actix_web::{HttpResponse, web};

use super::super::frame::address;
use crate::{
    accounts::proofs::Organiser,
    error::Error,
    http::{App, At, SignedForm, download::table_of, page::see_other},
    registrations::{self, Registration, RegistrationId},
    values::{Id, Moment},
};

type Where = web::Path<(String, Id<Registration>)>;

/// Back to the person's page, which then says what was done.
pub(super) fn back<P>(at: &At<P>, id: RegistrationId, done: &str) -> HttpResponse {
    see_other(address(&at.edition, &format!("/registrations/{id}?done={done}")))
}

/// `POST /console/{edition}/registrations/{id}/approve`
pub(in crate::web) async fn approve(
    app: web::Data<App>,
    at: At<Organiser>,
    path: Where,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    let now = Moment::now();
    app.db.transaction(async |tx| registrations::approve(tx, &at.proof, path.1, now).await).await?;
    Ok(back(&at, path.1, "approved"))
}

/// `POST /console/{edition}/registrations/{id}/decline`
pub(in crate::web) async fn decline(
    app: web::Data<App>,
    at: At<Organiser>,
    path: Where,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    let now = Moment::now();
    app.db.transaction(async |tx| registrations::decline(tx, &at.proof, path.1, now).await).await?;
    Ok(back(&at, path.1, "declined"))
}

/// `POST /console/{edition}/registrations/{id}/resend`
pub(in crate::web) async fn resend(
    app: web::Data<App>,
    at: At<Organiser>,
    path: Where,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    app.db.transaction(async |tx| registrations::resend_ticket(tx, &at.proof, path.1).await).await?;
    Ok(back(&at, path.1, "resent"))
}

/// `POST /console/{edition}/registrations/{id}/cancel`
pub(in crate::web) async fn cancel(
    app: web::Data<App>,
    at: At<Organiser>,
    path: Where,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    let now = Moment::now();
    app.db.transaction(async |tx| registrations::cancel_by_staff(tx, &at.proof, path.1, now).await).await?;
    Ok(back(&at, path.1, "cancelled"))
}

/// `POST /console/{edition}/registrations/{id}/erase`
pub(in crate::web) async fn erase(
    app: web::Data<App>,
    at: At<Organiser>,
    path: Where,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    let now = Moment::now();
    app.db.transaction(async |tx| registrations::erase_by_staff(tx, &at.proof, path.1, now).await).await?;
    Ok(back(&at, path.1, "erased"))
}

/// `GET /console/{edition}/registrations/export.csv`, as a stream.
pub(in crate::web) async fn export(app: web::Data<App>, at: At<Organiser>) -> Result<HttpResponse, Error> {
    let name = format!("registrations-{}.csv", at.edition.slug);
    let lang = at.signed.asker.lang;
    let rows = registrations::export(app.db.clone(), Arc::clone(&app.keys), at.proof, at.edition, lang);
    Ok(table_of(&name, rows))
}
