//! The door: which hosts we answer to, where a change may come from, and the headers every answer carries.

use std::future::{Ready, ready};

use actix_web::{
    Error as ActixError, FromRequest, HttpRequest, HttpResponse,
    body::{BoxBody, MessageBody},
    dev::{Payload, RequestHead, ServiceRequest, ServiceResponse},
    http::{Method, header, header::HeaderMap, header::HeaderName, header::HeaderValue, uri::Authority},
    middleware::Next,
    web,
};
use url::Host;

use super::{App, errors};
use crate::error::Error;

/// What pages may load: our own origin only, no inline script or style.
const CSP: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
    connect-src 'self'; form-action 'self'; manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Answers only to our own name: a foreign `Host` gets 421, so that no link is ever built from one and
/// no other site can rebind its name to a loopback server.
///
/// # Errors
/// The inner service's.
pub async fn own_host(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, ActixError> {
    let probe = matches!(request.path(), "/healthz" | "/readyz" | "/metrics");
    let app = request.app_data::<web::Data<App>>().filter(|_| !probe);
    let foreign = app.filter(|app| !is_ours(app, host(request.head())));
    let refusal = foreign.map(|app| errors::misdirected(request.request(), &app.config.base_url));
    match refusal {
        Some(refusal) => Ok(request.into_response(refusal)),
        None => Ok(next.call(request).await?.map_into_boxed_body()),
    }
}

/// The name that a request was sent to: of its target (`:authority` in HTTP/2), else in `Host`. What forwarding headers say of
/// it anybody can write, so it does not count.
fn host(head: &RequestHead) -> &str {
    let named = || head.headers().get(header::HOST).and_then(|name| name.to_str().ok());
    head.uri.authority().map(Authority::as_str).or_else(named).unwrap_or_default()
}

fn is_ours(app: &App, host: &str) -> bool {
    // As nearly every request names us: nothing needs to be taken apart.
    if host == app.config.base_url.authority() {
        return true;
    }
    let Ok(asked) = url::Url::parse(&format!("http://{host}/")) else { return false };
    let loopback = match asked.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        None => false,
    };
    asked.host() == app.config.base_url.host() || (loopback && app.config.bind.ip().is_loopback())
}

/// Under it mail programs post for their readers (RFC 8058), from nowhere: the link's secret is all that counts there, and no
/// cookie is looked at.
const UNSUBSCRIBE: &str = "/unsubscribe/";

/// Lets a change through only from our own pages: by `Sec-Fetch-Site`, else by `Origin`.
/// (The API takes no cookies, so it needs none of this; nor does [`UNSUBSCRIBE`].)
///
/// Anything else is answered with [`Error::Conflict`] `cross_site`.
///
/// # Errors
/// The inner service's.
pub async fn same_site(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, ActixError> {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let by_link_alone = request.path().starts_with(UNSUBSCRIBE);
    if safe || by_link_alone || comes_from_us(request.headers(), host(request.head())) {
        return Ok(next.call(request).await?.map_into_boxed_body());
    }
    Ok(request.error_response(Error::conflict("cross_site")))
}

fn comes_from_us(headers: &HeaderMap, host: &str) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return matches!(site, "same-origin" | "none");
    }
    let origin = text("origin").and_then(|origin| url::Url::parse(origin).ok());
    let ours = url::Url::parse(&format!("http://{host}/")).ok();
    match (origin, ours) {
        (Some(origin), Some(ours)) => origin.host() == ours.host() && origin.port() == ours.port(),
        _ => false,
    }
}

/// The security headers of every answer that has not set its own.
///
/// # Errors
/// The inner service's.
pub async fn headers(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, ActixError> {
    let https =
        request.app_data::<web::Data<App>>().is_some_and(|app| app.config.base_url.scheme() == "https");
    let mut response = next.call(request).await?.map_into_boxed_body();
    let headers = response.headers_mut();
    let mut unless_set = |name: HeaderName, value: &'static str| {
        if !headers.contains_key(&name) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    };
    unless_set(header::CONTENT_SECURITY_POLICY, CSP);
    unless_set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    unless_set(header::REFERRER_POLICY, "same-origin");
    unless_set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    unless_set(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    unless_set(header::PERMISSIONS_POLICY, "camera=(), geolocation=(), microphone=()");
    if https {
        unless_set(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains");
    }
    Ok(response)
}

/// What a frame around a mail may not do is said twice, here and on the frame: the stricter one holds.
const FRAME: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; \
    frame-ancestors 'self'; sandbox";

/// Whether the links of a mail may be followed from where it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Links {
    /// A click leads the whole window on.
    Live,
    /// A click does nothing.
    Dead,
}

/// A page that shows a mail in a frame: the one kind of page that may hold one, and of our own origin only.
#[must_use]
pub fn framing(mut response: HttpResponse) -> HttpResponse {
    if let Ok(policy) = HeaderValue::try_from(format!("{CSP}; frame-src 'self'")) {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
}

/// The HTML of a mail for such a frame: with its own styles, but without scripts, forms, or anything from elsewhere.
#[must_use]
pub fn framed(html: String, links: Links) -> HttpResponse {
    let (html, sandbox) = match links {
        Links::Live => (
            html.replacen("<head>", "<head><base target=\"_top\">", 1),
            " allow-top-navigation-by-user-activation",
        ),
        Links::Dead => (html, ""),
    };
    HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "text/html; charset=utf-8"))
        .insert_header((header::CONTENT_SECURITY_POLICY, format!("{FRAME}{sandbox}")))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(html)
}

/// The person at the machine: a request to an installation that nobody else can reach, and that no proxy handed on.
/// For anybody else there is nothing here.
#[derive(Clone, Copy, Debug)]
pub struct Local;

/// Headers by which a request says that it was handed on (RFC 7239, and what came before it).
const HANDED_ON: [&str; 6] =
    ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "via"];

impl FromRequest for Local {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let extras = request.app_data::<web::Data<App>>().is_some_and(|app| app.config.local_extras());
        let direct = !HANDED_ON.iter().any(|name| request.headers().contains_key(*name));
        ready(if extras && direct { Ok(Self) } else { Err(Error::NotFound) })
    }
}

/// An answer that leads on from a secret link: nobody may keep it, and its address is told to nobody.
#[must_use]
pub fn unlinked(mut response: HttpResponse) -> HttpResponse {
    response.headers_mut().insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
