//! Clashes of one session with the edition, its rooms and its people.

use super::{Clash, ClashKind, key::Facts};
use crate::programme::{Draft, DraftSession, Interval, SessionKind, covered};

/// All of one session's own clashes.
pub(super) fn of_session(draft: &Draft, session: &DraftSession) -> Vec<Clash> {
    let mut found: Vec<Clash> = capacity(draft, session).into_iter().collect();
    if let Some(time) = session.time {
        if !draft.edition.contains(time) {
            let facts = Facts::of(ClashKind::OutsideEdition).time(draft.edition);
            found.push(facts.clash(vec![session], None, None));
        }
        found.extend(closed(draft, session, time));
        found.extend(unavailable(draft, session, time));
    }
    found
}

/// More hold a place, or are expected, than the rooms hold together. Nobody is turned away from a break.
fn capacity(draft: &Draft, session: &DraftSession) -> Option<Clash> {
    let capacity = session.capacity(&draft.rooms)?;
    let (kind, coming) = if session.signed_up > capacity {
        (ClashKind::SignedUp, session.signed_up)
    } else {
        (ClashKind::Capacity, session.expected)
    };
    let short = coming > capacity && session.kind != SessionKind::Break;
    let room = session.rooms.first().copied().filter(|_| session.rooms.len() == 1);
    let facts = Facts::of(kind).number(coming).number(capacity);
    short.then(|| facts.clash(vec![session], room, None))
}

fn closed(draft: &Draft, session: &DraftSession, time: Interval) -> Vec<Clash> {
    let clash = |id| {
        let open = draft.rooms.get(id)?.open.as_slice();
        let facts = || Facts::of(ClashKind::RoomClosed).times(open);
        (!open.is_empty() && !covered(time, open)).then(|| facts().clash(vec![session], Some(*id), None))
    };
    session.rooms.iter().filter_map(clash).collect()
}

fn unavailable(draft: &Draft, session: &DraftSession, time: Interval) -> Vec<Clash> {
    let clash = |person| {
        let windows = draft.availability.get(&person)?;
        let facts = || Facts::of(ClashKind::OutsideAvailability).times(windows);
        (!covered(time, windows)).then(|| facts().clash(vec![session], None, Some(person)))
    };
    session.parts().into_keys().filter_map(clash).collect()
}
