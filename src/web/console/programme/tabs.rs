//! The pages of the programme, from each to the others.

use super::super::frame::address;
use crate::{editions::Edition, http::Ui, web::public::views::Link};

/// A page of the programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tab {
    /// What there is, and what waits to be made a session.
    Sessions,
    /// The draft by day and room.
    Schedule,
    /// What a machine would do.
    Arrange,
    /// What demos need of the venue.
    Power,
    /// What was made public, and what would be.
    Releases,
}

impl Tab {
    const ALL: [Self; 5] = [Self::Sessions, Self::Schedule, Self::Arrange, Self::Power, Self::Releases];

    /// Its address below the edition's console, and its locale key.
    fn told(self) -> (&'static str, &'static str) {
        match self {
            Self::Sessions => ("/programme", "programme-sessions"),
            Self::Schedule => ("/programme/schedule", "programme-schedule"),
            Self::Arrange => ("/programme/arrange", "programme-arrange"),
            Self::Power => ("/programme/power", "venue-title"),
            Self::Releases => ("/programme/releases", "programme-releases"),
        }
    }

    /// Links to all of them, this one being the current.
    pub(super) fn all(self, edition: &Edition, ui: &Ui) -> Vec<Link> {
        let link = |tab: Self| {
            let (page, key) = tab.told();
            Link { href: address(edition, page), label: ui.t(key), current: tab == self }
        };
        Self::ALL.map(link).into_iter().collect()
    }
}
