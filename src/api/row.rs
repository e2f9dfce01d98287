//! Which row an operation is about, and the version of it that a change was made from.

use std::future::{Ready, ready};

use actix_web::{Error as ActixError, FromRequest, HttpRequest, dev::Payload, http::header};
use utoipa::{
    IntoParams,
    openapi::{
        ObjectBuilder, Required, Type,
        path::{Parameter, ParameterBuilder, ParameterIn},
    },
};

use crate::{
    error::{Error, Reason},
    values::{Id, Lang},
};

/// The `{id}` of the path. What is no id names nothing.
pub(super) struct Row<K: 'static>(pub(super) Id<K>);

impl<K> FromRequest for Row<K> {
    type Error = ActixError;
    type Future = Ready<Result<Self, ActixError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let id = request.match_info().query("id").parse().map(Self);
        ready(id.map_err(|_| Error::NotFound.into()))
    }
}

/// A kind of row that other rows stand under in the API's addresses.
pub(super) trait Parent: 'static {
    /// The name between the braces.
    const NAME: &'static str;
}

/// The row that the one in question stands under. What is no id names nothing.
pub(super) struct Under<K: Parent>(pub(super) Id<K>);

impl<K: Parent> FromRequest for Under<K> {
    type Error = ActixError;
    type Future = Ready<Result<Self, ActixError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let id = request.match_info().query(K::NAME).parse().map(Self);
        ready(id.map_err(|_| Error::NotFound.into()))
    }
}

/// The `{lang}` of the path. What is no written language of ours names nothing.
pub(super) struct InLang(pub(super) Lang);

impl FromRequest for InLang {
    type Error = ActixError;
    type Future = Ready<Result<Self, ActixError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let lang = request.match_info().query("lang").parse().map(Self);
        ready(lang.map_err(|()| Error::NotFound.into()))
    }
}

/// The version that the caller saw, from `If-Match: "7"` (RFC 9110 section 13.1.1), so that nobody
/// overwrites what they have not seen. What is wrong with it is said only to whoever asks for it.
pub(super) struct SeenVersion(Result<i32, Reason>);

impl SeenVersion {
    /// The version.
    ///
    /// # Errors
    /// [`Error::Invalid`] `required`, `if_match_invalid`.
    pub(super) fn number(&self) -> Result<i32, Error> {
        self.0.clone().map_err(|reason| Error::field("If-Match", reason))
    }
}

impl FromRequest for SeenVersion {
    type Error = ActixError;
    type Future = Ready<Result<Self, ActixError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let Some(sent) = request.headers().get(header::IF_MATCH) else {
            return ready(Ok(Self(Err(Reason::new("required")))));
        };
        let text = sent.to_str().unwrap_or_default().trim();
        let quoted = text.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
        ready(Ok(Self(
            quoted.and_then(|text| text.parse().ok()).ok_or_else(|| Reason::new("if_match_invalid")),
        )))
    }
}

impl IntoParams for SeenVersion {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        let parameter = ParameterBuilder::new()
            .name("If-Match")
            .parameter_in(ParameterIn::Header)
            .required(Required::True)
            .description(Some(
                "The `ETag` of what you saw, so that nobody overwrites what they have not seen.",
            ))
            .schema(Some(ObjectBuilder::new().schema_type(Type::String).pattern(Some("^\"[0-9]{1,9}\"$"))));
        vec![parameter.build()]
    }
}

/// The `ETag` of a row at `version`.
pub(super) fn etag(version: i32) -> (header::HeaderName, String) {
    (header::ETAG, format!("\"{version}\""))
}
