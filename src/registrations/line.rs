//! The line: pools, the types that draw on them, and who waits, locked in the one order.
//!
//! Pools that some type draws on together are decided together, since a place at one may be kept for a
//! waiter who needs the other. So whoever seats somebody locks all pools that hang together with hers.

use std::collections::{BTreeMap, BTreeSet};

use super::{seat::Places, store, store::line::LineType, types::TypeId};
use crate::{
    capacity::{self, Pool, PoolId},
    db::Tx,
    error::Error,
};

/// Which pools each type draws on.
pub(super) type Draws = BTreeMap<TypeId, Vec<PoolId>>;

/// Pools under lock, and what hangs on them.
pub(super) struct Line {
    pub(super) pools: BTreeMap<PoolId, Pool>,
    pub(super) types: BTreeMap<TypeId, LineType>,
    draws: Draws,
}

impl Line {
    /// Locks everything that decides about places of `types`.
    pub(super) async fn lock(tx: &Tx, types: &[TypeId]) -> Result<Self, Error> {
        Self::lock_also(tx, types, &[]).await
    }

    /// The same, with the pools of sessions that somebody is signed up for: pools are locked before anything else.
    pub(super) async fn lock_also(tx: &Tx, types: &[TypeId], also: &[PoolId]) -> Result<Self, Error> {
        let seen = store::line::draws(tx, types).await?;
        Self::lock_all(tx, types, &seen, also).await
    }

    /// The same, when the types' pools were read already, without lock.
    pub(super) async fn lock_seen(tx: &Tx, types: &[TypeId], seen: &Draws) -> Result<Self, Error> {
        Self::lock_all(tx, types, seen, &[]).await
    }

    async fn lock_all(tx: &Tx, types: &[TypeId], seen: &Draws, also: &[PoolId]) -> Result<Self, Error> {
        let needed = together(types, seen).into_iter().chain(also.iter().copied());
        let (pools, locked, draws) = futures_util::join!(
            capacity::lock(tx, needed),
            store::line::share(tx, types),
            store::line::draws(tx, types),
        );
        let (pools, types, draws) = (pools?, locked?, draws?);
        // Read after the locks, so nobody can change them any more. Before them somebody could.
        let whole =
            types.keys().filter_map(|id| draws.get(id)).flatten().all(|pool| pools.contains_key(pool));
        if !whole {
            return Err(Error::conflict("type_changed"));
        }
        Ok(Self { pools, types, draws })
    }

    /// The pools of a type.
    pub(super) fn pools_of(&self, type_id: TypeId) -> &[PoolId] {
        self.draws.get(&type_id).map_or(&[], Vec::as_slice)
    }

    /// What is free in the locked pools, before anything is kept for those who wait.
    pub(super) fn places(&self) -> Places<'_> {
        let free = self.pools.iter().map(|(id, pool)| (*id, pool.free())).collect();
        Places::new(free, &self.draws)
    }

    /// What is free after the places kept for those who came before `arrival`, or for all who wait.
    pub(super) async fn places_behind(&self, tx: &Tx, arrival: Option<i64>) -> Result<Places<'_>, Error> {
        let mut places = self.places();
        let waiting = self.waiting(tx, arrival).await?;
        places.reserve(waiting.into_iter().map(|waiter| waiter.type_id));
        Ok(places)
    }

    /// Those who may get a free place, by arrival: of each type no more than fit in.
    pub(super) async fn waiting(
        &self,
        tx: &Tx,
        before: Option<i64>,
    ) -> Result<Vec<store::line::Waiter>, Error> {
        store::line::waiting(tx, &self.places().roomy(), before).await
    }

    /// Takes places (1) or gives them back (-1) in all pools of each named type.
    pub(super) async fn settle(
        &mut self,
        tx: &Tx,
        moves: impl IntoIterator<Item = (TypeId, i32)>,
    ) -> Result<(), Error> {
        let mut changes: BTreeMap<PoolId, i32> = BTreeMap::new();
        for (type_id, by) in moves {
            for pool in self.pools_of(type_id) {
                *changes.entry(*pool).or_default() += by;
            }
        }
        capacity::settle(tx, &mut self.pools, &changes).await
    }
}

/// Every pool that hangs together with the pools of `types` through types that draw on both.
fn together(types: &[TypeId], draws: &Draws) -> BTreeSet<PoolId> {
    let mut found: BTreeSet<PoolId> =
        types.iter().filter_map(|id| draws.get(id)).flatten().copied().collect();
    loop {
        let before = found.len();
        for pools in draws.values() {
            if pools.iter().any(|pool| found.contains(pool)) {
                found.extend(pools);
            }
        }
        if found.len() == before {
            return found;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pools_hang_together_through_types_that_draw_on_both() {
        let [hall, dinner, tour, lab] = [(); 4].map(|()| PoolId::fresh());
        let [delegate, guest, visitor, student] = [(); 4].map(|()| TypeId::fresh());
        let draws = Draws::from([
            (delegate, vec![hall]),
            (guest, vec![hall, dinner]),
            (visitor, vec![dinner, tour]),
            (student, vec![lab]),
        ]);
        assert_eq!(together(&[delegate], &draws), BTreeSet::from([hall, dinner, tour]));
        assert_eq!(together(&[student], &draws), BTreeSet::from([lab]));
        assert_eq!(together(&[TypeId::fresh()], &draws), BTreeSet::new());
    }
}
