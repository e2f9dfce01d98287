#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::atomic::AtomicBool,
    time::Duration,
};

use proptest::prelude::*;

use super::*;

static NEVER: AtomicBool = AtomicBool::new(false);

fn solved(model: &Model) -> Outcome {
    solve(model, &Budget::new(Duration::from_secs(60), &NEVER)).unwrap()
}

/// A choice of one hour that begins at `hour`.
fn choice(item: usize, place: usize, hour: i64, worth: i64) -> Choice {
    Choice { item, place, busy: hour..hour + 1, time: hour..hour + 1, block: place, worth }
}

/// Every way to choose, with what it is worth; the constraints that are kept, checked pair by pair.
fn every_way(model: &Model, kept: &BTreeSet<Constraint>) -> Vec<Vec<Choice>> {
    let mut ways = vec![Vec::<Choice>::new()];
    for item in (0..model.items).filter(|item| kept.contains(&Constraint::Place(*item))) {
        let pin = model.pins.get(&item).filter(|_| kept.contains(&Constraint::Pin(item)));
        let open = model
            .choices
            .iter()
            .enumerate()
            .filter(|(index, choice)| choice.item == item && pin.is_none_or(|pin| pin == index));
        let open: Vec<&Choice> = open.map(|(_, choice)| choice).collect();
        let fits = |way: &[Choice], new: &Choice| {
            way.iter().all(|old| {
                let shared = |one: &std::ops::Range<i64>, other: &std::ops::Range<i64>| {
                    one.clone().any(|at| other.contains(&at))
                };
                let apart = model.apart.iter().enumerate().any(|(index, set)| {
                    kept.contains(&Constraint::Apart(index))
                        && set.contains(&old.item)
                        && set.contains(&new.item)
                });
                let room = old.place == new.place && shared(&old.busy, &new.busy);
                let people = apart && shared(&old.time, &new.time);
                !room && !people
            })
        };
        ways = ways
            .iter()
            .flat_map(|way| {
                open.iter()
                    .filter(|new| fits(way, new))
                    .map(|new| [way.clone(), vec![(*new).clone()]].concat())
            })
            .collect();
    }
    ways
}

fn best_worth(model: &Model) -> Option<i64> {
    let worth = |way: &Vec<Choice>| {
        let joined = |cluster: &Cluster| {
            let blocks: BTreeSet<usize> = way
                .iter()
                .filter(|choice| cluster.items.contains(&choice.item))
                .map(|choice| choice.block)
                .collect();
            i64::from(cluster.worth) * i64::try_from(cluster.items.len()).unwrap()
                - i64::from(cluster.worth) * i64::try_from(blocks.len()).unwrap()
        };
        way.iter().map(|choice| choice.worth).sum::<i64>() + model.clusters.iter().map(joined).sum::<i64>()
    };
    every_way(model, &model.constraints().into_iter().collect()).iter().map(worth).max()
}

#[test]
fn nothing_to_place_is_placed() {
    let Outcome::Found(found) = solved(&Model::default()) else { panic!("an empty model") };
    assert_eq!((found.chosen.len(), found.worth, found.is_best()), (0, 0, true));
}

#[test]
fn the_worthiest_wins_the_place_that_both_want() {
    let choices = vec![choice(0, 0, 9, 5), choice(0, 1, 9, 1), choice(1, 0, 9, 9), choice(1, 1, 9, 6)];
    let model = Model { items: 2, choices, ..Model::default() };
    let Outcome::Found(found) = solved(&model) else { panic!("there is a way") };
    assert_eq!((found.chosen, found.worth, found.bound), (vec![0, 3], 11, 11));
}

#[test]
fn what_belongs_together_is_kept_together_where_that_is_worth_it() {
    let choices = (0..2)
        .flat_map(|item| [choice(item, item, 9, 3), choice(item, 0, 10 + i64::try_from(item).unwrap(), 1)]);
    let model = |worth| Model {
        items: 2,
        choices: choices.clone().collect(),
        clusters: vec![Cluster { items: BTreeSet::from([0, 1]), worth }],
        ..Model::default()
    };
    let worth = |together| match solved(&model(together)) {
        Outcome::Found(found) => (found.chosen, found.worth),
        other => panic!("{other:?}"),
    };
    assert_eq!(worth(1), (vec![0, 2], 6));
    assert_eq!(worth(3), (vec![0, 3], 7));
}

