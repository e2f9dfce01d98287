//! The programme on other people's pages: one script tag draws it there.

use actix_web::{HttpRequest, HttpResponse, web};
use serde_json::json;

use super::{super::reader::Reader, released};
use crate::{error::Error, http::App, i18n, overview::PublicSnapshot, values::Lang};

const JAVASCRIPT: &str = "text/javascript; charset=utf-8";

/// What the script does, as a function of its words and of the tag that brought it.
const SCRIPT: &str = include_str!("embed.js");

/// `GET /{lang}/{edition}/embed.js`
pub(in crate::web) async fn script(
    app: web::Data<App>,
    request: HttpRequest,
    reader: Reader,
) -> Result<HttpResponse, Error> {
    let Reader { lang, snapshot } = reader;
    app.pages.file(&request, &snapshot, lang, ("embed.js", JAVASCRIPT), drawing)
}

fn drawing(snapshot: &PublicSnapshot, lang: Lang) -> Result<String, Error> {
    released(snapshot)?;
    let words = json!({
        "lang": lang,
        "title": snapshot.edition().name.pick(lang).text,
        "programme": i18n::text(lang, "embed-whole"),
        "unreachable": i18n::text(lang, "embed-unreachable"),
    });
    let script = SCRIPT.trim_end().trim_end_matches(';');
    Ok(format!("{script}({words}, document.currentScript);\n"))
}
