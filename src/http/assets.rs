//! Style sheets, scripts and images: compiled in, served under fingerprinted addresses for ever.

use std::{collections::HashMap, sync::LazyLock};

use actix_web::{HttpRequest, HttpResponse, http::header, web};
use rust_embed::Embed;

use crate::error::Error;

#[derive(Embed)]
#[folder = "assets"]
struct Assets;

/// Fingerprints by path; assets are program constants, so they are hashed once.
static FINGERPRINTS: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let fingerprint = |path: &str| {
        let hash = Assets::get(path)?.metadata.sha256_hash();
        Some(data_encoding::HEXLOWER.encode(hash.get(..6)?))
    };
    Assets::iter().filter_map(|path| Some((path.to_string(), fingerprint(&path)?))).collect()
});

/// Where `path` is served: its content's hash is in the address, so it can be kept for ever.
#[must_use]
pub fn url(path: &str) -> String {
    let fingerprint = FINGERPRINTS.get(path).map(String::as_str).unwrap_or_default();
    format!("/assets/{fingerprint}/{path}")
}

/// `GET /assets/{fingerprint}/{path}`. An old fingerprint gets the present file, without the promise.
pub async fn serve(request: HttpRequest, at: web::Path<(String, String)>) -> Result<HttpResponse, Error> {
    let (fingerprint, path) = at.into_inner();
    let file = Assets::get(&path).ok_or(Error::NotFound)?;
    let present = FINGERPRINTS.get(&path).is_some_and(|now| *now == fingerprint);
    let keep = if present { "public, max-age=31536000, immutable" } else { "no-cache" };
    let etag = format!("\"{}\"", data_encoding::HEXLOWER.encode(&file.metadata.sha256_hash()));
    if request.headers().get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == etag.as_bytes()) {
        return Ok(HttpResponse::NotModified().finish());
    }
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, content_type(&path)))
        .insert_header((header::CACHE_CONTROL, keep))
        .insert_header((header::ETAG, etag))
        .body(file.data.into_owned()))
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, extension)| extension) {
        Some("css") => "text/css; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_asset_is_of_a_kind_that_a_browser_would_have_to_guess() {
        let unknown = Assets::iter().filter(|path| content_type(path) == "application/octet-stream");
        // Tables of characters that PDF.js reads as bytes, and texts that nobody loads.
        let plain = unknown.filter(|path| !path.ends_with(".bcmap") && !path.ends_with("LICENSE"));
        assert_eq!(plain.map(|path| path.to_string()).collect::<Vec<_>>(), Vec::<String>::new());
    }
}
