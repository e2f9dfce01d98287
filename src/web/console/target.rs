//! Which row a page is about.

use serde::Deserialize;

use crate::{error::Error, values::Id};

/// The row of the path's last segment; none on the page that adds one, which is the same page otherwise.
#[derive(Deserialize)]
#[serde(bound = "")]
pub(in crate::web) struct Target<K: 'static> {
    pub(super) id: Option<Id<K>>,
}

impl<K> Target<K> {
    /// The row, on pages that there are only for one.
    pub(super) fn row(&self) -> Result<Id<K>, Error> {
        self.id.ok_or(Error::NotFound)
    }

    /// What saving did, for `?done=`.
    pub(super) fn done(&self) -> &'static str {
        if self.id.is_some() { "saved" } else { "added" }
    }

    /// The last segment.
    pub(super) fn segment(&self) -> String {
        self.id.map_or_else(|| "new".to_owned(), |id| id.to_string())
    }
}
