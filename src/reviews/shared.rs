//! What judges let applicants read: comments marked so, where the call gives them to whom it declines. Never with a name.

use diesel_async::AsyncPgConnection;

use super::store;
use crate::{
    accounts::proofs::Programme,
    error::Error,
    submissions::{Next, OwnSubmission, Shared},
};

/// All of the edition's, for letters that decline.
///
/// # Errors
/// The database's.
pub async fn shared(conn: &mut AsyncPgConnection, who: &Programme) -> Result<Shared, Error> {
    store::review::shared(conn, who.edition().into(), None).await
}

/// Those that an applicant reads about her own submission: none before she was told that it was declined.
///
/// # Errors
/// The database's.
pub async fn shared_with_owner(
    conn: &mut AsyncPgConnection,
    row: &OwnSubmission,
) -> Result<Vec<String>, Error> {
    if row.next != Next::Declined {
        return Ok(Vec::new());
    }
    let mut shared = store::review::shared(conn, row.edition, Some(row.id)).await?;
    Ok(shared.remove(&row.id).unwrap_or_default())
}
