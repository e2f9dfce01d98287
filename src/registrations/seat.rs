//! Who gets a place: pure.
//!
//! Types that share a pool share one line. A free place belongs to the earliest waiter whose pools all
//! have room; a newcomer gets a place only if each of her pools has one left after that. A waiter
//! whom one full pool holds back blocks nobody at her other pools.

use std::collections::BTreeMap;

use super::{State, state::Standing, types::TypeId};
use crate::capacity::PoolId;

/// The places nobody holds, and which pools each type draws on.
#[derive(Clone, Debug)]
pub(super) struct Places<'a> {
    free: BTreeMap<PoolId, i32>,
    draws: &'a BTreeMap<TypeId, Vec<PoolId>>,
}

/// One who comes new.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Newcomer {
    pub(super) type_id: TypeId,
    pub(super) needs_approval: bool,
    pub(super) pending_holds: bool,
    /// Whether places are held for her already, and nobody's approval is needed.
    pub(super) has_place: bool,
}

impl<'a> Places<'a> {
    /// All pools that the types in `draws` draw on must be in `free`: a missing one counts as full.
    pub(super) fn new(free: BTreeMap<PoolId, i32>, draws: &'a BTreeMap<TypeId, Vec<PoolId>>) -> Self {
        Self { free, draws }
    }

    /// How many of this type fit in; `None` if it draws on no pool.
    pub(super) fn room(&self, type_id: TypeId) -> Option<i32> {
        self.pools(type_id).iter().map(|pool| self.free.get(pool).copied().unwrap_or(0)).min()
    }

    /// The types that draw on pools which all have room, each with how many fit in.
    pub(super) fn roomy(&self) -> Vec<(TypeId, i32)> {
        let room = self.draws.keys().filter_map(|type_id| Some((*type_id, self.room(*type_id)?)));
        room.filter(|(_, room)| *room > 0).collect()
    }

    /// Takes one place of each of the type's pools, if all have one.
    pub(super) fn take(&mut self, type_id: TypeId) -> bool {
        if self.room(type_id).is_some_and(|room| room < 1) {
            return false;
        }
        for pool in self.pools(type_id) {
            self.free.entry(*pool).and_modify(|free| *free -= 1);
        }
        true
    }

    /// Keeps places for those who wait, given in the order of arrival; answers who gets one.
    pub(super) fn reserve(&mut self, waiting: impl IntoIterator<Item = TypeId>) -> Vec<bool> {
        waiting.into_iter().map(|type_id| self.take(type_id)).collect()
    }

    /// What becomes of newcomers, in the order in which they came.
    pub(super) fn seat(&mut self, newcomers: &[Newcomer]) -> Vec<Standing> {
        newcomers.iter().map(|newcomer| self.seat_one(newcomer)).collect()
    }

    fn seat_one(&mut self, newcomer: &Newcomer) -> Standing {
        if newcomer.has_place {
            return Standing { state: State::Confirmed, holds: true };
        }
        if newcomer.needs_approval {
            let holds = newcomer.pending_holds && self.take(newcomer.type_id);
            return Standing { state: State::Pending, holds };
        }
        let holds = self.take(newcomer.type_id);
        Standing { state: if holds { State::Confirmed } else { State::Waitlisted }, holds }
    }

