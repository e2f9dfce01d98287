//! What an edition lends to the mails that speak for it.

use super::Edition;
use crate::mail::Letterhead;

impl Edition {
    /// Its facts as mails print them.
    #[must_use]
    pub fn letterhead(&self) -> Letterhead {
        Letterhead {
            name: self.name.clone(),
            venue: self.venue_name.clone(),
            address: self.venue_address.clone(),
            starts_at: self.starts_at,
            ends_at: self.ends_at,
            zone: self.zone.clone(),
            contact: self.contact_email.clone(),
            version: u32::try_from(self.version).unwrap_or_default(),
        }
    }
}
