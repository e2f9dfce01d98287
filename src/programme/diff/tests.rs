#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::{
    programme::interval::tests::span,
    values::{Lang, text::Shape},
};

fn id<K>(number: u128) -> Id<K> {
    Id::from(Uuid::from_u128(number))
}

fn listed(title: &str, start: i64, rooms: &[u128], people: &[u128]) -> Listed {
    Listed {
        kind: SessionKind::Session,
        title: Localised::parse(Shape::Line, Lang::En, [(Lang::En, title)], 100).unwrap(),
        r#abstract: None,
        spoken: Vec::new(),
        track: None,
        time: span(start, start + 30),
        rooms: rooms.iter().copied().map(id).collect(),
        people: people.iter().map(|person| (id(*person), Part::Speaker)).collect(),
        submission: None,
        kept: None,
    }
}

fn only(previous: Option<Listed>, next: Option<Listed>) -> Option<Change> {
    let listing = |one: Option<Listed>| one.into_iter().map(|one| (id(1), one)).collect();
    diff(&listing(previous), &listing(next)).remove(&id(1))
}

#[test]
fn a_better_title_tells_nobody_and_keeps_the_sequence() {
    let change = only(Some(listed("Robtos", 0, &[1], &[7])), Some(listed("Robots", 0, &[1], &[7]))).unwrap();
    assert!(change.is_retitled() && !change.is_rescheduled() && !change.is_relocated());
    assert_eq!(change.slots(), BTreeMap::new());
    assert_eq!(change.sequence_after(Some(3)), 3);
}

#[test]
fn another_time_or_room_tells_all_who_are_in_it() {
    let before = listed("Robots", 0, &[1], &[7, 8]);
    for after in [listed("Robots", 5, &[1], &[7, 8]), listed("Robots", 0, &[2], &[7, 8])] {
        let change = only(Some(before.clone()), Some(after)).unwrap();
        assert_eq!(change.slots(), BTreeMap::from([(id(7), SlotChange::Moved), (id(8), SlotChange::Moved)]));
        assert_eq!(change.sequence_after(Some(3)), 4);
    }
}

#[test]
fn whoever_joins_or_leaves_is_told_and_the_rest_are_not() {
    let change =
        only(Some(listed("Robots", 0, &[1], &[7, 8])), Some(listed("Robots", 0, &[1], &[8, 9]))).unwrap();
    assert!(change.has_other_people());
    assert_eq!(change.slots(), BTreeMap::from([(id(7), SlotChange::Gone), (id(9), SlotChange::New)]));
    assert_eq!(change.sequence_after(Some(0)), 1, "the calendar of whoever left and comes back must heed it");
}

#[test]
fn what_was_cancelled_comes_back_with_a_higher_sequence() {
    let talk = listed("Robots", 0, &[1], &[7]);
    let first = only(None, Some(talk.clone())).unwrap();
    assert_eq!((first.slots(), first.sequence_after(None)), (BTreeMap::from([(id(7), SlotChange::New)]), 0));
    let off = only(Some(talk.clone()), None).unwrap();
    assert_eq!((off.slots(), off.sequence_after(Some(0))), (BTreeMap::from([(id(7), SlotChange::Gone)]), 1));
    assert_eq!(only(None, Some(talk)).unwrap().sequence_after(Some(1)), 2);
}

#[test]
fn another_order_or_part_of_the_same_people_is_a_change_that_tells_nobody() {
    let change =
        only(Some(listed("Robots", 0, &[1], &[7, 8])), Some(listed("Robots", 0, &[1], &[8, 7]))).unwrap();
    assert!(change.has_other_people() && change.slots().is_empty());
    assert_eq!(change.sequence_after(Some(3)), 3);
}

fn listings() -> impl Strategy<Value = Listing> {
    let title = prop::sample::select(&["Robots", "Robtos"]);
    let some = |most: u128| prop::collection::vec(1..=most, 0..3);
    let one = (title, 0..3_i64, some(2), some(4))
        .prop_map(|(title, start, rooms, people)| listed(title, start * 5, &rooms, &people));
    prop::collection::btree_map((1..8_u128).prop_map(id), one, 0..8)
}

fn applied(changes: &Changes, to: &Listing) -> Listing {
    let mut listing = to.clone();
    for (session, change) in changes {
        match change {
            Change::Added(next) | Change::Edited { to: next, .. } => listing.insert(*session, next.clone()),
            Change::Cancelled(_) => listing.remove(session),
        };
    }
    listing
}

/// The slots of a person: which sessions, when and where.
fn slots(listing: &Listing, person: SpeakerId) -> BTreeMap<Id<Session>, (Interval, BTreeSet<Id<Room>>)> {
    let theirs = listing.iter().filter(|(_, listed)| everybody(listed).contains(&person));
    theirs.map(|(session, listed)| (*session, (listed.time, listed.rooms.clone()))).collect()
}

proptest! {
    #[test]
    fn nothing_changes_between_a_release_and_itself(listing in listings()) {
        prop_assert!(diff(&listing, &listing).is_empty());
    }

    #[test]
    fn the_changes_lead_from_one_release_to_the_other(a in listings(), b in listings()) {
        prop_assert_eq!(applied(&diff(&a, &b), &a), b);
    }

    #[test]
    fn people_are_told_exactly_when_their_slots_differ(a in listings(), b in listings()) {
        let told = affected(&diff(&a, &b));
        for person in (1..=4).map(id) {
            prop_assert_eq!(told.contains_key(&person), slots(&a, person) != slots(&b, person));
        }
    }

    #[test]
    fn the_sequence_rises_exactly_when_time_place_people_or_standing_differ(a in listings(), b in listings()) {
        let stands = |listing: &Listing, session: Id<Session>| {
            listing.get(&session).map(|one: &Listed| (one.time, one.rooms.clone(), everybody(one)))
        };
        for (session, change) in diff(&a, &b) {
            prop_assert_eq!(change.sequence_after(Some(5)) == 6, stands(&a, session) != stands(&b, session));
        }
    }
}
