//! Errors as answers: a page in the reader's language, or a problem document (RFC 9457). Actix's own
//! rejections take the same way.

use actix_web::{
    Error as ActixError, HttpRequest, HttpResponse, ResponseError,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::{Method, StatusCode, header},
    middleware::Next,
};
use askama::Template;
use serde::Serialize;
use url::Url;
use utoipa::ToSchema;

use super::{Asker, Ui, page::see_other};
use crate::{
    error::{Error, FieldErrors, Reason},
    i18n,
    values::Lang,
};

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::SignInNeeded => StatusCode::UNAUTHORIZED,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Conflict(reason) if reason.code == "cross_site" => StatusCode::FORBIDDEN,
            Self::Conflict(_) => StatusCode::CONFLICT,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Busy | Self::OutcomeUnknown => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn error_response(&self) -> HttpResponse<BoxBody> {
        let mut response = HttpResponse::build(self.status_code());
        match self {
            Self::TooMany(wait) => {
                response.insert_header((header::RETRY_AFTER, wait.as_secs().max(1).to_string()))
            }
            Self::Busy | Self::OutcomeUnknown => response.insert_header((header::RETRY_AFTER, "1")),
            _ => &mut response,
        };
        response.finish()
    }
}

/// What went wrong, ready to be shown: stable code, sentence, fields.
struct Fault {
    status: StatusCode,
    reason: Reason,
    fields: FieldErrors,
}

impl Fault {
    fn of(status: StatusCode, error: Option<&Error>) -> Self {
        let reason = match error {
            Some(Error::Conflict(reason)) => reason.clone(),
            Some(Error::TooMany(wait)) => Reason::new("too_many").with("seconds", wait.as_secs().max(1)),
            Some(Error::OutcomeUnknown) => Reason::new("outcome_unknown"),
            _ => Reason::new(match status.as_u16() {
                400 => "bad_request",
                401 => "sign_in_needed",
                403 => "forbidden",
                404 => "not_found",
                405 => "method_not_allowed",
                408 => "request_timeout",
                413 => "body_too_large",
                415 => "body_type_unknown",
                422 => "invalid",
                503 => "busy",
                _ if status.is_client_error() => "bad_request",
                _ => "internal",
            }),
        };
        let fields = match error {
            Some(Error::Invalid(fields)) => fields.clone(),
            _ => FieldErrors::new(),
        };
        Self { status, reason, fields }
    }

    /// No edition is published, so there is nothing to start with.
    fn unpublished() -> Self {
        Self::because(StatusCode::NOT_FOUND, Reason::new("nothing_published"))
    }

    fn because(status: StatusCode, reason: Reason) -> Self {
        Self { status, reason, fields: FieldErrors::new() }
    }
}

/// One wrong field of a request.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProblemField {
    /// The field, dotted for nested ones.
    pub field: String,
    /// A stable code.
    pub code: String,
    /// The same as a sentence.
    pub detail: String,
}

/// A problem document (RFC 9457), media type `application/problem+json`.
#[derive(Debug, Serialize, ToSchema)]
pub struct Problem {
    /// Always `about:blank`: the `code` tells problems apart.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The status in words.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// A stable code.
    pub code: String,
    /// A sentence in the language asked for.
    pub detail: String,
    /// What is wrong, field by field.
    pub errors: Vec<ProblemField>,
    /// The id of the request in the server's log.
    pub request_id: String,
}

fn problem(fault: &Fault, lang: Lang, request_id: String) -> HttpResponse {
    let field = |error: &crate::error::FieldError| ProblemField {
        field: error.field.clone(),
        code: error.reason.code.to_owned(),
        detail: i18n::reason(lang, &error.reason),
    };
    HttpResponse::build(fault.status).insert_header((header::CONTENT_TYPE, "application/problem+json")).json(
        Problem {
            kind: "about:blank",
            title: fault.status.canonical_reason().unwrap_or_default().to_owned(),
            status: fault.status.as_u16(),
            code: fault.reason.code.to_owned(),
            detail: i18n::reason(lang, &fault.reason),
            errors: fault.fields.iter().map(field).collect(),
            request_id,
        },
    )
}

