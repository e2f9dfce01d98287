//! A posted form as what it is: pairs of names and values, several values a name allowed.

use std::{future::Future, pin::Pin};

use actix_web::{FromRequest, HttpRequest, dev::Payload, http::header, web::Bytes};

use crate::error::{Error, Reason};

/// The decoded body of an `application/x-www-form-urlencoded` POST, or the pairs of a query string.
#[derive(Clone, Debug, Default)]
pub struct FormData {
    pairs: Vec<(String, String)>,
    body: Vec<u8>,
}

impl FormData {
    /// Decodes `body`; bytes that are not UTF-8 are refused, not replaced.
    ///
    /// # Errors
    /// [`Error::Invalid`] `body_not_utf8`.
    pub fn decode(body: &[u8]) -> Result<Self, Error> {
        let refused = || Error::field("body", Reason::new("body_not_utf8"));
        let mut pairs = Vec::new();
        for (name, value) in form_urlencoded::parse(body) {
            // The decoder replaces what is not UTF-8 by U+FFFD, which nobody types; nor U+0000, which
            // PostgreSQL's text cannot hold.
            let odd = ['\u{fffd}', '\0'];
            if name.contains(odd) || value.contains(odd) {
                return Err(refused());
            }
            pairs.push((name.into_owned(), value.into_owned()));
        }
        Ok(Self { pairs, body: body.to_vec() })
    }

    /// The pairs of a form that also brought files, each told by its field and digest in the body.
    pub(super) fn with_files<'a>(
        pairs: Vec<(String, String)>,
        files: impl Iterator<Item = (&'a str, String)>,
    ) -> Self {
        let mut body = form_urlencoded::Serializer::new(String::new());
        body.extend_pairs(&pairs).extend_pairs(files);
        Self { body: body.finish().into_bytes(), pairs }
    }

    /// The first value of `name`, or nothing typed.
    #[must_use]
    pub fn one(&self, name: &str) -> &str {
        self.pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str()).unwrap_or_default()
    }

    /// Every value of `name`.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.pairs.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Whether a box of this name was ticked.
    #[must_use]
    pub fn ticked(&self, name: &str) -> bool {
        self.pairs.iter().any(|(key, value)| key == name && !value.is_empty())
    }

    /// Every pair, in order.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The same pairs with one value for `name`.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.pairs.retain(|(known, _)| known != name);
        self.pairs.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The bytes as they came, for the digest of an idempotency claim.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.body
    }
}

impl AsRef<Self> for FormData {
    fn as_ref(&self) -> &Self {
        self
    }
}

impl FromIterator<(String, String)> for FormData {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(pairs: I) -> Self {
        Self { pairs: pairs.into_iter().collect(), body: Vec::new() }
    }
}

impl FromRequest for FormData {
    type Error = actix_web::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Self::Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let form = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .is_some_and(|value| value.starts_with("application/x-www-form-urlencoded"));
        let body = Bytes::from_request(request, payload);
        Box::pin(async move {
            if !form {
                return Err(Error::field("body", Reason::new("body_not_a_form")).into());
            }
            Ok(Self::decode(&body.await?)?)
        })
    }
}