#[test]
fn a_conflict_names_what_stands_against_each_other() {
    let choices = vec![
        choice(0, 0, 9, 0),
        choice(1, 1, 9, 0),
        choice(1, 1, 10, 0),
        choice(2, 2, 9, 0),
        choice(2, 2, 10, 0),
    ];
    let model = Model {
        items: 3,
        choices,
        pins: BTreeMap::from([(1, 1)]),
        apart: vec![BTreeSet::from([1, 2]), BTreeSet::from([0, 1])],
        ..Model::default()
    };
    let conflict = [Constraint::Place(0), Constraint::Place(1), Constraint::Pin(1), Constraint::Apart(1)];
    assert_eq!(solved(&model), Outcome::Impossible { conflict: conflict.into(), minimal: true });
}

#[test]
fn an_item_without_a_choice_is_all_there_is_to_say() {
    let model = Model { items: 3, choices: vec![choice(0, 0, 9, 0), choice(2, 1, 9, 0)], ..Model::default() };
    let conflict = BTreeSet::from([Constraint::Place(1)]);
    assert_eq!(solved(&model), Outcome::Impossible { conflict, minimal: true });
}

#[test]
fn what_is_called_off_ends_at_once() {
    let choices = (0..30).flat_map(|item| (0..40).map(move |hour| choice(item, 0, hour, 1))).collect();
    let model = Model { items: 30, choices, ..Model::default() };
    let called_off = AtomicBool::new(true);
    let outcome = solve(&model, &Budget::new(Duration::from_secs(60), &called_off)).unwrap();
    assert_eq!(outcome, Outcome::OutOfTime);
}

fn models() -> impl Strategy<Value = Model> {
    let choice = (0..4_usize, 0..3_usize, 0..6_i64, (1..3_i64, 0..2_i64), 0..2_usize, -5..20_i64).prop_map(
        |(item, place, start, (long, before), block, worth)| Choice {
            item,
            place,
            busy: start - before..start + long,
            time: start..start + long,
            block: place * 2 + block,
            worth,
        },
    );
    let some = || prop::collection::btree_set(0..4_usize, 0..4);
    let cluster = (some(), 0..8_u32).prop_map(|(items, worth)| Cluster { items, worth });
    (
        prop::collection::vec(choice, 4..16),
        prop::collection::vec(some(), 0..3),
        prop::collection::vec(cluster, 0..3),
        prop::collection::btree_set(0..16_usize, 0..2),
    )
        .prop_map(|(choices, apart, clusters, pinned)| {
            let pins = choices.iter().enumerate().filter(|(index, _)| pinned.contains(index));
            let pins = pins.map(|(index, choice)| (choice.item, index)).collect();
            Model { items: 4, choices, pins, apart, clusters }
        })
}

proptest! {
    #[test]
    fn the_answer_is_as_good_as_the_best_of_every_way(model in models()) {
        match solved(&model) {
            Outcome::Found(found) => {
                prop_assert_eq!(Some(found.worth), best_worth(&model));
                prop_assert_eq!(model.worth(&found.chosen), Some(found.worth));
                prop_assert!(found.is_best() && found.worth <= model.ceiling());
            }
            Outcome::Impossible { conflict, minimal } => {
                prop_assert!(minimal && every_way(&model, &conflict).is_empty());
                for spared in &conflict {
                    let rest = conflict.iter().copied().filter(|one| one != spared).collect();
                    prop_assert!(!every_way(&model, &rest).is_empty(), "{:?} without {:?}", conflict, spared);
                }
            }
            Outcome::OutOfTime => prop_assert!(false, "a minute is enough for four items"),
        }
    }
}
