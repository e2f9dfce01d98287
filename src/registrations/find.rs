//! Finding registrations as one types, for staff of their edition.

use diesel_async::AsyncPgConnection;
use serde::Serialize;
use uuid::Uuid;

use super::{Registration, State, store, types::TypeId};
use crate::{
    accounts::proofs::{Desk, Observer},
    editions::SideEvent,
    error::Error,
    values::{Id, Moment},
};

/// Which registrations to show.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Beginnings of words, of names in either script, addresses, ticket codes; one character is enough.
    pub text: String,
    /// Only those standing there.
    pub state: Option<State>,
    /// Only those of this type.
    pub type_id: Option<TypeId>,
    /// Only those for this: a side event by its id, the forum itself by its edition's.
    pub occasion: Option<Uuid>,
    /// Only those who came before this arrival number: the next page.
    pub before: Option<i64>,
}

/// A page of registrations, the newest first.
#[derive(Clone, Debug, Serialize)]
pub struct Found {
    /// The rows.
    pub rows: Vec<Registration>,
    /// How many fit the filter in all.
    pub count: i64,
    /// The cursor of the page after this one, if there is one.
    pub next: Option<i64>,
}

/// The registrations that fit `filter`, at most `limit`.
///
/// # Errors
/// The database's.
pub async fn find(
    conn: &mut AsyncPgConnection,
    who: &Desk,
    filter: &Filter,
    limit: usize,
) -> Result<Found, Error> {
    let one_more = i64::try_from(limit + 1).map_err(Error::internal)?;
    let mut rows = store::staff::find(conn, who.edition(), filter, one_more).await?;
    let more = rows.len() > limit;
    rows.truncate(limit);
    let next = rows.last().filter(|_| more).map(|row| row.arrival);
    let count = store::staff::count(conn, who.edition(), filter).await?;
    Ok(Found { rows, count, next })
}

/// How many registrations stand where.
#[derive(Clone, Debug, Default, Serialize, utoipa::ToSchema)]
pub struct Counts {
    /// Registrations by type and state; what is not listed is none.
    pub standing: Vec<TypeCount>,
    /// How many have been checked in, at the forum itself.
    pub checked_in: i64,
    /// How many registered for the forum itself in the last day.
    pub arrived_today: i64,
}

/// How many of one type stand in one state.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub struct TypeCount {
    /// The type.
    #[schema(value_type = uuid::Uuid)]
    pub type_id: TypeId,
    /// The side event that it is of; none for the forum itself.
    #[schema(value_type = Option<uuid::Uuid>)]
    pub side_event: Option<Id<SideEvent>>,
    /// The state.
    pub state: State,
    /// How many.
    pub count: i64,
}

impl Counts {
    /// How many stand in `state`, for the forum and all side events.
    #[must_use]
    pub fn in_state(&self, state: State) -> i64 {
        self.sum(|standing| standing.state == state)
    }

    /// How many stand in `state`, for one side event or for the forum itself.
    #[must_use]
    pub fn of(&self, side_event: Option<Id<SideEvent>>, state: State) -> i64 {
        self.sum(|standing| standing.state == state && standing.side_event == side_event)
    }

    fn sum(&self, counted: impl Fn(&TypeCount) -> bool) -> i64 {
        self.standing.iter().filter(|standing| counted(standing)).map(|standing| standing.count).sum()
    }
}

/// The edition's numbers; no personal data in them.
///
/// # Errors
/// The database's.
pub async fn counts(conn: &mut AsyncPgConnection, who: &Observer, now: Moment) -> Result<Counts, Error> {
    let standing = store::staff::by_type_and_state(conn, who.edition()).await?;
    let day_ago = now.plus(jiff::SignedDuration::from_hours(-24));
    Ok(Counts {
        standing: standing
            .into_iter()
            .map(|(type_id, side_event, state, count)| TypeCount { type_id, side_event, state, count })
            .collect(),
        checked_in: store::staff::checked_in(conn, who.edition()).await?,
        arrived_today: store::staff::arrived_since(conn, who.edition(), day_ago).await?,
    })
}
