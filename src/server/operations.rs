//! What operators and their machines ask a node: is it alive, is it ready, how is it doing.

use actix_web::{HttpResponse, http::header, web::Data};
use metrics_exporter_prometheus::PrometheusHandle;

use super::metrics;
use crate::{
    db,
    error::Error,
    http::{
        App,
        routes::{Entry, get},
    },
};

/// The operators' routes.
#[must_use]
pub fn table() -> Vec<Entry> {
    vec![get("/healthz", healthz), get("/readyz", readyz), get("/metrics", numbers)]
}

/// `GET /healthz`: this process answers. Never asks the database: restarting a node heals no database.
async fn healthz() -> HttpResponse {
    said(HttpResponse::Ok(), "alive\n")
}

/// `GET /readyz`: the database can be reached and has this program's schema, so requests may come.
async fn readyz(app: Data<App>) -> HttpResponse {
    match db::is_migrated(&app.db).await {
        Ok(true) => said(HttpResponse::Ok(), "ready\n"),
        Ok(false) => said(HttpResponse::ServiceUnavailable(), "the database is not migrated\n"),
        Err(error) => {
            tracing::warn!(%error, "not ready");
            said(HttpResponse::ServiceUnavailable(), "the database cannot be reached\n")
        }
    }
}

/// `GET /metrics`: numbers for Prometheus, text format 0.0.4. Names no person.
///
/// # Errors
/// [`Error::Busy`] when the database cannot be asked.
async fn numbers(app: Data<App>, handle: Data<PrometheusHandle>) -> Result<HttpResponse, Error> {
    metrics::measure(&app.db).await?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8"))
        .body(handle.render()))
}

fn said(mut status: actix_web::HttpResponseBuilder, text: &'static str) -> HttpResponse {
    status
        .insert_header((header::CONTENT_TYPE, "text/plain; charset=utf-8"))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(text)
}
