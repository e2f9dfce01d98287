//! The pools of sessions with limited places, one each: in no list of the organiser's pools, and nothing that a
//! registration type could draw on. The programme makes and changes them together with their sessions.

use serde_json::json;

use super::{NewPool, Pool, PoolId, holds_all, lock, record, store};
use crate::{accounts::proofs::Programme, db::Tx, error::Error, values::Localised};

/// Makes the pool of a session, which is called `name`.
///
/// # Errors
/// The database's.
pub async fn open(tx: &mut Tx, who: &Programme, name: &Localised, places: i32) -> Result<PoolId, Error> {
    let new = NewPool { name: name.clone(), capacity: places };
    let pool = store::insert_for_session(tx, who.edition(), &new).await?;
    record(tx, who.actor(), "capacity-pool.create", &pool, json!({ "after": pool })).await?;
    Ok(pool.id)
}

/// Gives it another name and number of places.
///
/// # Errors
/// [`Error::Invalid`] `capacity_below_taken` at `places`; [`Error::NotFound`].
pub async fn resize(
    tx: &mut Tx,
    who: &Programme,
    id: PoolId,
    (name, places): (&Localised, i32),
) -> Result<Pool, Error> {
    let before = lock(tx, [id]).await?.remove(&id).ok_or(Error::NotFound)?;
    holds_all(&before, places, "places")?;
    let after = store::update(tx, id, &NewPool { name: name.clone(), capacity: places }).await?;
    let content = json!({ "before": before, "after": after });
    record(tx, who.actor(), "capacity-pool.change", &after, content).await?;
    Ok(after)
}

/// Removes the pool of a session that draws on it no more.
///
/// # Errors
/// [`Error::NotFound`]; the database's.
pub async fn close(tx: &mut Tx, who: &Programme, id: PoolId) -> Result<(), Error> {
    let before = lock(tx, [id]).await?.remove(&id).ok_or(Error::NotFound)?;
    store::delete(tx, id).await?;
    record(tx, who.actor(), "capacity-pool.remove", &before, json!({ "before": before })).await
}
