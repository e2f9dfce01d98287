//! Moving to another address, which is proved at the new one first.

use actix_web::{
    HttpRequest, HttpResponse,
    web::{self, Data},
};

use super::link::{ByLink, secret, unproved};
use crate::{
    api::{
        json::Json,
        registrations::{AddressFields, Received, RegistrationBody},
    },
    error::Error,
    http::{App, Asker},
    registrations,
    values::Email,
};

/// Asks for another address: a link goes there, and nothing changes until its secret is sent to `/api/v1/address`.
#[utoipa::path(post, path = "/api/v1/manage/address", tag = "One's own registration",
    responses((status = 202, body = Received)), security(("link" = [])))]
pub(in crate::api) async fn ask_for_address(
    app: Data<App>,
    by: ByLink,
    body: Json<AddressFields>,
) -> Result<HttpResponse, Error> {
    let email: Email = body.parsed()?;
    let received = email.to_string();
    app.db.transaction(async |tx| registrations::ask_for_address(tx, &by.proof, email).await).await?;
    Ok(HttpResponse::Accepted().json(Received { received }))
}

/// Makes the new address hers, shown by the secret of the link that was mailed there.
///
/// Her links are made anew and sent there; the old ones are dead.
#[utoipa::path(post, path = "/api/v1/address", tag = "One's own registration",
    responses((status = 200, body = RegistrationBody)), security(("link" = [])))]
pub(in crate::api) async fn change_address(
    app: Data<App>,
    asker: Asker,
    request: HttpRequest,
) -> Result<web::Json<RegistrationBody>, Error> {
    let token = secret(&request)?;
    let mut conn = app.db.read().await?;
    let proof = registrations::address_proof(&mut conn, &asker.visitor(), &app.keys, &token).await;
    drop(conn);
    let proof = proof.map_err(unproved)?;
    let changed = app.db.transaction(async |tx| registrations::change_address(tx, &proof).await).await?;
    Ok(web::Json(changed.into()))
}
