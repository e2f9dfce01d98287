//! Routes as a table that a person reads from top to bottom and a test can list: method, pattern, handler.

use actix_web::{
    FromRequest, Handler, HttpResponse, Resource, Responder, Route, guard,
    http::{Method, header},
    web,
};

use crate::error::Error;

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
/// and the list of those it knows. Patterns are tried in the table's order, but those of one [`place`] together, and
/// there those without parameters first: a router tries one pattern after the other, and a page from memory would take
/// less time than to find it.
pub fn mount(config: &mut web::ServiceConfig, table: Vec<Entry>) {
    for (place, entries) in gathered(table, |entry| place(entry.path)) {
        let mut patterns = gathered(entries, |entry| entry.path);
        if patterns.iter().all(|(path, _)| *path == place) {
            patterns.into_iter().for_each(|(path, entries)| _ = config.service(resource(path, entries)));
            continue;
        }
        let within = |path: &'static str| path.strip_prefix(place).unwrap_or(path);
        patterns.sort_by_key(|(path, _)| within(path).contains('{'));
        let scope = web::scope(place).default_service(web::to(nowhere));
        config.service(
            patterns
                .into_iter()
                .fold(scope, |scope, (path, entries)| scope.service(resource(within(path), entries))),
        );
    }
}

/// Every address that no pattern matches.
///
/// # Errors
/// Always [`Error::NotFound`].
pub async fn nowhere() -> Result<HttpResponse, Error> {
    Err(Error::NotFound)
}

/// `entries` by `key`, in the order in which each key is first seen.
fn gathered(entries: Vec<Entry>, key: fn(&Entry) -> &'static str) -> Vec<(&'static str, Vec<Entry>)> {
    let mut groups: Vec<(&'static str, Vec<Entry>)> = Vec::new();
    for entry in entries {
        let known = groups.iter_mut().find(|(known, _)| *known == key(&entry));
        match known {
            Some((_, entries)) => entries.push(entry),
            None => groups.push((key(&entry), vec![entry])),
        }
    }
    groups
}

/// How a pattern begins: its first segment, or its first two where the first is a parameter.
fn place(path: &'static str) -> &'static str {
    let segments = if path.starts_with("/{") { 2 } else { 1 };
    let end = path.match_indices('/').nth(segments).map_or(path.len(), |(at, _)| at);
    path.get(..end).unwrap_or(path)
}

fn resource(path: &str, entries: Vec<Entry>) -> Resource {
    let allowed = entries.iter().map(|entry| entry.method.as_str()).collect::<Vec<_>>().join(", ");
    let resource =
        entries.into_iter().fold(web::resource(path), |resource, entry| resource.route(entry.route));
    resource.default_service(web::to(move || {
        let allowed = allowed.clone();
        async move { HttpResponse::MethodNotAllowed().insert_header((header::ALLOW, allowed)).finish() }
    }))
}
