//! The details of an edition in one form.

use actix_web::{HttpResponse, http::StatusCode};
use askama::Template;

use super::{
    super::{
        frame::{Console, RoomName, address},
        news::News,
    },
    fields,
    tabs::Tab,
};
use crate::{
    accounts::proofs::Organiser,
    editions::Edition,
    error::Error,
    http::{At, Form, Ui, page},
    values::Moment,
    web::public::views::Link,
};

/// What an input holds by now, where it is not what was typed.
pub(super) struct Now {
    pub(super) label: String,
    pub(super) text: String,
    pub(super) lang: &'static str,
}

#[derive(Template)]
#[template(path = "console/settings/details.html")]
struct DetailsPage {
    ui: Ui,
    console: Console,
    tabs: Vec<Link>,
    news: Option<News>,
    form: Form,
    action: String,
    draft: String,
    state: &'static str,
    zone: String,
    check: String,
    archive: Option<String>,
    saved: bool,
    meanwhile: Vec<Now>,
}

/// `GET /console/{edition}/settings`
pub(in crate::web) async fn show(at: At<Organiser>) -> Result<HttpResponse, Error> {
    let form = fields::stored(&at.edition).form();
    draw(&at, &at.edition, form, Vec::new(), StatusCode::OK)
}

/// The page of `edition`, which may be newer than the one the request began with.
pub(super) fn draw(
    at: &At<Organiser>,
    edition: &Edition,
    form: Form,
    meanwhile: Vec<Now>,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let (ui, action) = (at.signed.ui(), address(edition, "/settings"));
    let news = News::done(&at.signed);
    let shown = DetailsPage {
        console: Console::of(edition, &at.signed, RoomName::Settings),
        tabs: Tab::Details.all(edition, &ui),
        draft: format!("edition-{}", edition.id),
        state: edition.state.as_str(),
        zone: edition.zone.label(ui.lang, Moment::now()),
        check: address(edition, "/settings/languages"),
        archive: (edition.state.as_str() == "published").then(|| format!("{action}/archive")),
        saved: news.is_some(),
        news,
        form,
        action,
        meanwhile,
        ui,
    };
    page(status, &shown)
}
