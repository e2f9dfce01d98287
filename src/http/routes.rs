//! Routes as a table that a person reads from top to bottom and a test can list: method, pattern, handler.

use actix_web::{
    FromRequest, Handler, HttpResponse, Responder, Route, guard,
    http::{Method, header},
    web,
};

/// One line of the table.
pub struct Entry {
    /// The method; GET also answers HEAD.
    pub method: Method,
    /// The pattern, as in the log and the access matrix.
    pub path: &'static str,
    route: Route,
}

/// A page or a read.
pub fn get<F, Args>(path: &'static str, handler: F) -> Entry
where
    F: Handler<Args>,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    let reads = guard::Any(guard::Get()).or(guard::Head());
    Entry { method: Method::GET, path, route: web::route().guard(reads).to(handler) }
}

/// An act.
pub fn post<F, Args>(path: &'static str, handler: F) -> Entry
where
    F: Handler<Args>,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    Entry { method: Method::POST, path, route: web::post().to(handler) }
}

/// A change of some fields, by API.
pub fn patch<F, Args>(path: &'static str, handler: F) -> Entry
where
    F: Handler<Args>,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    Entry { method: Method::PATCH, path, route: web::patch().to(handler) }
}

/// A replacement, by API.
pub fn put<F, Args>(path: &'static str, handler: F) -> Entry
where
    F: Handler<Args>,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    Entry { method: Method::PUT, path, route: web::put().to(handler) }
}

/// A removal, by API.
pub fn delete<F, Args>(path: &'static str, handler: F) -> Entry
where
    F: Handler<Args>,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    Entry { method: Method::DELETE, path, route: web::delete().to(handler) }
}

/// Serves `table`. The lines of one pattern become one resource, which answers other methods with 405
/// and the list of those it knows. Patterns are tried in the table's order.
pub fn mount(config: &mut web::ServiceConfig, table: Vec<Entry>) {
    let mut patterns: Vec<(&'static str, Vec<Entry>)> = Vec::new();
    for entry in table {
        match patterns.iter_mut().find(|(path, _)| *path == entry.path) {
            Some((_, entries)) => entries.push(entry),
            None => patterns.push((entry.path, vec![entry])),
        }
    }
    for (path, entries) in patterns {
        let allowed = entries.iter().map(|entry| entry.method.as_str()).collect::<Vec<_>>().join(", ");
        let resource =
            entries.into_iter().fold(web::resource(path), |resource, entry| resource.route(entry.route));
        config.service(resource.default_service(web::to(move || {
            let allowed = allowed.clone();
            async move { HttpResponse::MethodNotAllowed().insert_header((header::ALLOW, allowed)).finish() }
        })));
    }
}
