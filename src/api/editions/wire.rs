//! An edition as the API shows it.

use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    api::once::Made,
    editions::{Edition, EditionState},
    values::{Localised, Moment},
};

/// One year's forum.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Edition)]
pub(in crate::api) struct EditionBody {
    /// Its id.
    pub id: Uuid,
    /// Its short name in addresses.
    #[schema(example = "2026")]
    pub slug: String,
    /// Which one it is: the 3rd.
    pub number: i32,
    /// What it is called.
    pub name: Localised,
    /// Its subject in one line.
    pub tagline: Option<Localised>,
    /// What it is about.
    pub description: Option<Localised>,
    /// The house it takes place in.
    pub venue_name: Option<Localised>,
    /// Where that house is.
    pub venue_address: Option<Localised>,
    /// Whose wall clock its times are shown by: an IANA zone.
    #[schema(example = "Asia/Hong_Kong")]
    pub zone: String,
    /// When it begins.
    pub starts_at: Moment,
    /// When it ends.
    pub ends_at: Moment,
    /// How far it has come.
    pub state: EditionState,
    /// Where attendees write to.
    pub contact_email: String,
    /// How many hours an offer to the waiting list runs.
    pub offer_hours: i32,
    /// After this moment the desk calls the waiting list by hand.
    pub offers_end_at: Option<Moment>,
    /// How many days before it begins whoever has a place is reminded; null for never.
    pub reminder_days: Option<i32>,
    /// How many days after it ends whoever came is thanked; null for never.
    pub thanks_days: Option<i32>,
    /// How many days after it ends mails keep what they say; null for good.
    pub mail_kept_days: Option<i32>,
    /// When it was first published.
    pub published_at: Option<Moment>,
    /// Counts its changes; send it as `If-Match` with the next one.
    pub version: i32,
}

impl Made for EditionBody {
    fn id(&self) -> Uuid {
        self.id
    }
}

impl From<Edition> for EditionBody {
    fn from(edition: Edition) -> Self {
        Self {
            id: edition.id.uuid(),
            slug: edition.slug.to_string(),
            number: edition.number,
            name: edition.name,
            tagline: edition.tagline,
            description: edition.description,
            venue_name: edition.venue_name,
            venue_address: edition.venue_address,
            zone: edition.zone.to_string(),
            starts_at: edition.starts_at,
            ends_at: edition.ends_at,
            state: edition.state,
            contact_email: edition.contact_email.to_string(),
            offer_hours: edition.offer_hours,
            offers_end_at: edition.offers_end_at,
            reminder_days: edition.reminder_days,
            thanks_days: edition.thanks_days,
            mail_kept_days: edition.mail_kept_days,
            published_at: edition.published_at,
            version: edition.version,
        }
    }
}
