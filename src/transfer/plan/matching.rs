//! Finding the row that a file means.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use crate::{db::sources::Source, transfer::read::Row};

/// What is there of one kind, to be claimed row by row; each at most once.
pub(super) struct Rows<'a> {
    sources: &'a BTreeMap<Uuid, Source>,
    keys: BTreeMap<&'a str, Uuid>,
    names: BTreeMap<&'a str, Vec<Uuid>>,
    ids: BTreeSet<Uuid>,
    claimed: BTreeSet<Uuid>,
}

impl<'a> Rows<'a> {
    /// Of rows with all the names that each goes by.
    pub(super) fn of<N: AsRef<str> + 'a>(
        there: impl Iterator<Item = (Uuid, &'a [N])>,
        sources: &'a BTreeMap<Uuid, Source>,
    ) -> Self {
        let (mut names, mut ids) = (BTreeMap::<&str, Vec<Uuid>>::new(), BTreeSet::new());
        for (id, called) in there {
            ids.insert(id);
            for name in called {
                names.entry(name.as_ref()).or_default().push(id);
            }
        }
        let keys = sources.values().filter(|it| ids.contains(&it.row_id));
        let keys = keys.map(|source| (source.key.as_str(), source.row_id)).collect();
        Self { sources, keys, names, ids, claimed: BTreeSet::new() }
    }

    /// The row that the file means: of the same key, else our own of that id, else the first of that name that no
    /// other file calls otherwise.
    pub(super) fn claim<'n, T>(
        &mut self,
        row: &Row<T>,
        names: impl IntoIterator<Item = &'n str>,
    ) -> Option<Uuid> {
        let by_key = row.key.as_deref().and_then(|key| self.keys.get(key).copied());
        let own = || row.id.filter(|id| self.ids.contains(id));
        let free = |id: &Uuid| {
            let elsewhere = row.key.is_some() && self.sources.contains_key(id);
            !elsewhere && !self.claimed.contains(id)
        };
        let named = || names.into_iter().find_map(|name| self.names.get(name)?.iter().copied().find(free));
        let found = by_key.or_else(own).filter(|id| !self.claimed.contains(id)).or_else(named)?;
        self.claimed.insert(found);
        Some(found)
    }

    /// Where a row came from last.
    pub(super) fn source(&self, id: Uuid) -> Option<&'a Source> {
        self.sources.get(&id)
    }

    /// How many rows nobody claimed.
    pub(super) fn left(&self) -> usize {
        self.ids.len() - self.claimed.len()
    }
}
