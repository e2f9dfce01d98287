//! A placement that a machine proposes and a human takes, in whole or in part.
//!
//! Hard rules are those of [`clashes`]: nothing it proposes clashes in any way with anything that it may
//! move. Breaks, sessions in several rooms and those without a room that have a time stay where they
//! are; so does what is pinned. Within that it wishes for few changes from the draft, for popular
//! sessions in large rooms, and for few blocks per track; how much of each is in [`Wishes`].

mod choices;
mod score;
mod slots;

use std::collections::{BTreeMap, BTreeSet};

use super::{Draft, DraftSession, Interval, Session, SessionKind, clash::clashes};
use crate::{
    editions::Room,
    error::Error,
    solver::{Budget, Constraint, Model, Outcome, solve},
    speakers::SpeakerId,
    values::Id,
};

pub use score::Score;
pub use slots::{Hours, HoursFields};

use choices::Translation;

/// A room for a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot {
    /// Where.
    pub room: Id<Room>,
    /// When; a session that is shorter begins when the slot does.
    pub time: Interval,
}

/// What each wish is worth against the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wishes {
    /// One more session that stays where it is.
    pub unchanged: u32,
    /// One more point of [`Score::seating`], of which a session has ten at most.
    pub large_rooms: u32,
    /// One more session that joins another of its track in a block.
    pub tracks: u32,
}

impl Default for Wishes {
    fn default() -> Self {
        Self { unchanged: 10, large_rooms: 1, tracks: 6 }
    }
}

/// A session that is to go elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// Which.
    pub session: Id<Session>,
    /// Where and when it is in the draft, if anywhere.
    pub from: Option<Slot>,
    /// Where and when it is to be.
    pub to: Slot,
}

/// Moves that make the draft better, with the numbers that say so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// What it changes; any of them can be taken without the rest, but then look at the clashes.
    pub moves: Vec<Move>,
    /// The draft as it is.
    pub before: Score,
    /// The draft with all the moves.
    pub after: Score,
    /// What the wishes that come true are worth.
    pub worth: i64,
    /// What no placement can be worth more than; the same where this is proven to be the best.
    pub bound: i64,
}

/// Why there is no placement: all of this can't be true at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Obstacle {
    /// These sessions need a slot, and how many slots each one could have if it were alone.
    pub sessions: BTreeMap<Id<Session>, usize>,
    /// These are pinned.
    pub pinned: BTreeSet<Id<Session>>,
    /// These people are in one session at a time.
    pub people: BTreeSet<SpeakerId>,
    /// Whether it would do to give up any one of them; else there was no time to make sure.
    pub minimal: bool,
}

/// What came of the attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arranged {
    /// A proposal.
    Proposed(Proposal),
    /// There is none.
    Impossible(Obstacle),
    /// None was found in time.
    OutOfTime,
}

/// Places the sessions of `draft` in `slots`. Keeps a processor busy for as long as `budget` allows.
///
/// # Errors
/// [`Error::Internal`] when the solver fails.
pub fn arrange(
    draft: &Draft,
    slots: &[Slot],
    wishes: &Wishes,
    budget: &Budget<'_>,
) -> Result<Arranged, Error> {
    let translation = Translation::of(draft, slots, wishes);
    Ok(match solve(&translation.model, budget)? {
        Outcome::OutOfTime => Arranged::OutOfTime,
        Outcome::Impossible { conflict, minimal } => {
            Arranged::Impossible(translation.obstacle(&conflict, minimal))
        }
        Outcome::Found(found) => {
            let moves = translation.moves(&found.chosen);
            let after = with_moves(draft, &moves);
            Arranged::Proposed(Proposal {
                before: Score::of(draft, draft, &translation.blocks),
                after: Score::of(&after, draft, &translation.blocks),
                worth: found.worth,
                bound: found.bound,
                moves,
            })
        }
    })
}

/// The draft with these moves made.
#[must_use]
pub fn with_moves(draft: &Draft, moves: &[Move]) -> Draft {
    let to: BTreeMap<_, Slot> = moves.iter().map(|one| (one.session, one.to)).collect();
    let mut draft = draft.clone();
    for session in &mut draft.sessions {
        if let Some(slot) = to.get(&session.id) {
            session.rooms = BTreeSet::from([slot.room]);
            session.time = Some(slot.time);
        }
    }
    draft
}

/// The one slot that a session has, if it has a time and one room.
fn slot_of(session: &DraftSession) -> Option<Slot> {
    let room = session.rooms.first().filter(|_| session.rooms.len() == 1);
    Some(Slot { room: *room?, time: session.time? })
}

/// Whether the session is one that is placed by slots, be it pinned or not.
fn is_placed_by_slot(session: &DraftSession) -> bool {
    let somewhere = slot_of(session).is_some() || session.time.is_none();
    session.kind == SessionKind::Session && somewhere && (!session.pinned || session.time.is_some())
}

#[cfg(test)]
mod tests;
