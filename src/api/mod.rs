//! The API, `/api/v1`: the same verbs as the pages, spoken in JSON. Tokens only, never cookies.
//!
//! A handler parses, calls one verb and answers its wire type (`*Body`), which is of the API alone, so that
//! tables and types can change without breaking anybody. [`mod@document`] describes every operation.

mod allocation;
mod attachments;
mod audit_entries;
mod availability;
mod awards;
mod calls;
mod campaigns;
mod capacity_pools;
mod companies;
mod consent_texts;
mod document;
mod editions;
mod invitations;
mod json;
mod lists;
mod mail_wordings;
mod mails;
mod manage;
mod once;
mod parts;
mod passes;
mod programme;
mod query;
mod questions;
mod readable;
mod reference;
mod registration_types;
mod registrations;
mod results;
mod reviews;
mod roles;
pub mod routes;
mod row;
mod speakers;
mod submissions;
mod suppressions;
mod today;
mod trials;
mod webhooks;

pub use document::document;

use actix_web::{
    Error as ActixError,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::{
        StatusCode,
        header::{self, HeaderValue},
    },
    middleware::{Next, from_fn},
    web,
};

use crate::http::{
    errors, limit,
    routes::{mount, nowhere},
};

/// Serves every operation; every failure is a problem document.
pub fn configure(config: &mut web::ServiceConfig) {
    let operations = web::scope("/api")
        .configure(|config| mount(config, routes::table()))
        .default_service(web::to(nowhere))
        .wrap(from_fn(limit::per_network))
        .wrap(from_fn(errors::as_problems))
        .wrap(from_fn(headers));
    config.service(operations);
}

/// Nobody keeps an answer, and who needs a token is told of which kind (RFC 9110 section 11.6.1).
async fn headers(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, ActixError> {
    let mut response = next.call(request).await?.map_into_boxed_body();
    let unauthorized = response.status() == StatusCode::UNAUTHORIZED;
    let headers = response.headers_mut();
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    if unauthorized {
        headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer, Link"));
    }
    Ok(response)
}