    fn pools(&self, type_id: TypeId) -> &'a [PoolId] {
        self.draws.get(&type_id).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::indexing_slicing, reason = "a test fails by panicking")]

    use proptest::prelude::*;

    use super::*;

    /// Up to four pools and five types that draw on some of them.
    #[derive(Debug)]
    struct World {
        pools: Vec<PoolId>,
        free: BTreeMap<PoolId, i32>,
        types: Vec<TypeId>,
        draws: BTreeMap<TypeId, Vec<PoolId>>,
    }

    impl World {
        fn of(free: &[i32], draws: &[Vec<usize>]) -> Self {
            let pools: Vec<PoolId> = free.iter().map(|_| PoolId::fresh()).collect();
            let types: Vec<TypeId> = draws.iter().map(|_| TypeId::fresh()).collect();
            let of = |indexes: &Vec<usize>| indexes.iter().map(|index| pools[*index]).collect();
            let draws = types.iter().copied().zip(draws.iter().map(of)).collect();
            Self { free: pools.iter().copied().zip(free.iter().copied()).collect(), pools, types, draws }
        }

        fn places(&self) -> Places<'_> {
            Places::new(self.free.clone(), &self.draws)
        }

        fn newcomer(&self, index: usize) -> Newcomer {
            Newcomer {
                type_id: self.types[index],
                needs_approval: false,
                pending_holds: true,
                has_place: false,
            }
        }

        fn draws_on(&self, type_id: TypeId, pool: PoolId) -> bool {
            self.draws[&type_id].contains(&pool)
        }
    }

    fn states(standings: &[Standing]) -> Vec<State> {
        standings.iter().map(|standing| standing.state).collect()
    }

    #[test]
    fn an_earlier_waiter_keeps_the_place_that_came_free() {
        let world = World::of(&[1], &[vec![0]]);
        let mut places = world.places();
        assert_eq!(places.reserve([world.types[0]]), [true]);
        assert_eq!(states(&places.seat(&[world.newcomer(0)])), [State::Waitlisted]);
    }

    #[test]
    fn a_waiter_held_back_by_one_pool_blocks_nobody_at_the_other() {
        // Dinner is full; who waits for hall and dinner must not keep the hall empty.
        let world = World::of(&[1, 0], &[vec![0, 1], vec![0]]);
        let mut places = world.places();
        assert_eq!(places.reserve([world.types[0]]), [false]);
        assert_eq!(states(&places.seat(&[world.newcomer(1)])), [State::Confirmed]);
    }

    #[test]
    fn types_that_share_a_pool_share_one_line() {
        let world = World::of(&[1], &[vec![0], vec![0]]);
        let mut places = world.places();
        places.reserve([world.types[0]]);
        assert_eq!(states(&places.seat(&[world.newcomer(1)])), [State::Waitlisted]);
    }

    #[test]
    fn a_type_without_pools_never_waits() {
        let world = World::of(&[0], &[vec![]]);
        assert_eq!(states(&world.places().seat(&[world.newcomer(0); 3])), [State::Confirmed; 3]);
    }

    #[test]
    fn whoever_brings_her_place_takes_none_and_waits_for_nobody() {
        let world = World::of(&[1], &[vec![0]]);
        let brings = Newcomer { needs_approval: true, has_place: true, ..world.newcomer(0) };
        let standings = world.places().seat(&[brings, brings, world.newcomer(0), world.newcomer(0)]);
        let (confirmed, waitlisted) = (State::Confirmed, State::Waitlisted);
        assert_eq!(states(&standings), [confirmed, confirmed, confirmed, waitlisted]);
    }

    #[test]
    fn approval_holds_a_place_only_if_the_type_says_so_and_one_is_free() {
        let world = World::of(&[1], &[vec![0]]);
        let asks = |pending_holds| Newcomer { needs_approval: true, pending_holds, ..world.newcomer(0) };
        let standings = world.places().seat(&[asks(false), asks(true), asks(true), world.newcomer(0)]);
        assert_eq!(
            standings.iter().map(|standing| (standing.state, standing.holds)).collect::<Vec<_>>(),
            [
                (State::Pending, false),
                (State::Pending, true),
                (State::Pending, false),
                (State::Waitlisted, false)
            ]
        );
    }

    fn world() -> impl Strategy<Value = World> {
        (prop::collection::vec(0..4_i32, 1..4)).prop_flat_map(|free| {
            let some = prop::sample::subsequence((0..free.len()).collect::<Vec<_>>(), 0..=free.len());
            prop::collection::vec(some, 1..5).prop_map(move |draws| World::of(&free, &draws))
        })
    }

    proptest! {
        #[test]
        fn whoever_comes_no_pool_is_oversold_and_nobody_jumps_a_line(
            world in world(),
            waiting in prop::collection::vec(0..4_usize, 0..8),
            coming in prop::collection::vec(0..4_usize, 0..12),
        ) {
            let index = |index: &usize| index % world.types.len();
            let mut places = world.places();
            let waiters: Vec<TypeId> = waiting.iter().map(|way| world.types[index(way)]).collect();
            let kept = places.reserve(waiters.iter().copied());
            let newcomers: Vec<Newcomer> = coming.iter().map(|way| world.newcomer(index(way))).collect();
            let standings = places.seat(&newcomers);

            // In the order in which places were given: whoever got one, and whoever did not.
            let given: Vec<(TypeId, bool)> = waiters
                .into_iter()
                .zip(kept)
                .chain(newcomers.iter().map(|one| one.type_id).zip(standings.iter().map(|to| to.holds)))
                .collect();
            for pool in &world.pools {
                let taken = given.iter().filter(|(way, holds)| *holds && world.draws_on(*way, *pool)).count();
                prop_assert!(i32::try_from(taken).unwrap_or(i32::MAX) <= world.free[pool]);
            }
            for (position, (way, holds)) in given.iter().enumerate() {
                // Nobody goes without a place unless one of her pools was given away to those before her.
                let room = world.draws[way].iter().all(|pool| {
                    let before = given.iter().take(position).filter(|(one, holds)| *holds && world.draws_on(*one, *pool));
                    i32::try_from(before.count()).unwrap_or(i32::MAX) < world.free[pool]
                });
                prop_assert_eq!(*holds, room);
            }
        }
    }
}
