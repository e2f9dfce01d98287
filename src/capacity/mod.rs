//! Capacity pools: numbers of places that registrations draw on.
//!
//! `taken` counts the registrations that hold a place, or, of a session's own pool ([`sessions`]), the
//! sign-ups that do. It changes only under the pool's row lock, through
//! [`settle`], and the database refuses to let it exceed `capacity`; so a pool is never oversold, on
//! any path, on any number of nodes. Pools are locked in the order of their ids, before any registration.

mod fields;
pub mod sessions;
mod store;

pub use fields::PoolFields;
pub use store::{NewPool, Pool, PoolId};

use std::collections::{BTreeMap, BTreeSet};

use diesel_async::AsyncPgConnection;
use serde_json::json;

use crate::{
    accounts::proofs::{Observer, Organiser},
    audit::{self, Actor, Entry},
    db::{Tx, ordering},
    editions::{Edition, publication},
    error::{Error, Reason},
    values::Id,
};

/// Every action that this domain records; each has a locale key `audit-noun-verb`.
pub const ACTIONS: &[&str] =
    &["capacity-pool.create", "capacity-pool.change", "capacity-pool.remove", "capacity-pool.reorder"];

/// The edition's pools that registration types may draw on, in the organiser's order.
///
/// # Errors
/// The database's.
pub async fn pools(conn: &mut AsyncPgConnection, edition: Id<Edition>) -> Result<Vec<Pool>, Error> {
    store::of_edition(conn, edition).await
}

/// One pool, for staff of its edition.
///
/// # Errors
/// [`Error::NotFound`], for a pool of another edition too.
pub async fn pool(conn: &mut AsyncPgConnection, who: &Observer, id: PoolId) -> Result<Pool, Error> {
    store::find(conn, who.edition(), id).await
}

/// Makes a pool, the last in order.
///
/// # Errors
/// The database's.
pub async fn create(tx: &mut Tx, who: &Organiser, new: NewPool) -> Result<Pool, Error> {
    let position = ordering::next_position(tx, "capacity_pool", who.edition()).await?;
    let pool = store::insert(tx, who.edition(), position, &new).await?;
    record(tx, who.actor(), "capacity-pool.create", &pool, json!({ "after": pool })).await?;
    Ok(pool)
}

/// Changes name and capacity. More capacity is how more people may come in; the audit entry shows who
/// allowed it.
///
/// # Errors
/// [`Error::Invalid`] `capacity_below_taken` with `taken`; [`Error::NotFound`].
pub async fn change(tx: &mut Tx, who: &Organiser, id: PoolId, new: NewPool) -> Result<Pool, Error> {
    let before = locked(tx, who, id).await?;
    holds_all(&before, new.capacity, "capacity")?;
    let after = store::update(tx, id, &new).await?;
    record(tx, who.actor(), "capacity-pool.change", &after, json!({ "before": before, "after": after }))
        .await?;
    publication::bump(tx, Id::from(who.edition())).await?;
    Ok(after)
}

/// Removes a pool that no registration type draws on.
///
/// # Errors
/// [`Error::Conflict`] `pool_in_use`; [`Error::NotFound`].
pub async fn remove(tx: &mut Tx, who: &Organiser, id: PoolId) -> Result<(), Error> {
    let pool = locked(tx, who, id).await?;
    store::delete(tx, id).await?;
    record(tx, who.actor(), "capacity-pool.remove", &pool, json!({ "before": pool })).await
}

/// Puts the edition's pools into this order.
///
/// # Errors
/// [`Error::NotFound`] when one is of another edition.
pub async fn reorder(tx: &mut Tx, who: &Organiser, ids: &[PoolId]) -> Result<(), Error> {
    let ids: Vec<_> = ids.iter().map(|id| id.uuid()).collect();
    ordering::reorder(tx, "capacity_pool", who.edition(), &ids).await?;
    let (action, edition) = ("capacity-pool.reorder", who.edition());
    let content = json!({ "after": ids });
    let entry = Entry { action, subject_kind: "edition", subject: edition, edition: Some(edition), content };
    audit::record(tx, who.actor(), entry).await
}

/// Locks pools until the transaction ends, in the one order in which everybody does.
///
/// # Errors
/// The database's.
pub async fn lock(tx: &Tx, ids: impl IntoIterator<Item = PoolId>) -> Result<BTreeMap<PoolId, Pool>, Error> {
    let pools = store::lock(tx, &ids.into_iter().collect::<Vec<_>>()).await?;
    Ok(pools.into_iter().map(|pool| (pool.id, pool)).collect())
}

/// Takes places (positive) or gives them back (negative) in pools that are locked, and tells the public
/// pages when one of them turned full or free.
///
/// # Errors
/// The database's, which refuses a pool below nothing or above its capacity.
pub async fn settle(
    tx: &Tx,
    pools: &mut BTreeMap<PoolId, Pool>,
    changes: &BTreeMap<PoolId, i32>,
) -> Result<(), Error> {
    let changes: Vec<(PoolId, i32)> =
        changes.iter().filter(|(_, by)| **by != 0).map(|(id, by)| (*id, *by)).collect();
    if changes.is_empty() {
        return Ok(());
    }
    store::count(tx, &changes).await?;
    let mut turned = BTreeSet::new();
    for (id, by) in changes {
        let Some(pool) = pools.get_mut(&id) else { continue };
        let was_full = pool.free() == 0;
        pool.taken += by;
        if was_full != (pool.free() == 0) {
            turned.insert(pool.edition);
        }
    }
    for edition in turned {
        publication::bump(tx, edition).await?;
    }
    Ok(())
}

/// Nobody's place is taken away by a smaller number.
fn holds_all(pool: &Pool, capacity: i32, field: &'static str) -> Result<(), Error> {
    if capacity >= pool.taken {
        return Ok(());
    }
    Err(Error::field(field, Reason::new("capacity_below_taken").with("taken", pool.taken)))
}

async fn locked(tx: &mut Tx, who: &Organiser, id: PoolId) -> Result<Pool, Error> {
    store::find(tx, who.edition(), id).await?;
    lock(tx, [id]).await?.remove(&id).ok_or(Error::NotFound)
}

async fn record(
    tx: &mut Tx,
    actor: &Actor,
    action: &'static str,
    pool: &Pool,
    content: serde_json::Value,
) -> Result<(), Error> {
    let (subject_kind, subject, edition) = ("capacity_pool", pool.id.uuid(), Some(pool.edition.uuid()));
    audit::record(tx, actor, Entry { action, subject_kind, subject, edition, content }).await
}
