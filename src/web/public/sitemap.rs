//! Which pages there are, for search engines.

use actix_web::{HttpResponse, http::header, web};

use super::views::address;
use crate::{
    error::Error,
    formats::sitemap::{self, Page},
    http::App,
    overview::PublicSnapshot,
    values::Lang,
};

/// How long, in seconds, a search engine need not ask again.
const KEPT: &str = "public, max-age=3600";

/// `GET /sitemap.xml`: what there is to read of every public edition.
pub(in crate::web) async fn show(app: web::Data<App>) -> Result<HttpResponse, Error> {
    let mut pages = Vec::new();
    for edition in app.pages.editions(&app.db).await?.iter() {
        let snapshot = app.pages.snapshot(&app.db, edition.slug.as_str()).await?;
        pages.extend(below(&snapshot).iter().map(|page| in_all_languages(&app, &snapshot, page)));
    }
    Ok(answer(sitemap::MEDIA_TYPE, sitemap::sitemap(&pages)))
}

/// `GET /robots.txt` (RFC 9309): everybody may read everything public, and the sitemap says where it is.
pub(in crate::web) async fn robots(app: web::Data<App>) -> HttpResponse {
    let text = format!("User-agent: *\nAllow: /\n\nSitemap: {}sitemap.xml\n", app.config.base_url);
    answer("text/plain; charset=utf-8", text)
}

fn answer(media_type: &'static str, text: String) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, media_type))
        .insert_header((header::CACHE_CONTROL, KEPT))
        .body(text)
}

/// The pages of an edition, each as what follows its address.
fn below(snapshot: &PublicSnapshot) -> Vec<String> {
    let mut pages = vec![String::new(), "/calls".to_owned()];
    let Some(programme) = &snapshot.programme else { return pages };
    pages.extend(["/programme".to_owned(), "/speakers".to_owned()]);
    pages.extend(programme.taking_place().map(|session| format!("/sessions/{}", session.id)));
    let speaks = programme.speakers.iter().filter(|one| programme.sessions_of(one.id).next().is_some());
    pages.extend(speaks.map(|one| format!("/speakers/{}", one.id)));
    let mut companies: Vec<_> = programme.on_show().map(|shown| shown.company.id).collect();
    companies.sort_unstable();
    companies.dedup();
    pages.extend((!companies.is_empty()).then(|| "/demos".to_owned()));
    pages.extend(companies.into_iter().map(|id| format!("/companies/{id}")));
    pages
}

fn in_all_languages(app: &App, snapshot: &PublicSnapshot, page: &str) -> Page {
    let base = app.config.base_url.as_str().trim_end_matches('/');
    let full = |lang: &Lang| (*lang, format!("{base}{}", address(snapshot.edition(), *lang, page)));
    Lang::ALL.iter().map(full).collect()
}
