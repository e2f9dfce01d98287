//! What an edition's calls came to, as a file.

use std::sync::Arc;

use actix_web::{HttpResponse, web};

use crate::{
    accounts::proofs::Programme,
    error::Error,
    http::{App, At, download::table_of},
    overview,
};

/// `GET /console/{edition}/submissions/results.csv`
pub(in crate::web) async fn show(app: web::Data<App>, at: At<Programme>) -> Result<HttpResponse, Error> {
    let name = format!("results-{}.csv", at.edition.slug);
    let lang = at.signed.asker.lang;
    let rows = overview::results(app.db.clone(), Arc::clone(&app.keys), at.proof, at.edition, lang);
    Ok(table_of(&name, rows))
}
