//! Sending again what went to an address, for whoever lost the mail.

use actix_web::{HttpRequest, HttpResponse, web::Data};
use serde::Deserialize;
use utoipa::ToSchema;

use super::Received;
use crate::{
    api::json::Json,
    error::{Error, FieldErrors},
    http::{App, Asker},
    registrations,
    values::Email,
};

/// An address.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::api) struct AddressFields {
    /// Where mail goes.
    email: String,
}

impl TryFrom<&AddressFields> for Email {
    type Error = FieldErrors;

    fn try_from(raw: &AddressFields) -> Result<Self, FieldErrors> {
        Self::parse(&raw.email).map_err(|reason| FieldErrors::one("email", reason))
    }
}

/// Mails everybody who registered by this address her ticket or her standing again.
///
/// The answer is the same for an address that nobody registered by.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/registrations/send-again", tag = "Registrations",
    responses((status = 202, body = Received)))]
pub(in crate::api) async fn send_again(
    app: Data<App>,
    asker: Asker,
    request: HttpRequest,
    body: Json<AddressFields>,
) -> Result<HttpResponse, Error> {
    let email: Email = body.parsed()?;
    let snapshot = app.pages.snapshot(&app.db, request.match_info().query("edition")).await?;
    let (who, edition) = (asker.visitor(), snapshot.edition().id);
    app.db.transaction(async |tx| registrations::send_again(tx, &who, edition, &email).await).await?;
    Ok(HttpResponse::Accepted().json(Received { received: email.into_string() }))
}
