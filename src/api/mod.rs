//! The API, `/api/v1`: the same verbs as the pages, spoken in JSON. Tokens only, never cookies.

pub mod routes;

use actix_web::{HttpResponse, middleware::from_fn, web};

use crate::{
    error::Error,
    http::{errors, limit, routes::mount},
};

/// Serves every operation; every failure is a problem document.
pub fn configure(config: &mut web::ServiceConfig) {
    let operations = web::scope("/api")
        .configure(|config| mount(config, routes::table()))
        .default_service(web::to(nowhere))
        .wrap(from_fn(limit::per_network))
        .wrap(from_fn(errors::as_problems));
    config.service(operations);
}

async fn nowhere() -> Result<HttpResponse, Error> {
    Err(Error::NotFound)
}
