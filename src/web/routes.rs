//! Every page and every act behind a button, in one table.

use super::entry;
use crate::http::{
    assets,
    routes::{Entry, get},
};

/// The table; patterns are tried from top to bottom.
#[must_use]
pub fn table() -> Vec<Entry> {
    vec![get("/", entry::start), get("/assets/{fingerprint}/{path:.*}", assets::serve)]
}
