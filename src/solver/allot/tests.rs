#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{collections::BTreeSet, sync::atomic::AtomicBool, time::Duration};

use proptest::prelude::*;

use super::{super::Budget, check::Worth, network::Seats, *};

static NEVER: AtomicBool = AtomicBool::new(false);

fn budget() -> Budget<'static> {
    Budget::new(Duration::from_secs(60), &NEVER)
}

fn solved(problem: &Problem) -> Outcome {
    solve(problem, &budget()).unwrap()
}

fn found(problem: &Problem) -> Allotment {
    match solved(problem) {
        Outcome::Found(found) => found,
        other => panic!("{other:?}"),
    }
}

fn reason(
    problem: &Problem,
    best: &Allotment,
    who: usize,
    budget: &Budget<'_>,
) -> Result<Reason, crate::error::Error> {
    Reasons::of(problem, best).why(who, budget)
}

/// Whether somebody may be there, judged hour by hour and thing by thing.
fn suits(one: &Candidate, place: &Place) -> bool {
    let within = |hour: i64| one.available.iter().any(|open| open.contains(&hour));
    let comes = one.available.is_empty() || place.time.clone().all(within);
    let is_free = place.time.clone().all(|hour| !one.busy.iter().any(|busy| busy.contains(&hour)));
    let Offer { power, space, equipment, languages } = &place.offer;
    let speaks = |all: &BTreeSet<usize>| {
        one.needs.languages.is_empty() || one.needs.languages.iter().any(|spoken| all.contains(spoken))
    };
    place.track.is_none_or(|track| one.track == Some(track))
        && comes
        && is_free
        && power.is_none_or(|power| one.needs.power <= power)
        && space.is_none_or(|space| one.needs.space <= space)
        && equipment.as_ref().is_none_or(|all| one.needs.equipment.iter().all(|needed| all.contains(needed)))
        && languages.as_ref().is_none_or(speaks)
}

/// Every way to fill the places in which everybody fits and sits once.
fn every_way(problem: &Problem) -> Vec<Seats> {
    let mut ways: Vec<Seats> = vec![Vec::new()];
    for place in &problem.places {
        let open = |way: &Seats| -> Vec<Option<usize>> {
            let fits = problem.candidates.iter().enumerate().filter(|(_, one)| suits(one, place));
            let free = fits.map(|(at, _)| Some(at)).filter(|at| !way.contains(at));
            free.chain([None]).collect()
        };
        ways = ways
            .iter()
            .flat_map(|way| {
                open(way).into_iter().map(|one| way.iter().copied().chain([one]).collect::<Seats>())
            })
            .collect();
    }
    ways
}

/// The best that no limit forbids, by looking at every way.
fn best_of_all(problem: &Problem) -> Option<Worth> {
    let ways = every_way(problem).into_iter().filter(|way| problem.broken(way).is_empty());
    ways.map(|way| problem.worth(&way).unwrap()).max()
}

fn candidate(merit: u32, track: usize) -> Candidate {
    Candidate { merit, track: Some(track), ..Candidate::default() }
}

fn place(hour: i64) -> Place {
    Place { time: hour..hour + 1, ..Place::default() }
}

fn bounds(min: usize, max: usize) -> Bounds {
    Bounds { min, max, price: None }
}

fn chosen(found: &Allotment) -> BTreeSet<usize> {
    found.seats.iter().flatten().copied().collect()
}

#[test]
fn nobody_gets_nothing() {
    assert_eq!(found(&Problem::default()).seats, Vec::new());
    let only_places = Problem { places: vec![place(9)], ..Problem::default() };
    assert_eq!(found(&only_places).seats, vec![None]);
}

