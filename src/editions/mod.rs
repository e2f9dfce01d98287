//! Editions of the forum, their tracks, rooms, partners, side events and consent texts.
//!
//! An edition is draft, then published, then archived; the public sees it from its publication on, for
//! good. Whoever changes what the public sees calls [`publication::bump`] in the same transaction, last:
//! nodes poll that count and rebuild their pages. Reads for the public ([`by_slug`], [`current`],
//! [`public_editions`]) never answer a draft; staff reads take the edition from the proof.

mod completeness;
mod consent_texts;
mod create;
mod fields;
mod lifecycle;
mod occasion;
pub mod parts;
pub mod publication;
mod reads;
mod store;

pub use completeness::{Missing, PublicText, completeness};
pub use consent_texts::{consent_texts_ever, current_consent_texts, set_consent_text};
pub use create::{change, create};
pub use fields::{
    ConsentTextFields, EditionChange, EditionFields, PartnerFields, RoomFields, SideEventFields, TrackFields,
};
pub use lifecycle::{archive, publish};
pub use occasion::{Occasion, letterheads, occasion, occasions};
pub use reads::{
    PublicEdition, all, by_slug, current, for_staff, id_of_slug, leading, mine, public_edition,
    public_editions, seen_by,
};
pub use store::{
    consent_text::{ConsentKind, ConsentText, NewConsentText},
    edition::{Edition, EditionState, NewEdition},
    parts::{NewPartner, NewRoom, NewTrack, Partner, PartnerKind, Room, Track},
    side_event::{NewSideEvent, SideEvent},
};

use crate::{accounts::proofs::Organiser, values::Id};

/// Every action that this domain records; each has a locale key `audit-noun-verb`.
pub const ACTIONS: &[&str] = &[
    "edition.create",
    "edition.change",
    "edition.publish",
    "edition.archive",
    "track.create",
    "track.change",
    "track.remove",
    "track.reorder",
    "room.create",
    "room.change",
    "room.remove",
    "room.reorder",
    "partner.create",
    "partner.change",
    "partner.remove",
    "partner.reorder",
    "side-event.create",
    "side-event.change",
    "side-event.remove",
    "side-event.reorder",
    "consent-text.set",
];

impl Edition {
    /// The edition that an organiser's power ends at.
    #[must_use]
    pub fn of(organiser: &Organiser) -> Id<Self> {
        Id::from(organiser.edition())
    }
}
