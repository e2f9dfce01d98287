//! What happens by itself.

use super::line::{Pools, fill};
use crate::{accounts::proofs::System, capacity, db::Tx, error::Error, registrations::store, values::Moment};

/// Duty: gives places that an organiser added to those who wait; answers how many. Places that are given back never
/// wait for it.
///
/// # Errors
/// The database's.
pub async fn seat_waiters(tx: &mut Tx, who: &System, now: Moment) -> Result<usize, Error> {
    let due = store::sign_ups::due(tx).await?;
    if due.is_empty() {
        return Ok(0);
    }
    let mut pools: Pools = capacity::lock(tx, due.iter().copied()).await?;
    fill(tx, &mut pools, &due, who.actor(), now).await
}
