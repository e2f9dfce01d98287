//! Editions of the forum, their tracks, rooms, partners and consent texts.
//!
//! An edition is draft, then published, then archived; the public sees it from its publication on, for
//! good. Whoever changes what the public sees calls [`publication::bump`] in the same transaction, last:
//! nodes poll that count and rebuild their pages. Reads for the public ([`by_slug`], [`current`],
//! [`public_editions`]) never answer a draft; staff reads take the edition from the proof.

mod create;
mod fields;
mod lifecycle;
pub mod publication;
mod reads;
mod store;

pub use create::{change, create};
pub use fields::{EditionChange, EditionFields};
pub use lifecycle::{archive, publish};
pub use reads::{by_slug, current, for_staff, id_of_slug, mine, public_editions};
pub use store::edition::{Edition, EditionState, NewEdition};

use crate::accounts::proofs::Organiser;
use crate::values::Id;

/// Every action that this domain records; each has a locale key `audit-noun-verb`.
pub const ACTIONS: &[&str] = &["edition.create", "edition.change", "edition.publish", "edition.archive"];

impl Edition {
    /// The edition that an organiser's power ends at.
    #[must_use]
    pub fn of(organiser: &Organiser) -> Id<Self> {
        Id::from(organiser.edition())
    }
}
