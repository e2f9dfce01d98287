//! What waits for the chair; counts, for whoever may see counts.

use diesel_async::AsyncPgConnection;

use super::{Filter, Stage, store};
use crate::{
    editions::Edition,
    error::Error,
    values::{Id, Moment},
};

/// How many submissions wait for what the chair does next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Nothing was decided, and the call takes no more.
    pub undecided: i64,
    /// Nobody has looked whether it fits the rules of its call, where others of that call were looked at.
    pub unchecked: i64,
    /// Its company replied to what was found against it.
    pub replied: i64,
    /// Whoever handed it in was not told what was decided.
    pub untold: i64,
}

/// How many wait in an edition.
///
/// # Errors
/// The database's.
pub async fn waiting(
    conn: &mut AsyncPgConnection,
    edition: Id<Edition>,
    now: Moment,
) -> Result<Waiting, Error> {
    let standing = |stage| Filter { stage: Some(stage), ..Filter::default() };
    Ok(Waiting {
        unchecked: store::list::count(conn, edition.uuid(), &standing(Stage::Unchecked)).await?,
        replied: store::list::count(conn, edition.uuid(), &standing(Stage::Replied)).await?,
        undecided: store::list::count_closed(conn, edition, Stage::Undecided, now).await?,
        untold: store::list::count_closed(conn, edition, Stage::Untold, now).await?,
    })
}
