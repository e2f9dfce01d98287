//! The tables `track`, `room` and `partner`: lists in an order of the organiser's; and the queries of those lists.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde::Serialize;

use crate::{
    db::{
        Tx,
        schema::{partner, room, side_event, track},
        violation::{self, Constraints},
    },
    editions::{
        Edition, NewSideEvent, SideEvent,
        parts::{Actions, Part},
    },
    error::Error,
    values::{Colour, Id, Localised, Slug, WebUrl},
};

const CONSTRAINTS: Constraints = &[
    ("track_slug_key", "slug", "slug_taken"),
    ("room_slug_key", "slug", "slug_taken"),
    ("side_event_slug_key", "slug", "slug_taken"),
    ("side_event_span_check", "ends_at", "end_before_start"),
];

/// A field of the edition, such as biomedicine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Queryable, Selectable)]
#[diesel(table_name = track)]
pub struct Track {
    /// Its id.
    pub id: Id<Track>,
    /// Its short name in addresses.
    pub slug: Slug,
    /// What it is called.
    pub name: Localised,
    /// The colour of its label.
    pub colour: Colour,
}

/// A track, checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Insertable, AsChangeset)]
#[diesel(table_name = track)]
pub struct NewTrack {
    /// Its short name in addresses.
    pub slug: Slug,
    /// What it is called.
    pub name: Localised,
    /// The colour of its label.
    pub colour: Colour,
}

/// Where sessions take place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Queryable, Selectable)]
#[diesel(table_name = room)]
pub struct Room {
    /// Its id.
    pub id: Id<Room>,
    /// Its short name in addresses.
    pub slug: Slug,
    /// What it is called.
    pub name: Localised,
    /// How many persons it holds, where known.
    pub capacity: Option<i32>,
    /// How long it must be free between two sessions, in minutes.
    pub turnaround_minutes: i32,
}

/// A room, checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Insertable, AsChangeset)]
#[diesel(table_name = room, treat_none_as_null = true)]
pub struct NewRoom {
    /// Its short name in addresses.
    pub slug: Slug,
    /// What it is called.
    pub name: Localised,
    /// How many persons it holds, where known.
    pub capacity: Option<i32>,
    /// How long it must be free between two sessions, in minutes.
    pub turnaround_minutes: i32,
}

crate::text_enum! {
    /// What an institution is to the edition.
    pub enum PartnerKind {
        /// Holds the forum.
        Host = "host",
        /// Holds it together with the hosts.
        CoOrganiser = "co-organiser",
        /// Lends its name or help.
        Supporter = "supporter",
        /// Pays.
        Sponsor = "sponsor",
    }
}

/// An institution behind the edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Queryable, Selectable)]
#[diesel(table_name = partner)]
pub struct Partner {
    /// Its id.
    pub id: Id<Partner>,
    /// What it is to the edition.
    pub kind: PartnerKind,
    /// What it is called.
    pub name: Localised,
    /// Its own page.
    pub url: Option<WebUrl>,
}

/// A partner, checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Insertable, AsChangeset)]
#[diesel(table_name = partner, treat_none_as_null = true)]
pub struct NewPartner {
    /// What it is to the edition.
    pub kind: PartnerKind,
    /// What it is called.
    pub name: Localised,
    /// Its own page.
    pub url: Option<WebUrl>,
}

/// The queries of one part; a macro, since Diesel's tables are types and the four differ in nothing else.
macro_rules! part {
    ($part:ident, $new:ident, $table:ident, [$create:literal, $change:literal, $remove:literal, $reorder:literal]) => {
        impl Part for $part {
            type New = $new;
            const TABLE: &'static str = stringify!($table);
            const ACTIONS: Actions =
                Actions { create: $create, change: $change, remove: $remove, reorder: $reorder };

            fn id(&self) -> Id<Self> {
                self.id
            }

            async fn insert(
                tx: &mut Tx,
                edition: Id<Edition>,
                (id, position): (Id<Self>, i32),
                new: &$new,
            ) -> Result<Self, Error> {
                let place = ($table::edition_id.eq(edition), $table::position.eq(position));
                diesel::insert_into($table::table)
                    .values(($table::id.eq(id), place, new))
                    .returning(Self::as_returning())
                    .get_result(&mut **tx)
                    .await
                    .map_err(|error| violation::named(CONSTRAINTS, error))
            }

            async fn lock(tx: &mut Tx, edition: Id<Edition>, id: Id<Self>) -> Result<Self, Error> {
                let here = $table::table.find(id).filter($table::edition_id.eq(edition));
                Ok(here.for_update().select(Self::as_select()).first(&mut **tx).await?)
            }

            async fn update(tx: &mut Tx, id: Id<Self>, new: &$new) -> Result<Self, Error> {
                diesel::update($table::table.find(id))
                    .set(new)
                    .returning(Self::as_returning())
                    .get_result(&mut **tx)
                    .await
                    .map_err(|error| violation::named(CONSTRAINTS, error))
            }

            async fn delete(tx: &mut Tx, id: Id<Self>) -> Result<(), Error> {
                let deleted = diesel::delete($table::table.find(id)).execute(&mut **tx).await;
                deleted.map(drop).map_err(violation::in_use)
            }

            async fn list(conn: &mut AsyncPgConnection, edition: Id<Edition>) -> Result<Vec<Self>, Error> {
                let all = $table::table.filter($table::edition_id.eq(edition));
                Ok(all.order(($table::position, $table::id)).select(Self::as_select()).load(conn).await?)
            }
        }
    };
}

part!(Track, NewTrack, track, ["track.create", "track.change", "track.remove", "track.reorder"]);
part!(Room, NewRoom, room, ["room.create", "room.change", "room.remove", "room.reorder"]);
part!(
    Partner,
    NewPartner,
    partner,
    ["partner.create", "partner.change", "partner.remove", "partner.reorder"]
);

part!(
    SideEvent,
    NewSideEvent,
    side_event,
    ["side-event.create", "side-event.change", "side-event.remove", "side-event.reorder"]
);

impl From<Track> for NewTrack {
    fn from(Track { slug, name, colour, .. }: Track) -> Self {
        Self { slug, name, colour }
    }
}

impl From<Room> for NewRoom {
    fn from(Room { slug, name, capacity, turnaround_minutes, .. }: Room) -> Self {
        Self { slug, name, capacity, turnaround_minutes }
    }
}

impl From<Partner> for NewPartner {
    fn from(Partner { kind, name, url, .. }: Partner) -> Self {
        Self { kind, name, url }
    }
}
