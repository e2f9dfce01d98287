//! Drafts that look like a forum's: halls and rooms, tracks, busy people, some of whom come late.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use plenary::{
    programme::{Draft, DraftRoom, DraftSession, Interval, Part, SessionKind, arrange::Slot},
    values::{Id, Moment},
};
use uuid::Uuid;

/// How many sessions the large draft has.
pub const LARGE: u64 = 1_000;

/// Numbers that are the same on every run (xorshift64, Marsaglia 2003).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % end
    }
}

fn id<K>(kind: u128, number: u64) -> Id<K> {
    Id::from(Uuid::from_u128(kind << 64 | u128::from(number)))
}

fn span(start: u64, end: u64) -> Interval {
    let at = |minute: u64| {
        Moment::from(Timestamp::from_second(1_795_000_000 + i64::try_from(minute * 60).unwrap()).unwrap())
    };
    Interval::new(at(start), at(end)).unwrap()
}

fn rooms(capacities: &[u32], turnaround_minutes: u32) -> BTreeMap<Id<plenary::editions::Room>, DraftRoom> {
    let room = |(number, capacity): (u64, &u32)| {
        (id(2, number), DraftRoom { capacity: Some(*capacity), turnaround_minutes, open: Vec::new() })
    };
    (0..).zip(capacities).map(room).collect()
}

fn session(number: u64, minutes: u32, numbers: &mut Numbers) -> DraftSession {
    DraftSession {
        id: id(1, number),
        kind: SessionKind::Session,
        rooms: BTreeSet::new(),
        time: None,
        minutes,
        people: BTreeSet::new(),
        expected: u32::try_from(10 + numbers.below(14) * numbers.below(12)).unwrap(),
        setup_minutes: 0,
        track: Some(id(4, numbers.below(6))),
        signed_up: 0,
        pinned: false,
    }
}

/// 1,000 sessions of three quarters of an hour in 20 rooms on 5 days, a tenth of them misplaced.
pub fn large() -> Draft {
    let mut numbers = Numbers(0x2545_f491_4f6c_dd1d);
    let rooms = rooms(&[200; 20], 10);
    let sessions = (0..LARGE).map(|number| {
        let slot = if numbers.below(10) == 0 { numbers.below(LARGE) } else { number };
        let (day, start) = (slot / 200, slot % 200 / 20 * 60);
        let people = (0..2).map(|part| {
            let part = if part == 0 { Part::Speaker } else { Part::Chair };
            (id(3, numbers.below(800)), part)
        });
        let people = people.collect();
        DraftSession {
            rooms: BTreeSet::from([id(2, slot % 20)]),
            time: Some(span(day * 1440 + start, day * 1440 + start + 45)),
            people,
            ..session(number, 45, &mut numbers)
        }
    });
    let sessions = sessions.collect();
    let availability = (0..200).map(|person| (id(3, person), vec![span(0, 4000)])).collect();
    Draft { edition: span(0, 7200), sessions, rooms, availability }
}

/// 60 sessions and 80 slots: 4 rooms, 2 days of 10 times each with lunch between. A few people have
/// several sessions, a fifth of the sessions can't be on one of the days; most have some slot already, unless
/// the draft is `empty`.
pub fn small(seed: u64, empty: bool) -> (Draft, Vec<Slot>) {
    let mut numbers = Numbers(seed * 7919 + 12_345);
    let rooms = rooms(&[400, 150, 80, 50], 0);
    let begins = |time: u64| time / 10 * 1440 + time % 10 * 30 + time % 10 / 5 * 60;
    let slots: Vec<Slot> = (0..20)
        .flat_map(|time| {
            (0..4).map(move |room| Slot { room: id(2, room), time: span(begins(time), begins(time) + 30) })
        })
        .collect();
    let mut availability = BTreeMap::new();
    let mut sessions: Vec<DraftSession> = (0..60)
        .map(|number| {
            let mut session = session(number, 30, &mut numbers);
            session.people.insert((id(3, number), Part::Speaker));
            if numbers.below(5) == 0 {
                let day = numbers.below(2) * 1440;
                availability.insert(id(3, number), vec![span(day, day + 1440)]);
            }
            if numbers.below(4) > 0 && !empty {
                let slot = slots.get(usize::try_from(numbers.below(80)).unwrap()).unwrap();
                (session.rooms, session.time) = (BTreeSet::from([slot.room]), Some(slot.time));
            }
            session
        })
        .collect();
    for busy in 100..120 {
        for _ in 0..2 + numbers.below(2) {
            let session = usize::try_from(numbers.below(60)).unwrap();
            sessions.get_mut(session).unwrap().people.insert((id(3, busy), Part::Chair));
        }
    }
    (Draft { edition: span(0, 2880), sessions, rooms, availability }, slots)
}
