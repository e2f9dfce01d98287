//! The line of a session: who gets a place that is free, and what follows when one goes.

use std::collections::BTreeMap;

use serde_json::json;

use super::SignUpState;
use crate::{
    audit::{self, Actor, Entry},
    capacity::{self, Pool, PoolId},
    db::Tx,
    editions::publication,
    error::Error,
    mail,
    programme::Places,
    registrations::{
        Registration,
        locked::addressee,
        store::{
            self,
            sign_ups::{Limited, SignUp},
        },
    },
    values::{Moment, time},
};

/// The pools of sessions, under lock.
pub(super) type Pools = BTreeMap<PoolId, Pool>;

/// Ends every sign-up of a registration that ends, whose row and pools are locked.
pub(in crate::registrations) async fn end_with(
    tx: &mut Tx,
    pools: &mut Pools,
    row: &Registration,
    actor: &Actor,
    now: Moment,
) -> Result<(), Error> {
    let live = store::sign_ups::live_of(tx, row.id).await?;
    // She signed up in the moment between: nothing is lost by asking again.
    if live.iter().filter_map(|one| one.pool).any(|pool| !pools.contains_key(&pool)) {
        return Err(Error::conflict("edited_meanwhile"));
    }
    for one in live {
        end(tx, pools, &one, actor, now).await?;
    }
    Ok(())
}

/// Ends one whose pool is locked; the place goes to the first in line.
pub(super) async fn end(
    tx: &mut Tx,
    pools: &mut Pools,
    one: &SignUp,
    actor: &Actor,
    now: Moment,
) -> Result<(), Error> {
    let Some(pool) = one.pool else { return Ok(()) };
    store::sign_ups::end(tx, &[one.id], now).await?;
    record(tx, pools, one, actor, ("registration.give-back", SignUpState::Cancelled)).await?;
    if one.state == SignUpState::Confirmed {
        settle(tx, pools, pool, -1).await?;
        fill(tx, pools, &[pool], actor, now).await?;
    }
    Ok(())
}

/// Gives free places of locked pools to those who wait, and tells them, unless their session has begun or is off.
pub(super) async fn fill(
    tx: &mut Tx,
    pools: &mut Pools,
    which: &[PoolId],
    actor: &Actor,
    now: Moment,
) -> Result<usize, Error> {
    let mut seated = 0;
    for session in store::sign_ups::limited(tx, which).await? {
        let free = pools.get(&session.pool).map_or(0, Pool::free);
        if free < 1 || session.starts_at <= now {
            continue;
        }
        let first = store::sign_ups::first_waiting(tx, session.pool, free.into()).await?;
        let ids: Vec<_> = first.iter().map(|(one, _)| one.id).collect();
        store::sign_ups::confirm(tx, &ids).await?;
        settle(tx, pools, session.pool, i32::try_from(ids.len()).map_err(Error::internal)?).await?;
        for (one, row) in &first {
            record(tx, pools, one, actor, ("registration.get-place", SignUpState::Confirmed)).await?;
            tell(tx, &session, one, row).await?;
        }
        seated += first.len();
    }
    Ok(seated)
}

async fn tell(tx: &mut Tx, session: &Limited, one: &SignUp, row: &Registration) -> Result<(), Error> {
    let title = session.title.pick(row.lang).text;
    let when = time::span(row.lang, session.starts_at, session.ends_at, &session.zone);
    let values = json!({ "title": title, "when": when });
    let mail = addressee(row, &row.name()).about_session("session-place", one.id.uuid(), values);
    mail::queue(tx, &[mail]).await
}

/// Takes places of a locked pool or gives them back, and tells the public pages where they would show it.
pub(super) async fn settle(tx: &mut Tx, pools: &mut Pools, id: PoolId, by: i32) -> Result<(), Error> {
    let shown = |pools: &Pools| pools.get(&id).map(|pool| pool.free().min(Places::FEW + 1));
    let before = shown(pools);
    capacity::settle(tx, pools, &BTreeMap::from([(id, by)])).await?;
    match pools.get(&id) {
        Some(pool) if before != shown(pools) => publication::bump(tx, pool.edition).await,
        _ => Ok(()),
    }
}

/// Records on her registration what became of her sign-up.
pub(super) async fn record(
    tx: &mut Tx,
    pools: &Pools,
    one: &SignUp,
    actor: &Actor,
    (action, state): (&'static str, SignUpState),
) -> Result<(), Error> {
    let edition = one.pool.and_then(|pool| pools.get(&pool)).map(|pool| pool.edition.uuid());
    let (subject_kind, subject) = ("registration", one.registration.uuid());
    let content = json!({ "session": one.session, "state": state, "arrival": one.arrival });
    audit::record(tx, actor, Entry { action, subject_kind, subject, edition, content }).await
}
