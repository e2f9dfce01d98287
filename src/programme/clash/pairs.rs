//! Clashes between two sessions: over a room, or over a person.

use std::collections::BTreeMap;

use jiff::SignedDuration;

use super::{
    Clash, ClashKind,
    key::Facts,
    sweep::{Booking, close_pairs},
};
use crate::programme::{Draft, DraftRoom, Part, SessionKind};

/// Rooms that are used twice at a time, or too soon again.
pub(super) fn in_rooms(draft: &Draft) -> Vec<Clash> {
    let mut used: BTreeMap<_, Vec<Booking<'_, ()>>> = BTreeMap::new();
    for session in &draft.sessions {
        let Some(time) = session.time else { continue };
        for room in &session.rooms {
            used.entry(*room).or_default().push(Booking { time, session, with: () });
        }
    }
    let mut found = Vec::new();
    for (id, mut bookings) in used {
        let room = draft.rooms.get(&id);
        let longest = bookings.iter().map(|booking| pause_before(booking, room)).max().unwrap_or(0);
        close_pairs(&mut bookings, minutes(longest), |earlier, later| {
            let pause = pause_before(later, room);
            let facts = if earlier.time.overlaps(later.time) {
                Facts::of(ClashKind::RoomOverlap)
            } else if !is_break(earlier) && earlier.time.gap_to(later.time) < minutes(pause) {
                Facts::of(ClashKind::Turnaround).number(pause)
            } else {
                return;
            };
            found.push(facts.clash(vec![earlier.session, later.session], Some(id), None));
        });
    }
    found
}

/// How many minutes the room must be free before a booking. A break needs none, since it is one.
fn pause_before(booking: &Booking<'_, ()>, room: Option<&DraftRoom>) -> u32 {
    if is_break(booking) {
        return 0;
    }
    let turnaround = room.map_or(0, |room| room.turnaround_minutes);
    turnaround.max(booking.session.setup_minutes)
}

fn is_break(booking: &Booking<'_, ()>) -> bool {
    booking.session.kind == SessionKind::Break
}

/// People who would have to be in two sessions at a time.
pub(super) fn of_people(draft: &Draft) -> Vec<Clash> {
    let mut busy: BTreeMap<_, Vec<Booking<'_, Part>>> = BTreeMap::new();
    for session in &draft.sessions {
        let Some(time) = session.time else { continue };
        for (person, with) in session.parts() {
            busy.entry(person).or_default().push(Booking { time, session, with });
        }
    }
    let mut found = Vec::new();
    for (person, mut bookings) in busy {
        close_pairs(&mut bookings, SignedDuration::ZERO, |earlier, later| {
            let kind = match (earlier.with, later.with) {
                (Part::Chair, Part::Chair) => ClashKind::ChairTwice,
                _ => ClashKind::SpeakerTwice,
            };
            found.push(Facts::of(kind).clash(vec![earlier.session, later.session], None, Some(person)));
        });
    }
    found
}

fn minutes(minutes: u32) -> SignedDuration {
    SignedDuration::from_mins(minutes.into())
}
