#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};

use jiff::SignedDuration;
use proptest::{prelude::*, sample::Index};
use uuid::Uuid;

use super::*;
use crate::{
    programme::{
        DraftRoom, DraftSession, Interval, Part, SessionKind, covered,
        interval::tests::{minute, span},
    },
    values::Moment,
};

fn id<K>(number: u128) -> Id<K> {
    Id::from(Uuid::from_u128(number))
}

/// A talk in room 1 by nobody.
fn talk(number: u128, start: i64, end: i64) -> DraftSession {
    DraftSession {
        id: id(number),
        kind: SessionKind::Session,
        rooms: BTreeSet::from([id(1)]),
        time: Some(span(start, end)),
        minutes: 30,
        people: BTreeSet::new(),
        expected: 0,
        signed_up: 0,
        setup_minutes: 0,
        track: None,
        pinned: false,
    }
}

fn draft(sessions: Vec<DraftSession>) -> Draft {
    let room = DraftRoom { capacity: Some(50), turnaround_minutes: 10, open: Vec::new() };
    Draft {
        edition: span(0, 600),
        sessions,
        rooms: (1..4).map(|number| (id(number), room.clone())).collect(),
        availability: BTreeMap::new(),
    }
}

fn kinds(draft: &Draft) -> Vec<ClashKind> {
    clashes(draft).iter().map(|clash| clash.kind).collect()
}

#[test]
fn a_room_is_used_once_at_a_time_and_needs_a_pause() {
    assert_eq!(kinds(&draft(vec![talk(1, 0, 30), talk(2, 29, 60)])), [ClashKind::RoomOverlap]);
    assert_eq!(kinds(&draft(vec![talk(1, 0, 30), talk(2, 30, 60)])), [ClashKind::Turnaround]);
    assert_eq!(kinds(&draft(vec![talk(1, 0, 30), talk(2, 40, 60)])), []);
    let slow = DraftSession { setup_minutes: 20, ..talk(2, 40, 60) };
    assert_eq!(kinds(&draft(vec![talk(1, 0, 30), slow])), [ClashKind::Turnaround]);
}

#[test]
fn a_break_is_the_pause_that_a_room_needs() {
    let pause = |end| DraftSession { kind: SessionKind::Break, ..talk(2, 30, end) };
    assert_eq!(kinds(&draft(vec![talk(1, 0, 30), pause(45), talk(3, 45, 60)])), []);
    let short = clashes(&draft(vec![talk(1, 0, 30), pause(35), talk(3, 35, 60)]));
    assert_eq!(short.iter().map(|clash| clash.sessions.clone()).collect::<Vec<_>>(), [vec![id(1), id(3)]]);
}

#[test]
fn a_plenary_takes_every_room_it_is_in_and_seats_as_many_as_they_hold() {
    let rooms = BTreeSet::from([id(1), id(2)]);
    let plenary = |expected| DraftSession {
        kind: SessionKind::Plenary,
        rooms: rooms.clone(),
        expected,
        ..talk(1, 0, 60)
    };
    let beside = DraftSession { rooms: BTreeSet::from([id(2)]), ..talk(2, 30, 60) };
    assert_eq!(kinds(&draft(vec![plenary(100), beside])), [ClashKind::RoomOverlap]);
    assert_eq!(kinds(&draft(vec![plenary(101)])), [ClashKind::Capacity]);
}

#[test]
fn nobody_is_in_two_sessions_at_a_time() {
    let with = |number, room, parts: &[Part]| DraftSession {
        rooms: BTreeSet::from([id(room)]),
        people: parts.iter().map(|part| (id(7), *part)).collect(),
        ..talk(number, 0, 30)
    };
    let found = |one: &[Part], other: &[Part]| kinds(&draft(vec![with(1, 1, one), with(2, 2, other)]));
    assert_eq!(found(&[Part::Speaker], &[Part::Speaker]), [ClashKind::SpeakerTwice]);
    assert_eq!(found(&[Part::Chair], &[Part::Speaker]), [ClashKind::SpeakerTwice]);
    assert_eq!(found(&[Part::Chair, Part::Speaker], &[Part::Chair]), [ClashKind::SpeakerTwice]);
    assert_eq!(found(&[Part::Chair], &[Part::Chair]), [ClashKind::ChairTwice]);
    assert_eq!(kinds(&draft(vec![with(1, 1, &[Part::Chair, Part::Speaker])])), []);
}

