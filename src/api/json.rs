//! A JSON body: typed, bounded, strict about unknown fields; its bytes are kept for the idempotency claim.

use std::{future::Future, pin::Pin};

use actix_web::{
    Error as ActixError, FromRequest, HttpRequest,
    dev::Payload,
    error::InternalError,
    http::{StatusCode, header},
    web::Bytes,
};
use serde::de::DeserializeOwned;

use crate::{
    db::idempotency::Claim,
    error::{Error, FieldErrors, Reason},
    http::bearer::Caller,
};

/// The longest `Idempotency-Key`, in bytes.
const KEY_BYTES: usize = 255;

/// A body that is JSON of the shape `T`. Shapes deny unknown fields.
///
/// What is wrong with it is said only to whoever asks for the value: who may not do this hears that first.
pub(super) struct Json<T> {
    value: Result<T, FieldErrors>,
    body: Bytes,
    key: Option<String>,
    route: String,
}

impl<T> Json<T> {
    /// The claim that an `Idempotency-Key` lays for `caller`, if one was sent.
    pub(super) fn claim(&self, caller: &Caller) -> Option<Claim> {
        let key = self.key.clone()?;
        Some(Claim::new(caller.principal(), self.route.clone(), key, &self.body))
    }

    /// What was sent, parsed into what the verb takes.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every wrong field.
    pub(super) fn parsed<N: for<'a> TryFrom<&'a T, Error = FieldErrors>>(&self) -> Result<N, Error> {
        Ok(N::try_from(self.value()?)?)
    }

    /// What was sent, as it came.
    ///
    /// # Errors
    /// [`Error::Invalid`]: `body_not_utf8`, `body_not_json`, `unknown_field`, `required`.
    pub(super) fn value(&self) -> Result<&T, Error> {
        self.value.as_ref().map_err(|errors| errors.clone().into())
    }

    /// What was sent, given away.
    ///
    /// # Errors
    /// As [`value`](Self::value).
    pub(super) fn into_value(self) -> Result<T, Error> {
        Ok(self.value?)
    }
}

impl<T: DeserializeOwned + 'static> FromRequest for Json<T> {
    type Error = ActixError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, ActixError>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, body) = (request.clone(), Bytes::from_request(request, payload));
        Box::pin(async move {
            if !is_json(&request) {
                return Err(InternalError::new("not JSON", StatusCode::UNSUPPORTED_MEDIA_TYPE).into());
            }
            let key = key(&request)?;
            let body = body.await?;
            let value = read(&body);
            let route = format!("{} {}", request.method(), request.path());
            Ok(Self { value, body, key, route })
        })
    }
}

fn is_json(request: &HttpRequest) -> bool {
    let sent = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let essence = sent.and_then(|value| value.split(';').next()).unwrap_or_default();
    essence.trim().eq_ignore_ascii_case("application/json")
}

fn key(request: &HttpRequest) -> Result<Option<String>, Error> {
    let Some(header) = request.headers().get("idempotency-key") else { return Ok(None) };
    let key = header.to_str().unwrap_or_default().trim();
    if key.is_empty() || key.len() > KEY_BYTES {
        let reason = Reason::new("idempotency_key_invalid").with("max", KEY_BYTES);
        return Err(Error::field("Idempotency-Key", reason));
    }
    Ok(Some(key.to_owned()))
}

fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, FieldErrors> {
    let text = std::str::from_utf8(body).map_err(|_| field("body", "body_not_utf8"))?;
    serde_json::from_str(text).map_err(|error| wrong(&error))
}

fn field(name: &str, code: &'static str) -> FieldErrors {
    FieldErrors::one(name, Reason::new(code))
}

/// Says where the text is not what the operation expects; a field that nobody knows, or that is missing, is named.
fn wrong(error: &(impl std::error::Error + ?Sized)) -> FieldErrors {
    let said = error.to_string();
    match said.split('`').collect::<Vec<_>>().as_slice() {
        ["unknown field ", name, ..] => field(name, "unknown_field"),
        ["missing field ", name, ..] => field(name, "required"),
        _ => FieldErrors::one("body", Reason::new("body_not_json").with("detail", said)),
    }
}
