//! What staff do to one registration.

use actix_web::{
    HttpResponse,
    web::{self, Data},
};

use super::RegistrationBody;
use crate::{
    accounts::proofs::Organiser,
    api::{json::Json, row::Row},
    error::Error,
    http::{App, bearer::With},
    questions,
    registrations::{self, ChangeFields, Registration},
    values::Moment,
};

/// Corrects a registration: all details and answers as they shall be.
///
/// A corrected address gets her links anew, and the old ones die.
#[utoipa::path(put, path = "/api/v1/editions/{edition}/registrations/{id}", tag = "Registrations",
    responses((status = 200, body = RegistrationBody)), security(("token" = ["organiser:write"])))]
pub(in crate::api) async fn correct_registration(
    app: Data<App>,
    at: With<Organiser>,
    row: Row<Registration>,
    body: Json<ChangeFields>,
) -> Result<web::Json<RegistrationBody>, Error> {
    let asked = questions::questions(&mut *app.db.read().await?, at.edition.id).await?;
    let change = body.value()?.parse(&asked)?;
    let (db, keys) = (&app.db, &app.keys);
    let corrected =
        db.transaction(async |tx| registrations::correct(tx, keys, &at.proof, row.0, change).await).await?;
    Ok(web::Json(corrected.into()))
}

/// Cancels a registration; its place goes to the first in line.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/registrations/{id}/cancel", tag = "Registrations",
    responses((status = 200, body = RegistrationBody)), security(("token" = ["organiser:write"])))]
pub(in crate::api) async fn cancel_registration(
    app: Data<App>,
    at: With<Organiser>,
    row: Row<Registration>,
) -> Result<web::Json<RegistrationBody>, Error> {
    let (db, now) = (&app.db, Moment::now());
    let cancelled =
        db.transaction(async |tx| registrations::cancel_by_staff(tx, &at.proof, row.0, now).await).await?;
    Ok(web::Json(cancelled.into()))
}

/// Empties everything personal in a registration, for somebody who asked for it.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/registrations/{id}/erase", tag = "Registrations",
    responses((status = 204)), security(("token" = ["organiser:write"])))]
pub(in crate::api) async fn erase_registration(
    app: Data<App>,
    at: With<Organiser>,
    row: Row<Registration>,
) -> Result<HttpResponse, Error> {
    let (db, now) = (&app.db, Moment::now());
    db.transaction(async |tx| registrations::erase_by_staff(tx, &at.proof, row.0, now).await).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Approves a registration that awaits it; she is told by mail.
///
/// Who held no place gets one that is free, or goes into the line with the arrival number she has.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/registrations/{id}/approve", tag = "Registrations",
    responses((status = 200, body = RegistrationBody)), security(("token" = ["organiser:write"])))]
pub(in crate::api) async fn approve_registration(
    app: Data<App>,
    at: With<Organiser>,
    row: Row<Registration>,
) -> Result<web::Json<RegistrationBody>, Error> {
    let (db, now) = (&app.db, Moment::now());
    let approved = db.transaction(async |tx| registrations::approve(tx, &at.proof, row.0, now).await).await?;
    Ok(web::Json(approved.into()))
}

/// Declines a registration that awaits approval; she is told by mail.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/registrations/{id}/decline", tag = "Registrations",
    responses((status = 200, body = RegistrationBody)), security(("token" = ["organiser:write"])))]
pub(in crate::api) async fn decline_registration(
    app: Data<App>,
    at: With<Organiser>,
    row: Row<Registration>,
) -> Result<web::Json<RegistrationBody>, Error> {
    let (db, now) = (&app.db, Moment::now());
    let declined = db.transaction(async |tx| registrations::decline(tx, &at.proof, row.0, now).await).await?;
    Ok(web::Json(declined.into()))
}

/// Sends her ticket again, or where she stands while she has none.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/registrations/{id}/resend-ticket", tag = "Registrations",
    responses((status = 200, body = RegistrationBody)), security(("token" = ["organiser:write"])))]
pub(in crate::api) async fn resend_ticket(
    app: Data<App>,
    at: With<Organiser>,
    row: Row<Registration>,
) -> Result<web::Json<RegistrationBody>, Error> {
    let sent = app.db.transaction(async |tx| registrations::resend_ticket(tx, &at.proof, row.0).await);
    Ok(web::Json(sent.await?.into()))
}
