//! The pages of the settings, from each to the others.

use super::super::frame::address;
use crate::{editions::Edition, http::Ui, web::public::views::Link};

/// A page of the settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::web) enum Tab {
    /// Texts, dates, place.
    Details,
    /// Institutions, in the order of protocol.
    Partners,
    /// Fields of the forum.
    Tracks,
    /// Where sessions take place.
    Rooms,
    /// Road shows, promotion events.
    SideEvents,
    /// What attendees agree to.
    Consents,
    /// What lacks a language, and publication.
    Check,
}

impl Tab {
    const ALL: [Self; 7] = [
        Self::Details,
        Self::Partners,
        Self::Tracks,
        Self::Rooms,
        Self::SideEvents,
        Self::Consents,
        Self::Check,
    ];

    /// Its address below the edition's console, and its locale key.
    pub(super) fn told(self) -> (&'static str, &'static str) {
        match self {
            Self::Details => ("/settings", "settings-details"),
            Self::Partners => ("/settings/partners", "settings-partners"),
            Self::Tracks => ("/settings/tracks", "settings-tracks"),
            Self::Rooms => ("/settings/rooms", "settings-rooms"),
            Self::SideEvents => ("/settings/side-events", "settings-side-events"),
            Self::Consents => ("/settings/consent-texts", "settings-consents"),
            Self::Check => ("/settings/languages", "settings-check"),
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
