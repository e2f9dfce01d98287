//! What one registers for: the forum of an edition itself, or one of its side events.

use diesel_async::AsyncPgConnection;
use uuid::Uuid;

use super::{Edition, SideEvent, store};
use crate::{
    accounts::proofs::System,
    error::Error,
    mail::{Letterhead, Letterheads},
    values::{Email, Id, Localised, Moment, Slug, Zone},
};

/// Name, place and time of what somebody is registered for, as her pages, ticket, calendar and mails say them.
#[derive(Clone, Debug)]
pub struct Occasion {
    /// The short name of the side event; none for the forum.
    pub side_event: Option<Slug>,
    /// What it is called.
    pub name: Localised,
    /// The building.
    pub venue: Option<Localised>,
    /// The postal address; of a side event its city.
    pub address: Option<Localised>,
    /// When it begins.
    pub starts_at: Moment,
    /// When it ends.
    pub ends_at: Moment,
    /// Whose wall clock it keeps to.
    pub zone: Zone,
    /// Where answers go.
    pub contact: Email,
    /// How often its facts were changed, for calendars.
    pub version: i32,
}

impl Edition {
    /// The forum itself.
    #[must_use]
    pub fn forum(&self) -> Occasion {
        Occasion {
            side_event: None,
            name: self.name.clone(),
            venue: self.venue_name.clone(),
            address: self.venue_address.clone(),
            starts_at: self.starts_at,
            ends_at: self.ends_at,
            zone: self.zone.clone(),
            contact: self.contact_email.clone(),
            version: self.version,
        }
    }

    /// Its facts as mails print them.
    #[must_use]
    pub fn letterhead(&self) -> Letterhead {
        self.forum().letterhead()
    }
}

impl SideEvent {
    /// The side event of `edition`, which lends it its clock and the address for questions.
    #[must_use]
    pub fn occasion(self, edition: &Edition) -> Occasion {
        let SideEvent { slug, name, place, city, starts_at, ends_at, version, .. } = self;
        Occasion {
            side_event: Some(slug),
            name,
            venue: Some(place),
            address: Some(city),
            starts_at,
            ends_at,
            zone: edition.zone.clone(),
            contact: edition.contact_email.clone(),
            version,
        }
    }
}

impl Occasion {
    /// Where its page is below its edition's.
    #[must_use]
    pub fn page(&self) -> String {
        self.side_event.as_ref().map_or_else(String::new, |slug| format!("/side-events/{slug}"))
    }

    fn letterhead(self) -> Letterhead {
        let Self { name, venue, address, starts_at, ends_at, zone, contact, version, .. } = self;
        let version = u32::try_from(version).unwrap_or_default();
        Letterhead { name, venue, address, starts_at, ends_at, zone, contact, version }
    }
}

/// The forum of `edition`, or the side event of it, published or not.
///
/// # Errors
/// [`Error::NotFound`] for a side event of another edition.
pub async fn occasion(
    conn: &mut AsyncPgConnection,
    edition: &Edition,
    side_event: Option<Id<SideEvent>>,
) -> Result<Occasion, Error> {
    match side_event {
        None => Ok(edition.forum()),
        Some(id) => Ok(store::side_event::find(conn, edition.id, id).await?.occasion(edition)),
    }
}

/// Every forum and side event, each with its edition and its own id, for duties.
///
/// # Errors
/// The database's.
pub async fn occasions(
    conn: &mut AsyncPgConnection,
    _who: &System,
) -> Result<Vec<(Edition, Uuid, Occasion)>, Error> {
    let editions = store::edition::list(conn, None).await?;
    let mut occasions = Vec::new();
    for (of, event) in store::side_event::all(conn).await? {
        if let Some(edition) = editions.iter().find(|edition| edition.id == of) {
            occasions.push((edition.clone(), event.id.uuid(), event.occasion(edition)));
        }
    }
    let forums = editions.into_iter().map(|edition| {
        let forum = edition.forum();
        (edition.clone(), edition.id.uuid(), forum)
    });
    occasions.extend(forums);
    Ok(occasions)
}

/// The letterheads of all editions and side events, by their ids.
///
/// # Errors
/// The database's.
pub async fn letterheads(conn: &mut AsyncPgConnection, _who: &System) -> Result<Letterheads, Error> {
    let editions = store::edition::list(conn, None).await?;
    let mut letterheads = Letterheads::new();
    for (of, event) in store::side_event::all(conn).await? {
        if let Some(edition) = editions.iter().find(|edition| edition.id == of) {
            letterheads.insert(event.id.uuid(), event.occasion(edition).letterhead());
        }
    }
    letterheads.extend(editions.iter().map(|edition| (edition.id.uuid(), edition.letterhead())));
    Ok(letterheads)
}
