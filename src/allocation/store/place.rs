//! The table `allocation_place`.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde::{Deserialize, Serialize};

use crate::{
    calls::CallId,
    db::{
        Tx,
        schema::{allocation_place, call},
        violation::{self, Constraints},
    },
    editions::{Edition, Room, Track},
    error::Error,
    submissions::{Facility, Spoken},
    values::{Id, Moment},
};

const CONSTRAINTS: Constraints = &[("allocation_place_room_excl", "starts_at", "place_overlaps")];

/// A slot of a call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Queryable, Selectable, Insertable)]
#[diesel(table_name = allocation_place)]
pub struct Place {
    /// Its id.
    pub id: Id<Place>,
    /// Whose it is.
    #[diesel(column_name = call_id)]
    pub call: CallId,
    /// Where.
    #[diesel(column_name = room_id)]
    pub room: Id<Room>,
    /// The only track that it is for.
    #[diesel(column_name = track_id)]
    pub track: Option<Id<Track>>,
    /// When it begins.
    pub starts_at: Moment,
    /// When it ends.
    pub ends_at: Moment,
    /// Its power; without a limit where nothing is said.
    pub watts: Option<i32>,
    /// Its floor; without a limit where nothing is said.
    pub square_metres: Option<i32>,
    /// What is there; whatever anybody needs where nothing is said.
    pub facilities: Option<Vec<Facility>>,
    /// The languages that it is held in; any where none is named.
    pub spoken: Vec<Spoken>,
}

/// Those of a call, in the order of time.
pub(in crate::allocation) async fn of_call(
    conn: &mut AsyncPgConnection,
    call: CallId,
) -> Result<Vec<Place>, Error> {
    let places = allocation_place::table.filter(allocation_place::call_id.eq(call));
    let in_order = places.order((allocation_place::starts_at, allocation_place::room_id));
    Ok(in_order.select(Place::as_select()).load(conn).await?)
}

pub(in crate::allocation) async fn insert(tx: &mut Tx, places: &[Place]) -> Result<(), Error> {
    let added = diesel::insert_into(allocation_place::table).values(places).execute(&mut **tx).await;
    added.map(drop).map_err(|error| violation::named(CONSTRAINTS, error))
}

/// Removes one of the edition; answers what it was.
pub(in crate::allocation) async fn remove(
    tx: &mut Tx,
    edition: Id<Edition>,
    call: CallId,
    id: Id<Place>,
) -> Result<Place, Error> {
    let calls = call::table.filter(call::edition_id.eq(edition)).filter(call::id.eq(call)).select(call::id);
    let row = allocation_place::table.find(id).filter(allocation_place::call_id.eq_any(calls));
    Ok(diesel::delete(row).returning(Place::as_returning()).get_result(&mut **tx).await?)
}
