//! What an edition, or a side event of it, lends to the mails that speak for it.

use std::collections::BTreeMap;

use uuid::Uuid;

use crate::values::{Email, Localised, Moment, Zone};

/// An edition's or a side event's facts as mails print them. Floor 4 reads them from the editions when mails go out, so that the
/// rows queued in a rush stay small and a venue that moved is right in every mail not yet sent.
#[derive(Clone, Debug)]
pub struct Letterhead {
    /// Its name.
    pub name: Localised,
    /// The venue's name.
    pub venue: Option<Localised>,
    /// The venue's postal address.
    pub address: Option<Localised>,
    /// When it begins.
    pub starts_at: Moment,
    /// When it ends.
    pub ends_at: Moment,
    /// Whose wall clock it keeps to.
    pub zone: Zone,
    /// Where answers go.
    pub contact: Email,
    /// How often its facts were changed: the sequence number of its calendar entry.
    pub version: u32,
}

/// The letterhead of every edition, by the edition's id, and of every side event, by its own.
pub type Letterheads = BTreeMap<Uuid, Letterhead>;
