//! The pages: public, attendee's, account's, console's. Each handler proves who asks, parses, calls one
//! verb and shows the answer; the rules are in the domains. `routes` is the table of contents.

mod account;
mod company;
mod console;
mod demo;
mod done;
mod entry;
mod mailbox;
mod next;
mod numbers;
mod public;
pub mod routes;
mod times;

use actix_web::{middleware::from_fn, web};

use crate::http::{
    errors, guard, language, limit,
    routes::{mount, nowhere},
};

/// Serves every page; what no pattern matches is a page that says so.
pub fn configure(config: &mut web::ServiceConfig) {
    let pages = web::scope("")
        .configure(|config| mount(config, routes::table()))
        .default_service(web::to(nowhere))
        .wrap(from_fn(language::remember))
        .wrap(from_fn(guard::same_site))
        .wrap(from_fn(limit::per_network))
        .wrap(from_fn(errors::as_pages));
    config.service(pages);
}