#[derive(Template)]
#[template(path = "plain/error.html")]
struct ErrorPage {
    ui: Ui,
    status: u16,
    message: String,
    details: Vec<String>,
    way_on: String,
    way_on_label: String,
    request_id: String,
}

/// The error page; its button leads to `way_on`, whose text has the key `label`.
fn error_page(
    fault: &Fault,
    asker: &Asker,
    (way_on, label): (&str, &'static str),
) -> Result<HttpResponse, Error> {
    let page = ErrorPage {
        ui: Ui::anonymous(asker.lang, &asker.path),
        status: fault.status.as_u16(),
        message: i18n::reason(asker.lang, &fault.reason),
        details: fault.fields.iter().map(|error| i18n::reason(asker.lang, &error.reason)).collect(),
        way_on: way_on.to_owned(),
        way_on_label: i18n::text(asker.lang, label),
        request_id: asker.request_id.clone(),
    };
    super::page(fault.status, &page)
}

/// Renders every failed answer of the inner service as a page; who must sign in is led to it.
///
/// # Errors
/// None: every error becomes an answer.
pub async fn as_pages(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, ActixError> {
    rendered(request, next, |fault, request| {
        let asker = Asker::of(request);
        if fault.status == StatusCode::UNAUTHORIZED {
            let back = if request.method() == Method::GET { asker.path.as_str() } else { "/console" };
            let query = form_urlencoded::Serializer::new(String::new()).append_pair("next", back).finish();
            return see_other(format!("/sign-in?{query}"));
        }
        let page = match (request.path(), fault.status) {
            // The start page is no way on from itself.
            ("/", StatusCode::NOT_FOUND) => {
                error_page(&Fault::unpublished(), &asker, ("/sign-in", "error-page-sign-in"))
            }
            _ => error_page(fault, &asker, ("/", "error-page-home")),
        };
        page.unwrap_or_else(|error| error.error_response())
    })
    .await
}

/// The answer to a request for a name that is not ours: what we are called, at `home`, in the shape its path asks for.
#[must_use]
pub fn misdirected(request: &HttpRequest, home: &Url) -> HttpResponse {
    let asker = Asker::of(request);
    let reason = Reason::new("foreign_host").with("address", home.as_str().trim_end_matches('/'));
    let fault = Fault::because(StatusCode::MISDIRECTED_REQUEST, reason);
    if request.path().starts_with("/api/") {
        return problem(&fault, asker.lang, asker.request_id);
    }
    let page = error_page(&fault, &asker, (home.as_str(), "error-page-home"));
    page.unwrap_or_else(|error| error.error_response())
}

/// Renders every failed answer of the inner service as a problem document.
///
/// # Errors
/// None: every error becomes an answer.
pub async fn as_problems(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, ActixError> {
    rendered(request, next, |fault, request| {
        let asker = Asker::of(request);
        problem(fault, asker.lang, asker.request_id)
    })
    .await
}

async fn rendered(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
    render: impl Fn(&Fault, &HttpRequest) -> HttpResponse,
) -> Result<ServiceResponse<BoxBody>, ActixError> {
    // The layers within answer their refusals; holding on to the request here would keep the router from it.
    let response = next.call(request).await?.map_into_boxed_body();
    let failed = response.status().is_client_error() || response.status().is_server_error();
    let cause = response.response().error();
    let ours = response.headers().contains_key(header::CONTENT_TYPE) && cause.is_none();
    if !failed || ours {
        return Ok(response);
    }
    let fault = fault_of(response.status(), cause);
    let (request, bare) = response.into_parts();
    let mut answer = render(&fault, &request);
    for name in [header::RETRY_AFTER, header::ALLOW] {
        if let Some(value) = bare.headers().get(&name) {
            answer.headers_mut().insert(name, value.clone());
        }
    }
    Ok(ServiceResponse::new(request, answer))
}

/// Our own errors keep their meaning; Actix's are told by their status. The cause of a fault of ours is logged here, once.
fn fault_of(status: StatusCode, cause: Option<&ActixError>) -> Fault {
    let error = cause.and_then(|cause| cause.as_error::<Error>());
    if let Some(Error::Internal(cause)) = error {
        tracing::error!(%cause, "internal error");
    }
    Fault::of(status, error)
}
