//! What attendees are asked to agree to.

use actix_web::{
    HttpRequest, HttpResponse,
    web::{self, Data},
};
use serde::Serialize;
use utoipa::ToSchema;

use super::{json::Json, lists::All, readable::Readable};
use crate::{
    accounts::proofs::Organiser,
    editions::{self, ConsentKind, ConsentText, ConsentTextFields},
    error::Error,
    http::{App, bearer::With},
    values::Localised,
};

/// The text beside a consent box, or the statement on collection.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ConsentText)]
pub(super) struct ConsentTextBody {
    /// What it is about.
    pub kind: ConsentKind,
    /// Which version of it is asked at present; consents name it.
    pub version: i32,
    /// The text.
    pub body: Localised,
    /// Whether one can't register without agreeing.
    pub required: bool,
}

impl From<ConsentText> for ConsentTextBody {
    fn from(text: ConsentText) -> Self {
        let ConsentText { kind, version, body, required } = text;
        Self { kind, version, body, required }
    }
}

/// Lists what is asked at present, the statement on collection first.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/consent-texts", tag = "Consent texts",
    responses((status = 200, body = All<ConsentTextBody>)), security((), ("token" = ["observer:read"])))]
pub(super) async fn list_consent_texts(
    app: Data<App>,
    of: Readable,
) -> Result<web::Json<All<ConsentTextBody>>, Error> {
    let asked = editions::current_consent_texts(&mut *app.db.read().await?, of.edition.id).await?;
    Ok(web::Json(All::of(asked)))
}

/// Writes a new version of a consent text, if it says anything new.
///
/// Consents given to earlier versions keep pointing at them.
#[utoipa::path(put, path = "/api/v1/editions/{edition}/consent-texts/{kind}", tag = "Consent texts",
    params(("kind" = ConsentKind, Path, description = "What it is about.")),
    responses((status = 204)), security(("token" = ["organiser:write"])))]
pub(super) async fn set_consent_text(
    app: Data<App>,
    at: With<Organiser>,
    request: HttpRequest,
    body: Json<ConsentTextFields>,
) -> Result<HttpResponse, Error> {
    let kind = request.match_info().query("kind").parse().map_err(|()| Error::NotFound)?;
    let new = body.into_value()?.parse(kind)?;
    app.db.transaction(async |tx| editions::set_consent_text(tx, &at.proof, new).await).await?;
    Ok(HttpResponse::NoContent().finish())
}
