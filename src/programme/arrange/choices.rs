//! The draft as a model for the solver.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use jiff::SignedDuration;

use super::{
    Constraint, Model, Move, Obstacle, Slot, Wishes, is_placed_by_slot,
    score::{Blocks, seating},
    slot_of,
};
use crate::{
    programme::{Draft, DraftSession, Interval, SessionKind, covered},
    solver::{Choice, Cluster},
    speakers::SpeakerId,
};

/// A model, and what its numbers stand for.
pub(super) struct Translation<'a> {
    pub(super) model: Model,
    pub(super) blocks: Blocks,
    items: Vec<&'a DraftSession>,
    slots: Vec<Slot>,
    people: Vec<SpeakerId>,
}

impl<'a> Translation<'a> {
    pub(super) fn of(draft: &'a Draft, offered: &[Slot], wishes: &Wishes) -> Self {
        let mut items: Vec<_> = draft.sessions.iter().filter(|one| is_placed_by_slot(one)).collect();
        items.sort_unstable_by_key(|session| session.id);
        let present = items.iter().filter_map(|session| slot_of(session));
        let blocks = Blocks::of(offered.iter().copied().chain(present));
        let fixed = draft.sessions.iter().filter(|one| !is_placed_by_slot(one));
        let rules = Rules { draft, fixed: fixed.collect() };

        let (mut model, mut slots) = (Model { items: items.len(), ..Model::default() }, Vec::new());
        let rooms: Vec<_> = draft.rooms.keys().copied().collect();
        for (item, session) in items.iter().enumerate() {
            let now = slot_of(session);
            let mut open: BTreeSet<Slot> = offered.iter().filter_map(|slot| begin(session, slot)).collect();
            open.extend(now);
            for slot in open {
                let pinned_here = session.pinned && now == Some(slot);
                let Ok(place) = rooms.binary_search(&slot.room) else { continue };
                if !pinned_here && !rules.allow(session, slot) {
                    continue;
                }
                if pinned_here {
                    model.pins.insert(item, model.choices.len());
                }
                let stays = i64::from(wishes.unchanged) * i64::from(!session.pinned && now == Some(slot));
                let seating = i64::from(wishes.large_rooms) * seating(draft, session, slot.room);
                let (time, pause) = (range(slot.time), rules.pause(session, slot).as_micros() as i64);
                let busy = time.start - pause..time.end;
                let block = blocks.number(&slot);
                model.choices.push(Choice { item, place, busy, time, block, worth: stays + seating });
                slots.push(slot);
            }
        }
        let people = sets(&items, |session| session.parts().into_keys().collect());
        let tracks = sets(&items, |session| session.track.into_iter().collect());
        let cluster = |items| Cluster { items, worth: wishes.tracks };
        model.clusters = tracks.into_values().map(cluster).collect();
        let (people, apart) = people.into_iter().filter(|(_, items)| items.len() > 1).unzip();
        model.apart = apart;
        Self { model, blocks, items, slots, people }
    }

    /// What the chosen slots change.
    pub(super) fn moves(&self, chosen: &[usize]) -> Vec<Move> {
        let to = chosen.iter().filter_map(|index| self.slots.get(*index));
        let moves = self.items.iter().zip(to);
        let moves = moves.map(|(session, to)| Move { session: session.id, from: slot_of(session), to: *to });
        moves.filter(|one| one.from != Some(one.to)).collect()
    }

    /// Whom the constraints are about that stand against each other.
    pub(super) fn obstacle(&self, conflict: &BTreeSet<Constraint>, minimal: bool) -> Obstacle {
        let (sessions, pinned, people) = Default::default();
        let mut obstacle = Obstacle { sessions, pinned, people, minimal };
        for constraint in conflict {
            match *constraint {
                Constraint::Place(item) => {
                    let open = self.model.choices.iter().filter(|choice| choice.item == item).count();
                    obstacle.sessions.extend(self.items.get(item).map(|session| (session.id, open)));
                }
                Constraint::Pin(item) => obstacle.pinned.extend(self.items.get(item).map(|one| one.id)),
                Constraint::Apart(index) => obstacle.people.extend(self.people.get(index)),
            }
        }
        obstacle
    }
}

/// The slot as long as the session is; `None` if that is too short.
fn begin(session: &DraftSession, slot: &Slot) -> Option<Slot> {
    let planned = SignedDuration::from_mins(session.minutes.into());
    let length = session.time.map_or(planned, Interval::length);
    let time = Interval::new(slot.time.start(), slot.time.start().plus(length)).ok()?;
    slot.time.contains(time).then_some(Slot { time, ..*slot })
}

fn range(time: Interval) -> Range<i64> {
    time.start().as_microsecond()..time.end().as_microsecond()
}

/// The items by what each has of a kind.
fn sets<K: Ord>(
    items: &[&DraftSession],
    of: impl Fn(&DraftSession) -> Vec<K>,
) -> BTreeMap<K, BTreeSet<usize>> {
    let mut found: BTreeMap<K, BTreeSet<usize>> = BTreeMap::new();
    for (item, session) in items.iter().enumerate() {
        for key in of(session) {
            found.entry(key).or_default().insert(item);
        }
    }
    found
}

/// What one session may do by itself, given all that stays where it is.
struct Rules<'a> {
    draft: &'a Draft,
    fixed: Vec<&'a DraftSession>,
}

impl Rules<'_> {
    fn allow(&self, session: &DraftSession, slot: Slot) -> bool {
        let Some(room) = self.draft.rooms.get(&slot.room) else { return false };
        let available =
            |person| self.draft.availability.get(person).is_none_or(|windows| covered(slot.time, windows));
        let parts = session.parts();
        self.draft.edition.contains(slot.time)
            && (room.open.is_empty() || covered(slot.time, &room.open))
            && room.capacity.is_none_or(|capacity| session.expected <= capacity)
            && parts.keys().all(available)
            && self.fixed.iter().all(|fixed| {
                let Some(time) = fixed.time else { return true };
                let shares_people = || fixed.people.iter().any(|(person, _)| parts.contains_key(person));
                !(time.overlaps(slot.time) && shares_people()) && self.fits_beside(session, slot, fixed, time)
            })
    }

    fn fits_beside(&self, session: &DraftSession, slot: Slot, fixed: &DraftSession, time: Interval) -> bool {
        let is_break = fixed.kind == SessionKind::Break;
        let pause_after = self.pause(session, slot);
        let pause_before = self.pause(fixed, slot);
        let clear = |before: Interval, after: Interval, pause| {
            let gap = before.gap_to(after);
            !gap.is_negative() && (is_break || gap >= pause)
        };
        !fixed.rooms.contains(&slot.room)
            || clear(time, slot.time, pause_after)
            || clear(slot.time, time, pause_before)
    }

    /// How long the slot's room must be free before the session.
    fn pause(&self, session: &DraftSession, slot: Slot) -> SignedDuration {
        let turnaround = self.draft.rooms.get(&slot.room).map_or(0, |room| room.turnaround_minutes);
        SignedDuration::from_mins(turnaround.max(session.setup_minutes).into())
    }
}
