//! Claiming a company's pass.

use actix_web::{
    HttpResponse,
    web::{self, Data},
};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::ByLink;
use crate::{
    api::{
        json::Json,
        query::Query,
        registrations::{LangQuery, Received},
    },
    error::Error,
    http::App,
    registrations::{self, Admission, Entrant, PassHolder, RegistrationFields},
    values::{Localised, Moment},
};

/// A pass that may be claimed.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ClaimablePass)]
pub(in crate::api) struct ClaimableBody {
    /// The edition's short name.
    edition: String,
    /// The id of the company whose pass it is.
    company: Uuid,
    /// What it is called.
    company_name: Localised,
    /// The short name of the registration type by which it is claimed.
    #[serde(rename = "type")]
    type_slug: Option<String>,
    /// Until when the link is good.
    expires_at: Option<Moment>,
}

/// Shows the pass that the link is of, while it may be claimed.
#[utoipa::path(get, path = "/api/v1/pass", tag = "One's own registration",
    responses((status = 200, body = ClaimableBody)), security(("link" = [])))]
pub(in crate::api) async fn show_pass(
    app: Data<App>,
    by: ByLink<PassHolder>,
) -> Result<web::Json<ClaimableBody>, Error> {
    let edition = app.pages.edition(&app.db, by.proof.pass().edition).await?;
    let offered =
        registrations::claimable(&mut *app.db.read().await?, &by.proof, edition, Moment::now()).await?;
    Ok(web::Json(ClaimableBody {
        edition: offered.form.edition.slug.to_string(),
        company: offered.company.id.uuid(),
        company_name: offered.company.name,
        type_slug: offered.form.types.first().map(|way| way.slug.to_string()),
        expires_at: by.proof.pass().expires_at,
    }))
}

/// Registers whoever holds the link with its pass; the outcome goes to her address by mail. The type is the pass's, whatever is said.
/// Asking twice with the same name and address is asking once.
#[utoipa::path(post, path = "/api/v1/pass/claim", tag = "One's own registration", params(LangQuery),
    responses((status = 202, body = Received)), security(("link" = [])))]
pub(in crate::api) async fn claim_pass(
    app: Data<App>,
    by: ByLink<PassHolder>,
    query: Query<LangQuery>,
    body: Json<RegistrationFields>,
) -> Result<HttpResponse, Error> {
    // Whether it may still be claimed is for the verb to say, which knows whether the same is asked twice.
    let edition = app.pages.edition(&app.db, by.proof.pass().edition).await?;
    let form = registrations::claim_form(&mut *app.db.read().await?, &by.proof, edition).await?;
    let way = form.types.first().map(|way| way.slug.to_string());
    let raw = RegistrationFields { type_slug: way.unwrap_or_default(), ..body.value()?.clone() };
    let new = raw.parse(&form)?;
    let received = new.email.to_string();
    let (lang, entrant) = (query.0.lang.unwrap_or(by.asker.lang), Entrant::Pass(by.proof.clone()));
    let admission = Admission::new(&app.keys, entrant, new, lang, None)?;
    let (holder, one, now) = (&by.proof, || admission.clone(), Moment::now());
    app.db.transaction(async |tx| registrations::claim(tx, holder, one(), now).await).await?;
    Ok(HttpResponse::Accepted().json(Received { received }))
}