#[test]
fn a_track_keeps_its_least_though_others_have_more_merit() {
    let candidates = vec![candidate(90, 0), candidate(80, 0), candidate(10, 1)];
    let tracks = vec![bounds(0, 2), bounds(1, 2)];
    let problem = Problem { candidates, places: vec![place(9), place(10)], tracks, regions: Vec::new() };
    let best = found(&problem);
    assert_eq!((chosen(&best), best.merit, best.is_best), (BTreeSet::from([0, 2]), 100, true));
    let why = reason(&problem, &best, 1, &budget()).unwrap();
    let obstacle = Obstacle::Limit { limit: Limit::TrackMin(1), by: Some(1) };
    assert_eq!(why, Reason::LeftOut { obstacle, short: Some(10), instead: vec![0] });
    let why = reason(&problem, &best, 0, &budget()).unwrap();
    assert_eq!(why, Reason::Chosen { ahead: Some(10), instead: vec![1] });
}

#[test]
fn merit_comes_before_changes_and_changes_before_liking() {
    let with = |merit, before, liked: usize| Candidate {
        before,
        liking: [(liked, 9)].into(),
        ..candidate(merit, 0)
    };
    let problem = |candidates| Problem {
        candidates,
        places: vec![place(9), place(10)],
        tracks: vec![bounds(0, 9)],
        regions: Vec::new(),
    };
    // One point of merit is worth more than all that was proposed before.
    let best = found(&problem(vec![
        with(11, None, 0),
        with(11, None, 1),
        with(10, Some(0), 0),
        with(10, Some(1), 1),
    ]));
    assert_eq!(best.seats, vec![Some(0), Some(1)]);
    // With equal merit, who was in stays in, where they were, though both would rather change places.
    let best = found(&problem(vec![with(10, Some(0), 1), with(10, None, 0), with(10, Some(1), 0)]));
    assert_eq!(best.seats, vec![Some(0), Some(2)]);
    // With nothing proposed before, what is liked counts.
    let best = found(&problem(vec![with(10, None, 1), with(10, None, 0)]));
    assert_eq!(best.seats, vec![Some(1), Some(0)]);
}

#[test]
fn a_conflict_names_what_stands_against_each_other() {
    let pinned = |company| Candidate { pin: Some(Pin::In), company: Some(company), ..candidate(50, 0) };
    let problem = Problem {
        candidates: vec![pinned(7), pinned(7), pinned(8), candidate(40, 1)],
        places: vec![place(9), place(10), place(11), place(12)],
        tracks: vec![bounds(0, 4), bounds(0, 4)],
        regions: Vec::new(),
    };
    let conflict = BTreeSet::from([Limit::Pin(0), Limit::Pin(1), Limit::Company(7)]);
    assert_eq!(solved(&problem), Outcome::Impossible { conflict, minimal: true });
}

#[test]
fn who_fits_nowhere_hears_what_is_missing() {
    let strong = Candidate { needs: Needs { power: 3_000, ..Needs::default() }, ..candidate(99, 0) };
    let weak = Place { offer: Offer { power: Some(1_000), ..Offer::default() }, ..place(9) };
    let problem = Problem {
        candidates: vec![strong, candidate(5, 0)],
        places: vec![weak.clone(), weak],
        tracks: vec![bounds(0, 2)],
        regions: Vec::new(),
    };
    let why = reason(&problem, &found(&problem), 0, &budget()).unwrap();
    let obstacle = Obstacle::NoPlace([(Misfit::Power, 2)].into());
    assert_eq!(why, Reason::LeftOut { obstacle, short: None, instead: Vec::new() });
}

#[test]
fn a_limit_is_named_with_how_much_looser_it_would_have_to_be() {
    let candidates = vec![candidate(90, 0), candidate(80, 0), candidate(70, 0), candidate(10, 1)];
    let problem = Problem {
        candidates,
        places: vec![place(9), place(10), place(11)],
        tracks: vec![bounds(0, 1), bounds(0, 1)],
        regions: Vec::new(),
    };
    let why = reason(&problem, &found(&problem), 2, &budget()).unwrap();
    let obstacle = Obstacle::Limit { limit: Limit::TrackMax(0), by: Some(2) };
    assert_eq!(why, Reason::LeftOut { obstacle, short: Some(20), instead: vec![0] });
}

fn some<T: std::fmt::Debug>(of: impl Strategy<Value = T>) -> impl Strategy<Value = Option<T>> {
    prop::option::of(of)
}

