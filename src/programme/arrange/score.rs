//! How good a draft is, in numbers.

use std::collections::{BTreeMap, BTreeSet};

use jiff::SignedDuration;
use serde::Serialize;

use super::{Draft, DraftSession, Slot, clashes, is_placed_by_slot, slot_of};
use crate::{editions::Room, values::Id};

/// Two slots of a room with less than this between them are in one block; a longer pause, as over
/// lunch or night, ends it.
const PAUSE: SignedDuration = SignedDuration::from_mins(45);

/// What can be said for a draft and against it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Score {
    /// How many sessions have a slot.
    pub placed: usize,
    /// How many of them have the one that they had before.
    pub unchanged: usize,
    /// How well popular sessions are in large rooms: for each, 10 times its expected attendance times its
    /// room's capacity, as shares of the greatest of both.
    pub seating: i64,
    /// Over how many blocks tracks are spread: each counts the stretches of rooms that it is in.
    pub track_blocks: usize,
    /// How many clashes there are.
    pub clashes: usize,
}

impl Score {
    /// The numbers of `draft` in comparison with what it was `before`.
    pub(super) fn of(draft: &Draft, before: &Draft, blocks: &Blocks) -> Self {
        let was: BTreeMap<_, _> = before.sessions.iter().map(|one| (one.id, slot_of(one))).collect();
        let mut score = Self { clashes: clashes(draft).len(), ..Self::default() };
        let mut used = BTreeSet::new();
        for session in draft.sessions.iter().filter(|session| is_placed_by_slot(session)) {
            let Some(slot) = slot_of(session) else { continue };
            score.placed += 1;
            score.unchanged += usize::from(was.get(&session.id) == Some(&Some(slot)));
            score.seating += seating(draft, session, slot.room);
            used.extend(session.track.map(|track| (track, blocks.number(&slot))));
        }
        score.track_blocks = used.len();
        score
    }
}

/// How well the session is placed in the room, from 0 to 10; 0 where nobody counted the room.
pub(super) fn seating(draft: &Draft, session: &DraftSession, room: Id<Room>) -> i64 {
    let most = draft.sessions.iter().map(|session| session.expected).max().unwrap_or(0);
    let largest = draft.rooms.values().filter_map(|room| room.capacity).max().unwrap_or(0);
    let capacity = draft.rooms.get(&room).and_then(|room| room.capacity).unwrap_or(0);
    let whole = i64::from(most) * i64::from(largest);
    (10 * i64::from(session.expected) * i64::from(capacity)).checked_div(whole).unwrap_or(0)
}

/// The stretches of rooms, each by when it begins.
pub(super) struct Blocks(Vec<Slot>);

impl Blocks {
    /// Those that these slots make.
    pub(super) fn of(slots: impl IntoIterator<Item = Slot>) -> Self {
        let slots: BTreeSet<Slot> = slots.into_iter().collect();
        let mut stretches: Vec<Slot> = Vec::new();
        for slot in slots {
            let last = stretches.last_mut().filter(|last| last.room == slot.room);
            match last {
                Some(last) if last.time.gap_to(slot.time) < PAUSE => last.time = last.time.through(slot.time),
                _ => stretches.push(slot),
            }
        }
        Self(stretches)
    }

    /// Which of them the slot is in.
    pub(super) fn number(&self, slot: &Slot) -> usize {
        let begins = |stretch: &Slot| (stretch.room, stretch.time.start());
        self.0.partition_point(|stretch| begins(stretch) <= begins(slot))
    }
}
