#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{sync::atomic::AtomicBool, time::Duration};

use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::programme::{DraftRoom, Part, interval::tests::span};

static NEVER: AtomicBool = AtomicBool::new(false);

fn id<K>(number: u128) -> Id<K> {
    Id::from(Uuid::from_u128(number))
}

fn arranged(draft: &Draft, slots: &[Slot]) -> Arranged {
    arrange(draft, slots, &Wishes::default(), &Budget::new(Duration::from_secs(60), &NEVER)).unwrap()
}

fn proposed(draft: &Draft, slots: &[Slot]) -> Proposal {
    match arranged(draft, slots) {
        Arranged::Proposed(proposal) => proposal,
        other => panic!("{other:?}"),
    }
}

/// A talk of half an hour without a slot.
fn talk(number: u128, expected: u32) -> DraftSession {
    DraftSession {
        id: id(number),
        kind: SessionKind::Session,
        rooms: BTreeSet::new(),
        time: None,
        minutes: 30,
        people: BTreeSet::new(),
        expected,
        signed_up: 0,
        setup_minutes: 0,
        track: None,
        pinned: false,
    }
}

fn at(room: u128, start: i64, session: DraftSession) -> DraftSession {
    let minutes = i64::from(session.minutes);
    DraftSession { rooms: BTreeSet::from([id(room)]), time: Some(span(start, start + minutes)), ..session }
}

/// Room 1 holds 100, room 2 holds 50.
fn draft(sessions: Vec<DraftSession>) -> Draft {
    let room = |capacity| DraftRoom { capacity: Some(capacity), ..DraftRoom::default() };
    let rooms = BTreeMap::from([(id(1), room(100)), (id(2), room(50))]);
    Draft { edition: span(0, 600), sessions, rooms, availability: BTreeMap::new() }
}

fn slot(room: u128, start: i64) -> Slot {
    Slot { room: id(room), time: span(start, start + 40) }
}

#[test]
fn popular_sessions_get_the_large_room_and_short_ones_begin_with_the_slot() {
    let sessions = vec![talk(1, 20), talk(2, 50)];
    let proposal = proposed(&draft(sessions), &[slot(1, 0), slot(2, 0)]);
    let to = |room| Slot { room: id(room), time: span(0, 30) };
    assert_eq!(
        proposal.moves,
        [Move { session: id(1), from: None, to: to(2) }, Move { session: id(2), from: None, to: to(1) },]
    );
    assert_eq!((proposal.before.placed, proposal.after.placed), (0, 2));
    assert_eq!((proposal.after.seating, proposal.worth, proposal.bound), (12, 12, 12));
}

#[test]
fn what_is_good_as_it_is_stays() {
    let sessions = vec![at(1, 0, talk(1, 20)), at(2, 0, talk(2, 25))];
    let proposal = proposed(&draft(sessions), &[slot(1, 0), slot(2, 0), slot(1, 60)]);
    assert_eq!(proposal.moves, []);
    assert_eq!(proposal.before, proposal.after);
}

#[test]
fn a_track_comes_together() {
    let in_track = |session| DraftSession { track: Some(id(9)), ..session };
    let sessions = vec![in_track(at(1, 0, talk(1, 0))), in_track(talk(2, 0))];
    let proposal = proposed(&draft(sessions), &[slot(1, 0), slot(2, 0), slot(1, 40), slot(1, 200)]);
    assert_eq!(proposal.moves.iter().map(|one| one.to.time).collect::<Vec<_>>(), [span(40, 70)]);
    assert_eq!((proposal.after.track_blocks, proposal.after.unchanged), (1, 1));
}

#[test]
fn plenaries_and_breaks_stay_and_pinned_sessions_too() {
    let everywhere = DraftSession {
        kind: SessionKind::Plenary,
        rooms: BTreeSet::from([id(1), id(2)]),
        time: Some(span(0, 40)),
        ..talk(3, 0)
    };
    let pinned = DraftSession { pinned: true, ..at(1, 40, talk(1, 0)) };
    let slots = [slot(1, 0), slot(1, 40), slot(2, 0), slot(2, 40)];
    let proposal = proposed(&draft(vec![pinned, talk(2, 50), everywhere]), &slots);
    assert_eq!(
        proposal.moves,
        [Move { session: id(2), from: None, to: Slot { room: id(2), time: span(40, 70) } }]
    );
}

fn obstacle(sessions: Vec<DraftSession>, slots: &[Slot]) -> Obstacle {
    match arranged(&draft(sessions), slots) {
        Arranged::Impossible(obstacle) => obstacle,
        other => panic!("{other:?}"),
    }
}

#[test]
fn where_nothing_fits_it_says_what_stands_against_it() {
    let pinned = DraftSession { pinned: true, ..at(1, 0, talk(1, 0)) };
    let large = talk(2, 60);
    let found = obstacle(vec![pinned, large, talk(3, 0)], &[slot(1, 0), slot(2, 100), slot(2, 200)]);
    assert_eq!(found.sessions, BTreeMap::from([(id(1), 3), (id(2), 1)]));
    assert_eq!((found.pinned, found.people), (BTreeSet::from([id(1)]), BTreeSet::new()));
    assert!(found.minimal);

    let speaks = |session| DraftSession { people: BTreeSet::from([(id(7), Part::Speaker)]), ..session };
    let found = obstacle(vec![speaks(talk(1, 0)), talk(2, 0), speaks(talk(3, 0))], &[slot(1, 0), slot(2, 0)]);
    assert_eq!(found.sessions, BTreeMap::from([(id(1), 2), (id(3), 2)]));
    assert_eq!((found.pinned, found.people), (BTreeSet::new(), BTreeSet::from([id(7)])));
}

mod oracle;
