//! Calls as anybody reads them, and beginning a submission without an account.

mod list;
mod received;
mod show;
mod start;

pub(in crate::web::public) use list::Listed;
pub(in crate::web) use list::list;
pub(in crate::web) use received::{send_again, show as received};
pub(in crate::web) use show::show;
pub(in crate::web) use start::start;

use actix_web::web;

use super::views::address;
use crate::{
    calls::{self, Call, CallState},
    editions::Edition,
    error::Error,
    http::App,
    submissions::{self, CallForm},
    values::{Lang, Moment, time},
};

/// Where a page of a call stands: language, edition, the call's slug.
type At = web::Path<(Lang, String, String)>;

/// The path of a call's page.
fn place(edition: &Edition, lang: Lang, call: &Call) -> String {
    address(edition, lang, &format!("/calls/{}", call.slug))
}

/// `path` with the code in its query, if there is one.
fn with_code(path: String, code: &str) -> String {
    if code.is_empty() {
        return path;
    }
    let query = form_urlencoded::Serializer::new(String::new()).append_pair("code", code).finish();
    format!("{path}?{query}")
}

/// Under which name a browser keeps what is typed for a call.
fn draft_name(edition: &Edition, call: &Call) -> String {
    format!("call-{}-{}", edition.slug, call.slug)
}

/// A listed call with all that it asks; one that asks for a code is not there without a code that works.
async fn opened(app: &App, at: &At, code: &str) -> Result<(Edition, CallForm), Error> {
    let snapshot = app.pages.snapshot(&app.db, &at.1).await?;
    let edition = snapshot.edition().clone();
    let mut conn = app.db.read().await?;
    let call = calls::public_call(&mut conn, edition.id, &at.2, Some(code), Moment::now()).await?;
    let form = submissions::form(&mut conn, call).await?;
    Ok((edition, form))
}

/// Where a call stands, and the moment that matters next, with the edition's zone.
pub(super) struct Window {
    /// `upcoming`, `open` or `closed`.
    pub(super) state: &'static str,
    pub(super) when: String,
}

impl Window {
    pub(super) fn of(call: &Call, edition: &Edition, lang: Lang) -> Self {
        let state = call.state(Moment::now());
        let turn = if state == CallState::Upcoming { call.opens_at } else { call.closes_at };
        Self { state: state.as_str(), when: time::moment_with_zone(lang, turn, &edition.zone) }
    }
}
