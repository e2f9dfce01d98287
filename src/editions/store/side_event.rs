//! The table `side_event`. Its queries as a list are those of every part: see `parts`.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde::Serialize;

use crate::{
    db::schema::side_event,
    editions::Edition,
    error::Error,
    values::{Id, Localised, Moment, Slug},
};

/// Something that belongs to the edition's year: a road show, a promotion event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Queryable, Selectable)]
#[diesel(table_name = side_event)]
pub struct SideEvent {
    /// Its id.
    pub id: Id<SideEvent>,
    /// Its short name in addresses.
    pub slug: Slug,
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
    /// When it ends, later than that.
    pub ends_at: Moment,
    /// Whether the public sees it.
    pub published: bool,
    /// Counts its changes, for calendars.
    pub version: i32,
}

/// A side event, checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Insertable, AsChangeset)]
#[diesel(table_name = side_event, treat_none_as_null = true)]
pub struct NewSideEvent {
    /// Its short name in addresses.
    pub slug: Slug,
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
    /// When it ends, later than that.
    pub ends_at: Moment,
    /// Whether the public sees it.
    pub published: bool,
}

/// One of the edition, published or not.
pub(in crate::editions) async fn find(
    conn: &mut AsyncPgConnection,
    edition: Id<Edition>,
    id: Id<SideEvent>,
) -> Result<SideEvent, Error> {
    let found = side_event::table.find(id).filter(side_event::edition_id.eq(edition));
    Ok(found.select(SideEvent::as_select()).first(conn).await?)
}

/// Those of every edition, published or not, each with its edition.
pub(in crate::editions) async fn all(
    conn: &mut AsyncPgConnection,
) -> Result<Vec<(Id<Edition>, SideEvent)>, Error> {
    Ok(side_event::table.select((side_event::edition_id, SideEvent::as_select())).load(conn).await?)
}