#[test]
fn edition_room_and_people_have_their_hours() {
    assert_eq!(kinds(&draft(vec![talk(1, 590, 601)])), [ClashKind::OutsideEdition]);
    let people = BTreeSet::from([(id(7), Part::Speaker)]);
    let mut hours = draft(vec![DraftSession { people, ..talk(1, 60, 120) }]);
    hours.rooms.insert(id(1), DraftRoom { open: vec![span(0, 90), span(90, 120)], ..DraftRoom::default() });
    hours.availability.insert(id(7), vec![span(60, 119)]);
    assert_eq!(kinds(&hours), [ClashKind::OutsideAvailability]);
    hours.rooms.insert(id(1), DraftRoom { open: vec![span(0, 90)], ..DraftRoom::default() });
    hours.availability.clear();
    assert_eq!(kinds(&hours), [ClashKind::RoomClosed]);
}

#[test]
fn past_midnight_and_where_clocks_change_instants_tell_the_truth() {
    // 01:30 happens twice in London that night; the second talk begins an hour after the first.
    let at = |text: &str| text.parse::<jiff::Zoned>().unwrap().timestamp().into();
    let between = |start, end| Interval::new(at(start), at(end)).unwrap();
    let first =
        between("2026-10-25T01:15:00+01:00[Europe/London]", "2026-10-25T01:45:00+01:00[Europe/London]");
    let second =
        between("2026-10-25T01:30:00+00:00[Europe/London]", "2026-10-25T02:00:00+00:00[Europe/London]");
    let mut night = draft(vec![talk(1, 0, 1), talk(2, 0, 1)]);
    night.edition =
        between("2026-10-24T20:00:00+01:00[Europe/London]", "2026-10-25T03:00:00+00:00[Europe/London]");
    for (session, time) in night.sessions.iter_mut().zip([first, second]) {
        session.time = Some(time);
    }
    assert_eq!(kinds(&night), []);
}

#[test]
fn an_acknowledgement_lapses_when_a_fact_changes() {
    let keys = |draft: &Draft| clashes(draft).into_iter().map(|clash| clash.key).collect::<Vec<_>>();
    let crowded = draft(vec![DraftSession { expected: 60, ..talk(1, 0, 30) }]);
    let mut same = crowded.clone();
    same.sessions.first_mut().unwrap().minutes = 45;
    assert_eq!(keys(&crowded), keys(&same));
    let more = draft(vec![DraftSession { expected: 61, ..talk(1, 0, 30) }]);
    let later = draft(vec![DraftSession { expected: 60, ..talk(1, 5, 35) }]);
    let elsewhere =
        draft(vec![DraftSession { expected: 60, rooms: BTreeSet::from([id(2)]), ..talk(1, 0, 30) }]);
    let all: BTreeSet<_> = [crowded, more, later, elsewhere].iter().flat_map(keys).collect();
    assert_eq!(all.len(), 4);
}

#[test]
fn only_a_room_used_twice_can_not_be_answered_for() {
    let clash =
        |kind| Clash { kind, sessions: Vec::new(), room: None, person: None, key: ClashKey(String::new()) };
    for kind in ClashKind::ALL.iter().copied() {
        assert_eq!(clash(kind).blocks(false), kind.severity() == Severity::Error, "{kind}");
        assert_eq!(clash(kind).blocks(true), kind == ClashKind::RoomOverlap, "{kind}");
    }
}

mod oracle;
