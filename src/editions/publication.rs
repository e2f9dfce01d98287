//! The count of public changes, by which nodes know that their cached pages are out of date.

use std::collections::HashMap;

use diesel_async::AsyncPgConnection;

use super::{Edition, store};
use crate::{db::Tx, error::Error, values::Id};

/// Adds one to the edition's count. Call it last in a transaction, since all who change something
/// public in the edition meet at this row, and after all pools and registrations are locked.
///
/// # Errors
/// The database's.
pub async fn bump(tx: &Tx, edition: Id<Edition>) -> Result<(), Error> {
    store::publication::bump(tx, edition).await
}

/// Every edition's present count. Read it before what it counts: then a page is at least as new as
/// the count it is kept under.
///
/// # Errors
/// The database's.
pub async fn versions(conn: &mut AsyncPgConnection) -> Result<HashMap<Id<Edition>, i64>, Error> {
    Ok(store::publication::versions(conn).await?.into_iter().collect())
}
