//! Every operation, in one table; a test compares it with the OpenAPI document.

use crate::http::routes::Entry;

/// The table; patterns stand under `/api`.
#[must_use]
pub fn table() -> Vec<Entry> {
    vec![]
}
