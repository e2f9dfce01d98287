//! One span, one log line and one count for every request: id, method, route pattern, status, time.
//!
//! Never the path, since it may hold a link's secret, never the query, the address or anything personal.

use std::time::Instant;

use actix_web::{
    Error as ActixError, HttpMessage,
    body::MessageBody,
    dev::{ServiceRequest, ServiceResponse},
    http::{Method, StatusCode, header::HeaderName, header::HeaderValue},
    middleware::Next,
};
use tracing::{Span, field::Empty};
use tracing_actix_web::{RequestId, RootSpanBuilder};

use super::metrics;

/// The header that names a request in answers, problem documents and the log.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
/// The route of what no pattern matched.
const UNMATCHED: &str = "(none)";

/// When the request's head had been read.
struct Began(Instant);

/// Builds the span that every event of a request stands in.
pub(super) struct RequestSpan;

impl RootSpanBuilder for RequestSpan {
    fn on_request_start(request: &ServiceRequest) -> Span {
        request.extensions_mut().insert(Began(Instant::now()));
        let id = request.extensions().get::<RequestId>().map(ToString::to_string);
        let method = known_method(request.method());
        tracing::info_span!("request", id, method, route = Empty, status = Empty)
    }

    fn on_request_end<B: MessageBody>(span: Span, outcome: &Result<ServiceResponse<B>, ActixError>) {
        let Ok(response) = outcome else {
            tracing::error!(parent: &span, "an error passed every renderer");
            return;
        };
        let request = response.request();
        let pattern = request.match_pattern();
        let route = pattern.as_deref().unwrap_or(UNMATCHED);
        let status = response.status();
        span.record("route", route).record("status", status.as_u16());
        let began = request.extensions().get::<Began>().map_or_else(Instant::now, |began| began.0);
        let took = began.elapsed();
        metrics::count_request(known_method(request.method()), route, status.as_u16(), took);
        let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        log(&span, status, micros);
    }
}

/// Probes come every few seconds and say nothing while all is well, so only failures are worth a warning.
fn log(span: &Span, status: StatusCode, micros: u64) {
    if status.is_server_error() {
        tracing::warn!(parent: span, micros, "answered");
    } else {
        tracing::info!(parent: span, micros, "answered");
    }
}

/// A client may invent methods; each would make a series of its own.
fn known_method(method: &Method) -> &'static str {
    const KNOWN: [&str; 7] = ["GET", "POST", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"];
    KNOWN.into_iter().find(|name| *name == method.as_str()).unwrap_or("other")
}

/// Tells the asker the request's id, to name it when something went wrong.
///
/// # Errors
/// The inner service's.
pub(super) async fn named(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, ActixError> {
    let id = request.extensions().get::<RequestId>().map(ToString::to_string).unwrap_or_default();
    let mut response = next.call(request).await?;
    if let Ok(value) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(REQUEST_ID, value);
    }
    Ok(response)
}
