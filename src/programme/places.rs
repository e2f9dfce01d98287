//! Sessions with limited places: how many each has. Who takes them is the registrations' business.
//!
//! A session with a limit has a pool of its own; one without has none and takes everybody. A live sign-up refers to
//! that pool, so that neither the limit nor the session can go while somebody is signed up.

use std::collections::BTreeMap;

use diesel_async::AsyncPgConnection;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::{
    Session, SessionRow,
    sessions::{locked, record},
    store,
};
use crate::{
    accounts::proofs::Programme,
    capacity::{PoolId, sessions as pools},
    db::Tx,
    editions::{Edition, publication},
    error::{Error, FieldErrors},
    values::{Id, Localised, NumberField},
};

/// The limited places of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Places {
    /// What its sign-ups draw on.
    pub pool: PoolId,
    /// How many there are.
    pub limit: i32,
    /// How many are taken.
    pub taken: i32,
}

impl Places {
    /// From so many free places on down, the public is told exactly how many.
    pub const FEW: i32 = 5;

    /// How many nobody holds.
    #[must_use]
    pub fn free(&self) -> i32 {
        self.limit - self.taken
    }
}

/// How many places a session is to have, as it arrives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PlacesFields {
    /// From 1 to 100,000; blank or null lets in whoever comes.
    pub places: NumberField,
}

impl PlacesFields {
    /// The number, or `None` for no limit.
    ///
    /// # Errors
    /// `number_invalid`, `number_out_of_range`.
    pub fn parse(&self) -> Result<Option<i32>, FieldErrors> {
        let mut errors = FieldErrors::new();
        let places = errors.take("places", self.places.optional_within(1..=100_000));
        places.ok_or(errors)
    }
}

/// Every session of the edition with limited places.
///
/// # Errors
/// The database's.
pub async fn places(
    conn: &mut AsyncPgConnection,
    edition: Id<Edition>,
) -> Result<BTreeMap<Id<Session>, Places>, Error> {
    store::places::of_edition(conn, edition.uuid()).await
}

/// What a session of the edition's draft is called, for those who see who signed up for it.
///
/// # Errors
/// [`Error::NotFound`] outside the edition, or once it was removed.
pub async fn title(
    conn: &mut AsyncPgConnection,
    edition: Id<Edition>,
    session: Id<Session>,
) -> Result<Localised, Error> {
    Ok(store::session::find(conn, edition.uuid(), session).await?.title)
}

/// Limits a session to so many places, or lifts the limit; at once, not with the next release.
///
/// # Errors
/// [`Error::Invalid`]: `capacity_below_taken` with `taken`, `session_signed_up` when somebody who is signed up or waits
/// stands against lifting it; [`Error::Conflict`] `edited_meanwhile`; [`Error::NotFound`].
pub async fn limit(
    tx: &mut Tx,
    who: &Programme,
    (id, seen): (Id<Session>, i32),
    places: Option<i32>,
) -> Result<SessionRow, Error> {
    let row = locked(tx, who, id, seen).await?;
    let before = store::places::of_session(tx, id).await?;
    let limit = before.map(|places| places.limit);
    if limit == places {
        return Ok(row);
    }
    let after = match (row.pool, places) {
        (Some(pool), Some(places)) => {
            pools::resize(tx, who, pool, (&row.title, places)).await?;
            store::places::draw_on(tx, id, Some(pool)).await?
        }
        (None, Some(places)) => {
            let pool = pools::open(tx, who, &row.title, places).await?;
            store::places::draw_on(tx, id, Some(pool)).await?
        }
        (_, None) => unlimited(tx, who, row).await.map_err(at_places)?,
    };
    record(tx, who, "session.limit", id, json!({ "before": limit, "after": places })).await?;
    publication::bump(tx, Id::from(who.edition())).await?;
    Ok(after)
}

/// The refusal beside the input that it is about.
fn at_places(error: Error) -> Error {
    match error {
        Error::Conflict(reason) => Error::field("places", reason),
        other => other,
    }
}

/// Takes the pool of a locked session away, if it has one and nobody is signed up.
pub(super) async fn unlimited(tx: &mut Tx, who: &Programme, row: SessionRow) -> Result<SessionRow, Error> {
    let Some(pool) = row.pool else { return Ok(row) };
    let row = store::places::draw_on(tx, row.id, None).await?;
    pools::close(tx, who, pool).await?;
    Ok(row)
}
