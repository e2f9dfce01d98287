//! A delivery as it goes out: body and headers of Standard Webhooks.

use http_body_util::Full;
use hyper::{
    Request,
    body::Bytes,
    header::{ACCEPT, CONNECTION, CONTENT_TYPE, HOST, USER_AGENT},
};
use serde::Serialize;
use url::{Position, Url};
use uuid::Uuid;

use super::{
    events::{self, Resource},
    secrets::{Secret, signatures},
    store::{deliveries::message_id, work::Row},
};
use crate::{error::Error, values::Moment};

const AGENT: &str = concat!("Plenary-Webhooks/", env!("CARGO_PKG_VERSION"));

/// What is sent: which kind of thing, which one, where to ask about it.
#[derive(Serialize)]
struct Body<'a> {
    r#type: &'a str,
    timestamp: Moment,
    data: Data<'a>,
}

#[derive(Serialize)]
struct Data<'a> {
    id: Uuid,
    edition: &'a str,
    kind: Resource,
    url: String,
}

/// The body. The same delivery has the same one in each try, unless the edition's address changes.
fn body(row: &Row, base_url: &Url) -> Result<String, Error> {
    let event = events::named(&row.event)
        .ok_or_else(|| Error::internal(format!("no event is called {}", row.event)))?;
    let id = match event.resource {
        Resource::Edition => row.edition_id,
        _ => row.subject_id,
    };
    let url = base_url.join(&event.resource.path(&row.edition, id)).map_err(Error::internal)?;
    let data = Data { id, edition: &row.edition, kind: event.resource, url: url.into() };
    let body = Body { r#type: event.name, timestamp: row.occurred_at, data };
    serde_json::to_string(&body).map_err(Error::internal)
}

/// The request that takes `row` to `url`, signed with each of `secrets` at the second `now`.
pub(super) fn request(
    row: &Row,
    url: &Url,
    secrets: &[Secret],
    base_url: &Url,
    now: i64,
) -> Result<Request<Full<Bytes>>, Error> {
    let (body, id) = (body(row, base_url)?, message_id(row.id));
    let host = &url[Position::BeforeHost..Position::AfterPort];
    Request::post(&url[Position::BeforePath..Position::AfterQuery])
        .header(HOST, host)
        .header(USER_AGENT, AGENT)
        .header(ACCEPT, "*/*")
        .header(CONNECTION, "close")
        .header(CONTENT_TYPE, "application/json")
        .header("webhook-signature", signatures(secrets, &id, now, &body))
        .header("webhook-timestamp", now)
        .header("webhook-id", id)
        .body(Full::from(body))
        .map_err(Error::internal)
}
