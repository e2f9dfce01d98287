//! What happened to a row, as the audit trail tells it.

use crate::{
    audit::TrailEntry,
    http::Ui,
    values::{Zone, time},
};

/// An entry of the trail in words.
pub(crate) struct Happened {
    pub(crate) when: String,
    pub(crate) what: String,
    pub(crate) who: String,
}

impl Happened {
    /// The entries in their order.
    pub(crate) fn all(entries: &[TrailEntry], zone: &Zone, ui: &Ui) -> Vec<Self> {
        entries.iter().map(|entry| Self::of(entry, zone, ui)).collect()
    }

    fn of(entry: &TrailEntry, zone: &Zone, ui: &Ui) -> Self {
        Self {
            when: time::moment(ui.lang, entry.at, zone),
            what: ui.t(&format!("audit-{}", entry.action.replace('.', "-"))),
            who: ui.t(&format!("actor-{}", entry.actor_kind)),
        }
    }
}
