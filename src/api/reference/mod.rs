//! `/api/docs`: the OpenAPI document as a page that works offline and without scripts.

mod example;
mod schemas;
mod views;

use std::sync::LazyLock;

use actix_web::{HttpResponse, http::StatusCode, web::Data};
use askama::Template;
use serde_json::Value;

use schemas::{Kind, SchemaView};
use views::Group;

use super::document::document;
use crate::{
    error::Error,
    http::{App, Asker, Ui, page},
};

/// What the page shows; the document never changes while the program runs, so it is read once.
struct Contents {
    about: Vec<String>,
    groups: Vec<Group>,
    schemas: Vec<SchemaView>,
}

static CONTENTS: LazyLock<Contents> = LazyLock::new(|| {
    let document = serde_json::to_value(document()).unwrap_or_default();
    let about = document.pointer("/info/description").map_or("", text);
    Contents {
        about: about.split("\n\n").map(str::to_owned).collect(),
        groups: views::groups(&document),
        schemas: schemas::all(&document),
    }
});

#[derive(Template)]
#[template(path = "api/reference.html")]
struct ReferencePage {
    ui: Ui,
    contents: &'static Contents,
    /// The site's address, without a slash at its end.
    base: String,
}

/// `GET /api/docs`
pub(super) async fn show(app: Data<App>, asker: Asker) -> Result<HttpResponse, Error> {
    let base = app.config.base_url.as_str().trim_end_matches('/').to_owned();
    page(
        StatusCode::OK,
        &ReferencePage { ui: Ui::anonymous(asker.lang, &asker.path), contents: &CONTENTS, base },
    )
}

/// A JSON string, or nothing.
fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// The members of a JSON object, or nothing.
fn members(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}

/// The items of a JSON array, or nothing.
fn items(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}
