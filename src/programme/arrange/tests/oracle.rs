//! The best of every placement there is, judged by [`clashes`] and by counting again.

use super::*;

fn movable(session: &DraftSession) -> bool {
    is_placed_by_slot(session) && !session.pinned
}

/// Every draft that could be proposed.
fn every_placement(draft: &Draft, slots: &[Slot]) -> Vec<Draft> {
    let mut drafts = vec![draft.clone()];
    for (at, session) in draft.sessions.iter().enumerate().filter(|(_, session)| movable(session)) {
        let length = session.time.map_or(i64::from(session.minutes), |time| time.length().as_mins());
        let fits = |slot: &&Slot| slot.time.length().as_mins() >= length;
        let begin = |slot: &Slot| Slot {
            time: Interval::new(
                slot.time.start(),
                slot.time.start().plus(jiff::SignedDuration::from_mins(length)),
            )
            .unwrap(),
            ..*slot
        };
        let open: BTreeSet<Slot> = slots.iter().filter(fits).map(begin).chain(slot_of(session)).collect();
        let place = |draft: &Draft, slot: &Slot| {
            let mut draft = draft.clone();
            let session = draft.sessions.get_mut(at).unwrap();
            (session.rooms, session.time) = (BTreeSet::from([slot.room]), Some(slot.time));
            draft
        };
        drafts = drafts.iter().flat_map(|draft| open.iter().map(|slot| place(draft, slot))).collect();
    }
    drafts.retain(|placed| {
        let of = |one: &Id<Session>| placed.sessions.iter().find(|session| session.id == *one).unwrap();
        !clashes(placed).iter().any(|clash| {
            let both_pinned =
                clash.sessions.len() == 2 && clash.sessions.iter().all(|one| is_placed_by_slot(of(one)));
            both_pinned || clash.sessions.iter().any(|one| movable(of(one)))
        })
    });
    drafts
}

fn worth(placed: &Draft, before: &Draft, slots: &[Slot]) -> i64 {
    let present = before.sessions.iter().filter(|one| is_placed_by_slot(one)).filter_map(slot_of);
    let score = Score::of(placed, before, &score::Blocks::of(slots.iter().copied().chain(present)));
    let pinned = before.sessions.iter().filter(|one| is_placed_by_slot(one) && one.pinned).count();
    let tracked = before.sessions.iter().filter(|one| is_placed_by_slot(one) && one.track.is_some()).count();
    let wishes = Wishes::default();
    i64::from(wishes.unchanged) * i64::try_from(score.unchanged - pinned).unwrap()
        + i64::from(wishes.large_rooms) * score.seating
        + i64::from(wishes.tracks)
            * (i64::try_from(tracked).unwrap() - i64::try_from(score.track_blocks).unwrap())
}

fn session() -> impl Strategy<Value = DraftSession> {
    let people =
        prop::collection::btree_set(((1..4_u128).prop_map(id), prop::sample::select(Part::ALL)), 0..3);
    let kind = prop::sample::select(&[
        SessionKind::Session,
        SessionKind::Session,
        SessionKind::Plenary,
        SessionKind::Break,
    ]);
    (
        kind,
        prop::collection::btree_set((1..3_u128).prop_map(id), 0..2),
        prop::option::of(0..5_i64),
        (people, prop::option::of((1..3_u128).prop_map(id))),
        (prop::sample::select(&[20_u32, 30, 60]), 0..60_u32, 0..2_u32),
        prop::bool::weighted(0.15),
    )
        .prop_map(|(kind, rooms, start, (people, track), (minutes, expected, setup), pinned)| {
            DraftSession {
                kind,
                rooms,
                time: start.map(|start| span(start * 20, start * 20 + i64::from(minutes))),
                minutes,
                people,
                setup_minutes: setup * 5,
                track,
                pinned,
                ..talk(0, expected)
            }
        })
}

fn problems() -> impl Strategy<Value = (Draft, Vec<Slot>)> {
    let window = prop::collection::vec((0..4_i64, 1..5_i64), 0..3);
    let windows = |windows: Vec<(i64, i64)>| {
        windows.iter().map(|(start, long)| span(start * 30, (start + long) * 30)).collect()
    };
    let slots = prop::collection::vec((1..3_u128, 0..6_i64, prop::sample::select(&[20_i64, 30, 65])), 1..5);
    (prop::collection::vec(session(), 0..5), prop::option::of(window.clone()), (window, 0..3_u32), slots)
        .prop_map(move |(mut sessions, free, (open, pause), slots)| {
            for (session, number) in sessions.iter_mut().zip(1..) {
                session.id = id(number);
            }
            let mut draft = draft(sessions);
            draft.edition = span(0, 150);
            draft.availability = free.map(|free| (id(1), windows(free))).into_iter().collect();
            if let Some(room) = draft.rooms.get_mut(&id(1)) {
                (room.open, room.turnaround_minutes) = (windows(open), pause * 5);
            }
            let slot =
                |(room, start, long)| Slot { room: id(room), time: span(start * 25, start * 25 + long) };
            (draft, slots.into_iter().map(slot).collect())
        })
}

proptest! {
    #[test]
    fn the_proposal_is_as_good_as_the_best_of_every_placement((draft, slots) in problems()) {
        let every = every_placement(&draft, &slots);
        match arranged(&draft, &slots) {
            Arranged::Proposed(proposal) => {
                let after = with_moves(&draft, &proposal.moves);
                prop_assert!(every.contains(&after), "a rule is broken: {:?}", clashes(&after));
                prop_assert_eq!(Some(proposal.worth), every.iter().map(|placed| worth(placed, &draft, &slots)).max());
                prop_assert_eq!(proposal.worth, worth(&after, &draft, &slots));
                prop_assert_eq!(proposal.bound, proposal.worth);
                let still = |session: &DraftSession| after.sessions.contains(session);
                prop_assert!(draft.sessions.iter().filter(|session| !movable(session)).all(still));
            }
            Arranged::Impossible(_) => prop_assert!(every.is_empty(), "there is {:?}", every.first()),
            Arranged::OutOfTime => prop_assert!(false, "a minute is enough for four sessions"),
        }
    }
}
