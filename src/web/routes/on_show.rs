//! What companies show, what they need for that, and what search engines ask for.

use crate::{
    http::routes::{Entry, get},
    web::console::programme as console,
    web::public::{
        programme::{company, demos},
        sitemap,
    },
};

/// What the venue needs, which stands before the sessions of the programme.
pub(super) fn console() -> Vec<Entry> {
    vec![
        get("/console/{edition}/programme/power", console::power),
        get("/console/{edition}/programme/power.csv", console::export_power),
    ]
}

/// What anybody reads, which stands behind every path that begins with a word.
pub(super) fn public() -> Vec<Entry> {
    vec![
        get("/robots.txt", sitemap::robots),
        get("/sitemap.xml", sitemap::show),
        get("/{lang}/{edition}/demos", demos::show),
        get("/{lang}/{edition}/companies/{company}", company::show),
        get("/{lang}/{edition}/companies/{company}/logo/{file}", company::logo),
    ]
}
