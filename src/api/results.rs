//! What an edition's calls came to, as a file.

use std::sync::Arc;

use actix_web::{HttpResponse, web::Data};
use serde::Deserialize;
use utoipa::IntoParams;

use super::query::Query;
use crate::{
    accounts::proofs::Programme,
    error::Error,
    http::{App, bearer::With, download::table_of},
    overview,
    values::Lang,
};

/// How it is written.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct ResultsQuery {
    /// The language of names and words; what `Accept-Language` prefers where it is left out.
    lang: Option<Lang>,
}

/// Writes what all calls came to as CSV: each application with its scores, rank, decision, slot and awards. Drafts are not in
/// it, nor who gave which score.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/results.csv", tag = "Submissions", params(ResultsQuery),
    responses((status = 200, body = String, content_type = "text/csv")), security(("token" = ["programme:read"])))]
pub(super) async fn export_results(
    app: Data<App>,
    at: With<Programme>,
    query: Query<ResultsQuery>,
) -> Result<HttpResponse, Error> {
    let name = format!("results-{}.csv", at.edition.slug);
    let lang = query.0.lang.unwrap_or(at.caller.asker.lang);
    let rows = overview::results(app.db.clone(), Arc::clone(&app.keys), at.proof, at.edition, lang);
    Ok(table_of(&name, rows))
}
