//! A file as an answer: whole or in part, shown only where it can do no harm; kept by nobody, or by everybody where it is public.

use actix_web::{
    HttpRequest, HttpResponse, HttpResponseBuilder,
    body::SizedStream,
    http::{StatusCode, header},
    web::Bytes,
};
use futures_util::{Stream, TryStreamExt};

use crate::{
    db::Db,
    error::Error,
    files::{Asked, File, asked},
    formats::media::MediaType,
    values::FileName,
};

/// What a document that is shown in a window may do: nothing but be drawn, by the viewer inside the browser, within our own pages.
const CSP: &str = "default-src 'none'; object-src 'self'; img-src 'self' data: blob:; style-src 'unsafe-inline'; \
    base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/// How long, in seconds, anybody may keep what is public: a day. It never changes under its address, but may be taken down.
const KEPT: &str = "public, max-age=86400";

/// A file that anybody may read: kept for a day, and not sent again to who has it (RFC 9110, section 13.1.2).
///
/// # Errors
/// As [`download`].
pub fn download_public(request: &HttpRequest, db: &Db, file: &File) -> Result<HttpResponse, Error> {
    let known = request.headers().get(header::IF_NONE_MATCH);
    let mut response = match known.is_some_and(|known| known.as_bytes() == etag(file).as_bytes()) {
        true => HttpResponse::NotModified().insert_header((header::ETAG, etag(file))).finish(),
        false => download(request, db, file)?,
    };
    response.headers_mut().insert(header::CACHE_CONTROL, header::HeaderValue::from_static(KEPT));
    Ok(response)
}

/// A table for spreadsheets, saved as `name`, an ASCII one, and kept by nobody (RFC 7111, section 5.1).
#[must_use]
pub fn table(name: &str, bytes: Vec<u8>) -> HttpResponse {
    table_headers(name).body(bytes)
}

/// The same of a table that is sent as it is made.
pub fn table_of(name: &str, pieces: impl Stream<Item = Result<Vec<u8>, Error>> + 'static) -> HttpResponse {
    table_headers(name).streaming(Box::pin(pieces.map_ok(Bytes::from)))
}

fn table_headers(name: &str) -> HttpResponseBuilder {
    let mut response = HttpResponse::Ok();
    response
        .insert_header((header::CONTENT_TYPE, "text/csv; charset=utf-8"))
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .insert_header((header::CACHE_CONTROL, "no-store"));
    response
}

/// What stands for the bytes of a file.
fn etag(file: &File) -> String {
    format!("\"{}\"", data_encoding::HEXLOWER.encode(&file.sha256))
}

/// The bytes of `file` that `request` asks for (RFC 9110, section 14).
///
/// # Errors
/// [`Error::Internal`] where the file's length is no length.
pub fn download(request: &HttpRequest, db: &Db, file: &File) -> Result<HttpResponse, Error> {
    let size = u64::try_from(file.size).map_err(Error::internal)?;
    let etag = etag(file);
    let text = |name| request.headers().get(name).and_then(|value| value.to_str().ok());
    // A reader that has the beginning of another file wants all of this one (section 13.1.5).
    let same = text(header::IF_RANGE).is_none_or(|known| known == etag);
    let wanted = text(header::RANGE).filter(|_| same).map_or(Asked::All, |range| asked(range, size));
    let (status, range) = match wanted {
        Asked::All => (StatusCode::OK, 0..size),
        Asked::Part(range) => (StatusCode::PARTIAL_CONTENT, range),
        Asked::Beyond => (StatusCode::RANGE_NOT_SATISFIABLE, 0..0),
    };
    let mut response = HttpResponse::build(status);
    response
        .insert_header((header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .insert_header((header::CONTENT_SECURITY_POLICY, CSP))
        .insert_header((header::CACHE_CONTROL, "private, no-store"))
        .insert_header((header::ACCEPT_RANGES, "bytes"));
    if status == StatusCode::RANGE_NOT_SATISFIABLE {
        // A type of its own tells the renderer of errors that this answer is whole.
        return Ok(response
            .insert_header((header::CONTENT_RANGE, format!("bytes */{size}")))
            .content_type("text/plain")
            .finish());
    }
    if status == StatusCode::PARTIAL_CONTENT {
        let last = range.end.saturating_sub(1);
        response.insert_header((header::CONTENT_RANGE, format!("bytes {}-{last}/{size}", range.start)));
    }
    let length = range.end.saturating_sub(range.start);
    let bytes = file.read(db.clone(), range).map_ok(Bytes::from);
    Ok(response
        .insert_header((header::ETAG, etag))
        .insert_header((header::CONTENT_TYPE, file.media_type.as_str()))
        .insert_header((header::CONTENT_DISPOSITION, disposition(file.media_type, &file.name)))
        .body(SizedStream::new(length, bytes)))
}

/// Shown in the window where we drew it or the browser has a viewer for it, else saved; with its name twice (RFC 6266): in
/// ASCII for old programs, and as it is (RFC 8187).
fn disposition(kind: MediaType, name: &FileName) -> String {
    let how = if kind.is_picture() || kind == MediaType::Pdf { "inline" } else { "attachment" };
    let old: String = name.as_str().chars().map(|c| if is_plain(c) { c } else { '_' }).collect();
    if old == name.as_str() {
        return format!("{how}; filename=\"{old}\"");
    }
    let escaped: String = name.as_str().bytes().map(escaped).collect();
    format!("{how}; filename=\"{old}\"; filename*=UTF-8''{escaped}")
}

/// What every program understands between quotes; some decode `%`.
fn is_plain(c: char) -> bool {
    (' '..='~').contains(&c) && !matches!(c, '"' | '\\' | '%')
}

/// One byte in the form of RFC 8187, section 3.2.1.
fn escaped(byte: u8) -> String {
    if byte.is_ascii_alphanumeric() || b"!#$&+-.^_`|~".contains(&byte) {
        char::from(byte).to_string()
    } else {
        format!("%{byte:02X}")
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use actix_web::http::header::{ContentDisposition, HeaderValue};
    use proptest::prelude::*;

    use super::*;

    fn said(kind: MediaType, name: &str) -> String {
        disposition(kind, &FileName::parse(name).unwrap())
    }

    #[test]
    fn names_are_said_in_ascii_and_as_they_are() {
        assert_eq!(said(MediaType::Pdf, "deck 2.pdf"), "inline; filename=\"deck 2.pdf\"");
        assert_eq!(
            said(MediaType::Jpeg, "路演 1%.jpg"),
            "inline; filename=\"__ 1_.jpg\"; filename*=UTF-8''%E8%B7%AF%E6%BC%94%201%25.jpg"
        );
        assert!(said(MediaType::Mp4, "a.mp4").starts_with("attachment; "));
    }

    proptest! {
        #[test]
        fn every_name_makes_one_header_that_says_it(raw in "\\PC{1,60}|[ -~]{1,60}") {
            if let Ok(name) = FileName::parse(&raw) {
                let value = HeaderValue::try_from(disposition(MediaType::Pdf, &name)).unwrap();
                let read = ContentDisposition::from_raw(&value).unwrap();
                let told = read.get_filename_ext().map(|ext| String::from_utf8(ext.value.clone()).unwrap());
                let told = told.unwrap_or_else(|| read.get_filename().unwrap().to_owned());
                prop_assert_eq!(told, name.as_str());
            }
        }
    }
}
