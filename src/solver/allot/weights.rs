//! From the problem to whole numbers: merit before changes before preferences, and all of them after what
//! must hold.

use std::collections::BTreeSet;

use super::{
    Bounds, Candidate, Pin, Place, Problem,
    network::{Group, NEVER, Network, Side, UNIT},
};

/// No merit or price counts more than this, so that no sum overflows.
const MOST: u32 = 1_000_000;
/// The greatest liking.
const LIKING: i64 = 9;

/// What one of each counts.
struct Levels {
    merit: i64,
    change: i64,
    liking: i64,
}

impl Levels {
    /// Changes differ by two for each place at most, likings by nine.
    fn of(places: usize) -> Self {
        let places = places as i64;
        let change = LIKING * places + 1;
        Self { merit: (2 * places + 1) * change * UNIT, change: change * UNIT, liking: UNIT }
    }
}

impl Network {
    /// The network of what is best.
    pub(super) fn best(problem: &Problem) -> Self {
        Self::build(problem, &Levels::of(problem.places.len()))
    }

    /// The network of what can be at all: nothing counts but what must hold.
    pub(super) fn feasible(problem: &Problem) -> Self {
        Self::build(problem, &Levels { merit: 0, change: 0, liking: 0 })
    }

    fn build(problem: &Problem, levels: &Levels) -> Self {
        let pairs =
            problem.places.iter().enumerate().flat_map(|(at, place)| {
                problem.candidates.iter().map(move |one| worth(one, at, place, levels))
            });
        let mut worth: Vec<i64> = pairs.collect();
        let free = problem.tracks.len();
        let group = |one: &Candidate| one.track.filter(|track| *track < free).unwrap_or(free);
        let firm_track = |bounds: &Bounds| match bounds.price {
            None => Group { low: bounds.min, high: bounds.max },
            Some(_) => Group { low: 0, high: usize::MAX },
        };
        let all = Group { low: 0, high: usize::MAX };
        let groups = problem.tracks.iter().map(firm_track).chain([all]).collect();
        let mut sides = sides(problem, levels);
        let most = worth.iter().filter(|one| **one != NEVER).max().copied().unwrap_or_default().max(0);
        let soft = sides.iter().map(|side| (side.over + side.under) * problem.candidates.len() as i64);
        let firm = UNIT + most * 2 * problem.places.len() as i64 + soft.sum::<i64>();
        for side in sides.iter_mut().filter(|side| side.over == 0) {
            (side.under, side.over) = (firm, firm);
        }
        let mut constant = 0;
        for (at, one) in problem.candidates.iter().enumerate() {
            if matches!(one.pin, Some(Pin::In | Pin::At(_))) {
                constant -= firm;
                let own = worth.iter_mut().skip(at).step_by(problem.candidates.len().max(1));
                own.filter(|pair| **pair != NEVER).for_each(|pair| *pair += firm);
            }
        }
        let (places, candidates) = (problem.places.len(), problem.candidates.len());
        let group = problem.candidates.iter().map(group).collect();
        Self { places, candidates, worth, group, groups, sides, firm, constant }
    }
}

fn worth(one: &Candidate, at: usize, place: &Place, levels: &Levels) -> i64 {
    let pinned_away = match one.pin {
        Some(Pin::Out) => true,
        Some(Pin::At(there)) => there != at,
        Some(Pin::In) | None => false,
    };
    if pinned_away || !one.misfits(place).is_empty() {
        return NEVER;
    }
    let change = match one.before {
        Some(before) if before == at => 1,
        Some(_) => 0,
        None => -1,
    };
    let liking = i64::from(one.liking.get(&at).copied().unwrap_or_default()).min(LIKING);
    i64::from(one.merit.clamp(1, MOST)) * levels.merit + change * levels.change + liking * levels.liking
}

/// What the flow does not bound by itself. A firm side costs nothing yet.
fn sides(problem: &Problem, levels: &Levels) -> Vec<Side> {
    let everywhere = vec![true; problem.places.len()];
    let side = |members: Vec<bool>, at: &[bool], bounds: &Bounds| {
        let price = bounds.price.map_or(0, |price| i64::from(price.clamp(1, MOST)) * levels.merit.max(1));
        Side { members, at: at.to_vec(), low: bounds.min, high: bounds.max, under: price, over: price }
    };
    let who = |fits: &dyn Fn(&Candidate) -> bool| problem.candidates.iter().map(fits).collect::<Vec<_>>();
    let one = Bounds { min: 0, max: 1, price: None };
    let tracks = problem.tracks.iter().enumerate().filter(|(_, bounds)| bounds.price.is_some());
    let tracks = tracks.map(|(at, bounds)| {
        let of = who(&|one| one.track == Some(at));
        side(of, &everywhere, bounds)
    });
    let regions = problem.regions.iter().enumerate().map(|(at, bounds)| {
        let of = who(&|one| one.region == Some(at));
        side(of, &everywhere, bounds)
    });
    let companies = problem
        .companies()
        .into_keys()
        .map(|at| side(who(&|one| one.company == Some(at)), &everywhere, &one));
    let together = at_once(&problem.places);
    let presenters = problem.presenters().into_keys().flat_map(|at| {
        let of = who(&|one| one.presenters.contains(&at));
        together.iter().map(|places| side(of.clone(), places, &one)).collect::<Vec<_>>()
    });
    tracks.chain(regions).chain(companies).chain(presenters).collect()
}

/// The largest sets of places that share an instant, none of them in another; sets of one say nothing.
fn at_once(places: &[Place]) -> Vec<Vec<bool>> {
    let instants: BTreeSet<i64> = places.iter().map(|place| place.time.start).collect();
    let at =
        |instant: &i64| -> Vec<bool> { places.iter().map(|place| place.time.contains(instant)).collect() };
    let sets: BTreeSet<Vec<bool>> = instants.iter().map(at).collect();
    let within =
        |one: &Vec<bool>, other: &Vec<bool>| one.iter().zip(other).all(|(one, other)| !one || *other);
    let largest = sets.iter().filter(|one| !sets.iter().any(|other| *one != other && within(one, other)));
    largest.filter(|one| one.iter().filter(|here| **here).count() > 1).cloned().collect()
}
