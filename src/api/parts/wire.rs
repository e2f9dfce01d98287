//! Tracks, rooms, partners and side events as the API shows them.

use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    api::once::Made,
    editions::{Partner, PartnerKind, Room, SideEvent, Track},
    values::{Localised, Moment},
};

/// A field of the edition, such as biomedicine.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Track)]
pub(in crate::api) struct TrackBody {
    /// Its id.
    pub id: Uuid,
    /// Its short name in addresses.
    #[schema(example = "robotics")]
    pub slug: String,
    /// What it is called.
    pub name: Localised,
    /// Its colour.
    #[schema(example = "#1f4e79")]
    pub colour: String,
}

impl From<Track> for TrackBody {
    fn from(track: Track) -> Self {
        let Track { id, slug, name, colour } = track;
        Self { id: id.uuid(), slug: slug.to_string(), name, colour: colour.to_string() }
    }
}

/// Where sessions take place.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Room)]
pub(in crate::api) struct RoomBody {
    /// Its id.
    pub id: Uuid,
    /// Its short name in addresses.
    #[schema(example = "hall-1")]
    pub slug: String,
    /// What it is called.
    pub name: Localised,
    /// How many persons it holds; null where unknown.
    pub capacity: Option<i32>,
    /// How many minutes it must be free between two sessions.
    pub turnaround_minutes: i32,
}

impl From<Room> for RoomBody {
    fn from(room: Room) -> Self {
        let Room { id, slug, name, capacity, turnaround_minutes } = room;
        Self { id: id.uuid(), slug: slug.to_string(), name, capacity, turnaround_minutes }
    }
}

/// An institution behind the edition.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Partner)]
pub(in crate::api) struct PartnerBody {
    /// Its id.
    pub id: Uuid,
    /// In which way it stands behind the edition.
    pub kind: PartnerKind,
    /// What it is called.
    pub name: Localised,
    /// Its own page.
    pub url: Option<String>,
}

impl From<Partner> for PartnerBody {
    fn from(partner: Partner) -> Self {
        let Partner { id, kind, name, url } = partner;
        Self { id: id.uuid(), kind, name, url: url.map(|url| url.to_string()) }
    }
}

/// Something that belongs to the edition's year: a road show, a promotion event.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SideEvent)]
pub(in crate::api) struct SideEventBody {
    /// Its id.
    pub id: Uuid,
    /// Its short name in addresses.
    #[schema(example = "road-show")]
    pub slug: String,
    /// What it is called.
    pub name: Localised,
    /// What it is about.
    pub summary: Option<Localised>,
    /// The building, or the room.
    pub place: Localised,
    /// The city.
    pub city: Localised,
    /// When it begins.
    pub starts_at: Moment,
    /// When it ends.
    pub ends_at: Moment,
    /// Whether the public sees it.
    pub published: bool,
}

impl From<SideEvent> for SideEventBody {
    fn from(event: SideEvent) -> Self {
        let SideEvent { id, slug, name, summary, place, city, starts_at, ends_at, published, .. } = event;
        let (id, slug) = (id.uuid(), slug.to_string());
        Self { id, slug, name, summary, place, city, starts_at, ends_at, published }
    }
}

/// These are made by one operation each.
macro_rules! made {
    ($($body:ident),+) => {$(
        impl Made for $body {
            fn id(&self) -> Uuid {
                self.id
            }
        }
    )+};
}

made!(TrackBody, RoomBody, PartnerBody, SideEventBody);
