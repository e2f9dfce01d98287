//! What an edition's calls came to, as a file.

use std::sync::Arc;

use actix_web::{HttpResponse, http::header, web};
use futures_util::StreamExt;

use crate::{
    accounts::proofs::Programme,
    error::Error,
    http::{App, At},
    overview,
};

/// `GET /console/{edition}/submissions/results.csv`
pub(in crate::web) async fn show(app: web::Data<App>, at: At<Programme>) -> Result<HttpResponse, Error> {
    let name = format!("attachment; filename=\"results-{}.csv\"", at.edition.slug);
    let lang = at.signed.asker.lang;
    let rows = overview::results(app.db.clone(), Arc::clone(&app.keys), at.proof, at.edition, lang);
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "text/csv; charset=utf-8"))
        .insert_header((header::CONTENT_DISPOSITION, name))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .streaming(Box::pin(rows.map(|row| row.map(web::Bytes::from)))))
}
