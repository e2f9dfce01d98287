//! A query string: typed, and strict about unknown parameters.

use std::future::{Ready, ready};

use actix_web::{Error as ActixError, FromRequest, HttpRequest, dev::Payload, web};
use serde::de::DeserializeOwned;

use crate::error::{Error, Reason};

/// Parameters of the shape `T`. Shapes deny unknown fields.
pub(super) struct Query<T>(pub(super) T);

impl<T: DeserializeOwned + 'static> FromRequest for Query<T> {
    type Error = ActixError;
    type Future = Ready<Result<Self, ActixError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        // PostgreSQL's texts hold no zero byte, so that nothing can be meant by one.
        if request.query_string().contains("%00") {
            return ready(Err(refused("a zero byte").into()));
        }
        let read = web::Query::<T>::from_query(request.query_string());
        ready(read.map(|query| Self(query.into_inner())).map_err(|error| refused(&error.to_string()).into()))
    }
}

fn refused(said: &str) -> Error {
    let unknown = said.split_once("unknown field `").and_then(|(_, rest)| rest.split_once('`'));
    match unknown {
        Some((name, _)) => Error::field(name, Reason::new("unknown_field")),
        None => Error::field("query", Reason::new("query_unreadable").with("detail", said)),
    }
}
