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
