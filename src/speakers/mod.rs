//! Speakers: the people of an edition's programme, with account or without.
//!
//! A speaker may have an address of her own, a contact who receives her mails and acts for her, both, or neither: an
//! organiser can add a keynote by name alone. Whoever holds her personal link, or is signed in with her account, is a
//! [`Presenter`]. Speakers stand in the organiser's order (protocol). Their availability is a list of spans that never
//! overlap; without one, nothing is known.

mod availability;
mod fields;
mod import;
mod mails;
mod photo;
mod presenter;
mod profile;
mod public;
mod staff;
mod store;

pub use availability::{
    AvailabilityFields, Span, availability, own_availability, set_availability, set_own_availability,
};
pub use fields::{Contact, NewSpeaker, Profile, ProfileFields, SpeakerFields};
pub use import::{BroughtIn, bring_in, sources};
pub use mails::Addressee;
pub use photo::{PHOTO, own_photo, remove_photo, set_photo};
pub use presenter::{Presenter, Through, link_account, locked, presenter_by_account, presenter_by_link};
pub use profile::{addresses_among, by_address, known, me, of_account, of_submission, set_profile};
pub use public::{PublicSpeaker, public};
pub use staff::{add, correct, find, invite, list, reorder};
pub use store::{Speaker, SpeakerId};

/// Every action that this domain records; each has a locale key `audit-noun-verb`.
pub const ACTIONS: &[&str] = &[
    "speaker.create",
    "speaker.change",
    "speaker.correct",
    "speaker.reorder",
    "speaker.invite",
    "speaker.link-account",
    "speaker.set-availability",
    "speaker.set-photo",
    "speaker.remove-photo",
];
