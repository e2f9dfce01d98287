//! Proof that no place was oversold or lost: counters against rows.

use diesel_async::AsyncPgConnection;

use super::store;
use crate::error::Error;
pub use store::reconcile::Discrepancy;

/// The pools whose `taken` is not the number of registrations, unclaimed passes and sign-ups that hold a place there; none, ever, if we are right.
///
/// # Errors
/// The database's.
pub async fn reconcile(conn: &mut AsyncPgConnection) -> Result<Vec<Discrepancy>, Error> {
    store::reconcile::discrepancies(conn).await
}
