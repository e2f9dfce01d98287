//! The same rules in the plainest way: every session with every other.

use super::*;

type Found = BTreeSet<(ClashKind, Vec<Id<Session>>, Option<Id<Room>>, Option<SpeakerId>)>;

fn pairwise(draft: &Draft) -> Found {
    let mut found = Found::new();
    for (at, one) in draft.sessions.iter().enumerate() {
        for other in draft.sessions.iter().skip(at + 1) {
            let (Some(a), Some(b)) = (one.time, other.time) else { continue };
            let both = if one.id < other.id { vec![one.id, other.id] } else { vec![other.id, one.id] };
            let overlap = a.start() < b.end() && b.start() < a.end();
            for room in one.rooms.intersection(&other.rooms) {
                let (gap, next) =
                    if a.start() < b.start() { (a.gap_to(b), other) } else { (b.gap_to(a), one) };
                let pause = draft.rooms[room].turnaround_minutes.max(next.setup_minutes);
                let no_break = [one, other].iter().all(|session| session.kind != SessionKind::Break);
                if overlap {
                    found.insert((ClashKind::RoomOverlap, both.clone(), Some(*room), None));
                } else if no_break && gap < SignedDuration::from_mins(pause.into()) {
                    found.insert((ClashKind::Turnaround, both.clone(), Some(*room), None));
                }
            }
            for (person, part) in &one.people {
                for (_, second) in other.people.iter().filter(|(also, _)| overlap && also == person) {
                    let speaks =
                        [one, other].iter().any(|one| one.people.contains(&(*person, Part::Speaker)));
                    assert!(speaks || (*part, *second) == (Part::Chair, Part::Chair));
                    let kind = if speaks { ClashKind::SpeakerTwice } else { ClashKind::ChairTwice };
                    found.insert((kind, both.clone(), None, Some(*person)));
                }
            }
        }
        alone(draft, one, &mut found);
    }
    found
}

fn alone(draft: &Draft, one: &DraftSession, found: &mut Found) {
    let itself = vec![one.id];
    let holds: u32 = one.rooms.iter().map(|room| draft.rooms[room].capacity.unwrap_or(10_000)).sum();
    if one.kind != SessionKind::Break && !one.rooms.is_empty() {
        let room = one.rooms.first().copied().filter(|_| one.rooms.len() == 1);
        if one.signed_up > holds {
            found.insert((ClashKind::SignedUp, itself.clone(), room, None));
        } else if one.expected > holds {
            found.insert((ClashKind::Capacity, itself.clone(), room, None));
        }
    }
    let Some(time) = one.time else { return };
    if time.start() < draft.edition.start() || time.end() > draft.edition.end() {
        found.insert((ClashKind::OutsideEdition, itself.clone(), None, None));
    }
    for room in &one.rooms {
        let open = &draft.rooms[room].open;
        if !open.is_empty() && !covered(time, open) {
            found.insert((ClashKind::RoomClosed, itself.clone(), Some(*room), None));
        }
    }
    for (person, _) in &one.people {
        if draft.availability.get(person).is_some_and(|windows| !covered(time, windows)) {
            found.insert((ClashKind::OutsideAvailability, itself.clone(), None, Some(*person)));
        }
    }
}

fn without_keys(found: &[Clash]) -> Found {
    found.iter().map(|clash| (clash.kind, clash.sessions.clone(), clash.room, clash.person)).collect()
}

fn moved(draft: &Draft, by: SignedDuration) -> Draft {
    let to = |moment: Moment| moment.plus(by);
    let interval = |time: Interval| Interval::new(to(time.start()), to(time.end())).unwrap();
    let mut moved = draft.clone();
    moved.edition = interval(draft.edition);
    for session in &mut moved.sessions {
        session.time = session.time.map(interval);
    }
    let open = moved.rooms.values_mut().map(|room| &mut room.open);
    for window in open.chain(moved.availability.values_mut()).flatten() {
        *window = interval(*window);
    }
    moved
}

fn windows() -> impl Strategy<Value = Vec<Interval>> {
    let window = (0..40_i64, 1..30_i64).prop_map(|(start, long)| span(start * 5, (start + long) * 5));
    prop::collection::vec(window, 0..4)
}

fn session() -> impl Strategy<Value = DraftSession> {
    let time = prop::option::weighted(0.9, (0..40_i64, 1..12_i64));
    let part = prop::sample::select(Part::ALL);
    (
        prop::sample::select(SessionKind::ALL),
        prop::collection::btree_set((1..4_u128).prop_map(id), 0..3),
        time,
        prop::collection::btree_set(((1..5_u128).prop_map(id), part), 0..4),
        (0..3_u32, 0..120_u32, prop_oneof![Just(0), 0..120_u32]),
    )
        .prop_map(|(kind, rooms, time, people, (setup, expected, signed_up))| DraftSession {
            kind,
            rooms,
            time: time.map(|(start, long)| span(start * 5, (start + long) * 5)),
            people,
            expected,
            signed_up,
            setup_minutes: setup * 7,
            ..talk(0, 0, 1)
        })
}

fn drafts() -> impl Strategy<Value = Draft> {
    let rooms = prop::collection::vec((prop::option::of(10..100_u32), 0..3_u32, windows()), 3);
    let people = prop::collection::vec(prop::option::of(windows()), 4);
    (prop::collection::vec(session(), 0..14), rooms, people).prop_map(|(mut sessions, rooms, people)| {
        for (session, number) in sessions.iter_mut().zip(1..) {
            session.id = id(number);
        }
        let room = |(capacity, pauses, open)| DraftRoom { capacity, turnaround_minutes: pauses * 5, open };
        let availability = (1..).map(id).zip(people).filter_map(|(person, windows)| Some((person, windows?)));
        Draft {
            edition: Interval::new(minute(10), minute(190)).unwrap(),
            sessions,
            rooms: (1..).map(id).zip(rooms.into_iter().map(room)).collect(),
            availability: availability.collect(),
        }
    })
}

proptest! {
    #[test]
    fn what_the_sweep_finds_is_what_looking_at_every_pair_finds(draft in drafts()) {
        let found = clashes(&draft);
        prop_assert_eq!(without_keys(&found), pairwise(&draft));
        let keys: BTreeSet<_> = found.iter().map(|clash| &clash.key).collect();
        prop_assert_eq!(keys.len(), found.len());
    }

    #[test]
    fn the_order_in_which_sessions_and_windows_come_does_not_matter(draft in drafts(), swaps in prop::collection::vec(any::<(Index, Index)>(), 0..20)) {
        let mut shuffled = draft.clone();
        for (one, other) in swaps.iter().filter(|_| !draft.sessions.is_empty()) {
            let count = draft.sessions.len();
            shuffled.sessions.swap(one.index(count), other.index(count));
        }
        shuffled.availability.values_mut().for_each(|windows| windows.reverse());
        prop_assert_eq!(clashes(&shuffled), clashes(&draft));
    }

    #[test]
    fn a_programme_that_moves_as_a_whole_clashes_as_before(draft in drafts(), minutes in -3_000_000..3_000_000_i64) {
        let there = moved(&draft, SignedDuration::from_mins(minutes));
        prop_assert_eq!(without_keys(&clashes(&there)), without_keys(&clashes(&draft)));
        prop_assert_eq!(clashes(&moved(&there, SignedDuration::from_mins(-minutes))), clashes(&draft));
    }
}
