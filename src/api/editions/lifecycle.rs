//! Publishing and archiving, and what is missing before.

use actix_web::{
    HttpResponse,
    web::{self, Data},
};
use serde::Serialize;
use utoipa::ToSchema;

use super::shown;
use crate::{
    accounts::proofs::{Observer, Organiser},
    api::lists::All,
    editions::{self, Missing},
    error::Error,
    http::{App, bearer::With},
    overview,
    values::{Lang, Localised, Moment},
};

/// Shows the edition to the public.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/publish", tag = "Editions",
    responses((status = 200, body = super::EditionBody)), security(("token" = ["organiser:write"])))]
pub(in crate::api) async fn publish_edition(
    app: Data<App>,
    at: With<Organiser>,
) -> Result<HttpResponse, Error> {
    let published =
        app.db.transaction(async |tx| editions::publish(tx, &at.proof, Moment::now()).await).await?;
    Ok(shown(published.into()))
}

/// Ends the edition; the public still reads it.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/archive", tag = "Editions",
    responses((status = 200, body = super::EditionBody)), security(("token" = ["organiser:write"])))]
pub(in crate::api) async fn archive_edition(
    app: Data<App>,
    at: With<Organiser>,
) -> Result<HttpResponse, Error> {
    let archived = app.db.transaction(async |tx| editions::archive(tx, &at.proof).await).await?;
    Ok(shown(archived.into()))
}

/// A public text that lacks a language.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::api) struct MissingBody {
    /// What it is said about: `edition`, `track`, `question` and so on.
    pub kind: &'static str,
    /// The name of what it is said about; null for the edition itself.
    pub of: Option<Localised>,
    /// Which of its texts.
    pub field: &'static str,
    /// The languages it is not written in.
    pub langs: Vec<Lang>,
}

impl From<Missing> for MissingBody {
    fn from(missing: Missing) -> Self {
        let Missing { kind, row: _, of, field, langs } = missing;
        Self { kind, of, field, langs }
    }
}

/// Lists the public texts that lack a language.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/missing-texts", tag = "Editions",
    responses((status = 200, body = All<MissingBody>)), security(("token" = ["observer:read"])))]
pub(in crate::api) async fn list_missing_texts(
    app: Data<App>,
    at: With<Observer>,
) -> Result<web::Json<All<MissingBody>>, Error> {
    let missing = overview::missing_texts(&mut *app.db.read().await?, &at.proof).await?;
    Ok(web::Json(All::of(missing)))
}