fn problems() -> impl Strategy<Value = Problem> {
    let few = |most: usize| prop::collection::btree_set(0..most, 0..2);
    let who = (0..12_u32, 0..2_usize, 0..2_usize, some(0..3_usize), few(3));
    let needs = ((0..3_u32, 0..3_u32), few(2), few(2));
    let open = prop::collection::vec((0..2_i64, 1..3_i64), 0..3).prop_map(|spans| {
        // One after the other, with an hour between them.
        let mut at = 0;
        let span = |(wait, long): (i64, i64)| {
            let from = at + wait;
            at = from + long + 1;
            from..from + long
        };
        spans.into_iter().map(span).collect::<Vec<_>>()
    });
    let times = (open, prop::collection::btree_map(0..4_usize, 0..10_u8, 0..3), some(0..4_i64));
    let pin = prop_oneof![
        20 => Just(None), 1 => Just(Some(Pin::In)), 1 => Just(Some(Pin::Out)), 1 => (0..4_usize).prop_map(|at| Some(Pin::At(at)))
    ];
    let candidate = (who, needs, times, pin, some(0..4_usize)).prop_map(
        |(
            (merit, track, region, company, presenters),
            ((power, space), equipment, languages),
            (available, liking, busy),
            pin,
            before,
        )| Candidate {
            merit,
            track: Some(track),
            region: Some(region),
            company,
            presenters,
            needs: Needs { power, space, equipment, languages },
            available,
            busy: busy.map(|busy| busy..busy + 1).into_iter().collect(),
            liking,
            pin,
            before,
        },
    );
    let offer =
        ((some(1..4_u32), some(0..3_u32)), some(few(2)), some(prop::collection::btree_set(0..2_usize, 1..3)));
    let place = (0..4_i64, 1..3_i64, prop::option::weighted(0.2, 0..2_usize), offer).prop_map(
        |(start, long, track, ((power, space), equipment, languages))| Place {
            time: start..start + long,
            track,
            offer: Offer { power, space, equipment, languages },
        },
    );
    let limits = || {
        (0..3_usize, 0..3_usize, prop::option::weighted(0.3, 1..6_u32))
            .prop_map(|(min, more, price)| Bounds { min, max: min + more, price })
    };
    let candidates = prop::collection::vec(candidate, 1..7);
    let places = prop::collection::vec(place, 1..5);
    (candidates, places, prop::collection::vec(limits(), 2), prop::collection::vec(limits(), 2))
        .prop_map(|(candidates, places, tracks, regions)| Problem { candidates, places, tracks, regions })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn the_answer_is_as_good_as_the_best_of_every_way(problem in problems()) {
        match solved(&problem) {
            Outcome::Found(found) => {
                prop_assert!(found.is_best);
                prop_assert_eq!(problem.broken(&found.seats), BTreeSet::new());
                prop_assert_eq!(problem.worth(&found.seats), best_of_all(&problem));
            }
            Outcome::Impossible { conflict, minimal } => {
                prop_assert!(minimal && best_of_all(&problem.only(&conflict)).is_none(), "{:?}", conflict);
                for spared in &conflict {
                    let rest = conflict.iter().copied().filter(|one| one != spared).collect();
                    prop_assert!(best_of_all(&problem.only(&rest)).is_some(), "{:?} without {:?}", conflict, spared);
                }
            }
            Outcome::OutOfTime => prop_assert!(false, "a minute is enough for six"),
        }
    }

    #[test]
    fn a_limit_that_is_named_stands_in_the_way(problem in problems()) {
        if let Outcome::Found(best) = solved(&problem) {
            let mut reasons = Reasons::of(&problem, &best);
            for who in 0..problem.candidates.len() {
                let why = reasons.why(who, &budget()).unwrap();
                prop_assert_eq!(&why, &reason(&problem, &best, who, &budget()).unwrap(), "whoever asked before");
                let Reason::LeftOut { obstacle: Obstacle::Limit { limit, by }, .. } = why else { continue };
                let kept = problem.limits().into_iter().filter(|one| *one != limit).collect();
                prop_assert!(chosen(&found(&problem.only(&kept))).contains(&who), "{:?} {:?}", limit, by);
            }
        }
    }
}
