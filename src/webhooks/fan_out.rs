//! Duties: making deliveries of what was sealed, and forgetting old ones.

use super::store::{deliveries, fan_out as store, secrets};
use crate::{accounts::proofs::System, db::Tx, error::Error};

/// Duty: makes deliveries of the next seals and moves the cursor over them. Answers whether there may be more; not while another
/// node is at it.
///
/// # Errors
/// The database's.
pub async fn fan_out(tx: &mut Tx, _: &System) -> Result<bool, Error> {
    store::advance(tx).await
}

/// Duty: forgets deliveries older than [`DELIVERY_DAYS`](super::DELIVERY_DAYS) days and secrets that ended; answers how many.
///
/// # Errors
/// The database's.
pub async fn forget(tx: &mut Tx, _: &System) -> Result<usize, Error> {
    Ok(deliveries::forget(tx).await? + secrets::forget(tx).await?)
}
