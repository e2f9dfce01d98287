//! The language of a page: its path's, else the one chosen, else that of whoever it is about, else the browser's.

use actix_web::{
    Error as ActixError, HttpMessage, HttpRequest,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::{Method, header, header::HeaderValue},
    middleware::Next,
    web,
};

use super::{App, cookies::Jar, page::see_other};
use crate::{error::Error, values::Lang};

/// The cookie that remembers the language chosen last, without its prefix.
const COOKIE: &str = "lang";
/// For how long; nobody should have to choose every month.
const SECONDS: i64 = 365 * 86_400;
/// The parameter by which the switch says what was chosen.
const CHOICE: &str = "lang";

/// The language of whoever a request is about.
#[derive(Clone, Copy)]
struct Theirs(Lang);

/// The language to answer in.
#[must_use]
pub fn of(request: &HttpRequest) -> Lang {
    of_path(request.path())
        .or_else(|| chosen(request.query_string()))
        .or_else(|| remembered(request))
        .or_else(|| request.extensions().get::<Theirs>().map(|theirs| theirs.0))
        .or_else(|| preferred(request))
        .unwrap_or(Lang::En)
}

/// The language to answer in, now that it is known whose account or registration the request is about: `theirs`, unless another
/// one was chosen. Whatever else answers this request, an error page say, speaks it too.
#[must_use]
pub fn of_owner(request: &HttpRequest, theirs: Lang) -> Lang {
    request.extensions_mut().insert(Theirs(theirs));
    of(request)
}

/// The page at `path`, with its query, in another language: the language is the first segment of public paths, a parameter
/// elsewhere.
#[must_use]
pub fn page_in(path: &str, lang: &str) -> String {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let mut kept = form_urlencoded::Serializer::new(String::new());
    kept.extend_pairs(form_urlencoded::parse(query.as_bytes()).filter(|(name, _)| name != CHOICE));
    let path = if of_path(path).is_some() {
        let rest = path
            .trim_start_matches('/')
            .split_once('/')
            .map_or(String::new(), |(_, rest)| format!("/{rest}"));
        format!("/{lang}{rest}")
    } else {
        kept.append_pair(CHOICE, lang);
        path.to_owned()
    };
    let query = kept.finish();
    if query.is_empty() { path } else { format!("{path}?{query}") }
}

/// The link by which a reader of `path` chooses `lang`: it is remembered.
#[must_use]
pub fn choice_of(path: &str, lang: &str) -> String {
    let page = page_in(path, lang);
    if of_path(path).is_none() {
        return page;
    }
    let mark = if page.contains('?') { '&' } else { '?' };
    format!("{page}{mark}{CHOICE}={lang}")
}

/// Remembers which language a reader chooses. Under `/{lang}/` she is led on to the page itself, so that no page that is kept in
/// memory, or by others, ever carries a cookie.
///
/// # Errors
/// The inner service's.
pub async fn remember(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, ActixError> {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let Some(lang) = chosen(request.query_string()).filter(|_| reads) else {
        return Ok(next.call(request).await?.map_into_boxed_body());
    };
    let mut response = if of_path(request.path()).is_some() {
        let path = request.uri().path_and_query().map_or("/", |path| path.as_str());
        let page = see_other(page_in(path, lang.as_str()));
        request.into_response(page)
    } else {
        next.call(request).await?.map_into_boxed_body()
    };
    let public = HeaderValue::from_static("public");
    let cache = response.headers().get(header::CACHE_CONTROL);
    if cache.is_none_or(|cache| !cache.as_bytes().starts_with(public.as_bytes()))
        && let Some(app) = response.request().app_data::<web::Data<App>>()
    {
        let cookie = Jar::of(app).secret(COOKIE, lang.to_string(), Some(SECONDS));
        response.response_mut().add_cookie(&cookie).map_err(Error::internal)?;
    }
    Ok(response)
}

/// The language in a public path's first segment.
fn of_path(path: &str) -> Option<Lang> {
    path.trim_start_matches('/').split('/').next()?.parse().ok()
}

fn chosen(query: &str) -> Option<Lang> {
    let (_, tag) = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == CHOICE)?;
    Lang::from_tag(&tag)
}

fn remembered(request: &HttpRequest) -> Option<Lang> {
    let app = request.app_data::<web::Data<App>>()?;
    Jar::of(app).read(request, COOKIE)?.parse().ok()
}

fn preferred(request: &HttpRequest) -> Option<Lang> {
    Lang::negotiate(request.headers().get(header::ACCEPT_LANGUAGE)?.to_str().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn switching_stays_on_the_page() {
        let cases = [
            ("/en/2026", "/zh-Hans/2026", "/zh-Hans/2026?lang=zh-Hans"),
            ("/en/2026?a=b&lang=en", "/zh-Hans/2026?a=b", "/zh-Hans/2026?a=b&lang=zh-Hans"),
            ("/sign-in", "/sign-in?lang=zh-Hans", "/sign-in?lang=zh-Hans"),
            (
                "/console?q=%E5%BC%A0&lang=en",
                "/console?q=%E5%BC%A0&lang=zh-Hans",
                "/console?q=%E5%BC%A0&lang=zh-Hans",
            ),
        ];
        for (path, page, choice) in cases {
            assert_eq!(
                (page_in(path, "zh-Hans"), choice_of(path, "zh-Hans")),
                (page.to_owned(), choice.to_owned())
            );
        }
    }
}
