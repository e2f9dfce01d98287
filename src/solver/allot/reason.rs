//! Why somebody was chosen or left out, found by solving the same problem with one thing changed.

use std::collections::{BTreeMap, BTreeSet};

use super::{super::Budget, Allotment, Limit, Misfit, Outcome, Pin, Problem, solve};
use crate::error::Error;

/// By how many at most a limit is loosened to see what that changes.
const LOOSER: usize = 4;

/// Why somebody has a place, or none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It was settled before.
    Pinned,
    /// They are in the best choice.
    Chosen {
        /// By how much merit the best choice without them is worse; `None` where there is none without them.
        ahead: Option<i64>,
        /// Who would have a place in that one.
        instead: Vec<usize>,
    },
    /// They are not.
    LeftOut {
        /// What stands in the way.
        obstacle: Obstacle,
        /// By how much merit the best choice with them is worse; `None` where there is none with them.
        short: Option<i64>,
        /// Who would have no place in that one.
        instead: Vec<usize>,
    },
}

/// What stands in the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// No place would do; how many fail for each reason.
    NoPlace(BTreeMap<Misfit, usize>),
    /// A limit.
    Limit {
        /// Which.
        limit: Limit,
        /// By how many it would have to be looser; `None` where it would have to go.
        by: Option<usize>,
    },
    /// Others have more merit, and there are not enough places.
    Outdone,
}

/// Why `who` is, or is not, in the best allotment.
///
/// # Errors
/// Those of [`solve()`].
pub fn reason(problem: &Problem, best: &Allotment, who: usize, budget: &Budget<'_>) -> Result<Reason, Error> {
    let Some(one) = problem.candidates.get(who) else { return Err(Error::NotFound) };
    if one.pin.is_some() {
        return Ok(Reason::Pinned);
    }
    let chosen = best.seats.contains(&Some(who));
    let mut otherwise = problem.clone();
    if let Some(one) = otherwise.candidates.get_mut(who) {
        one.pin = Some(if chosen { Pin::Out } else { Pin::In });
    }
    let other = found(&otherwise, budget)?;
    let far = other.as_ref().map(|other| best.merit - other.merit);
    if chosen {
        let instead = other.map(|other| without(&other, best)).unwrap_or_default();
        return Ok(Reason::Chosen { ahead: far, instead });
    }
    let instead = other.map(|other| without(best, &other)).unwrap_or_default();
    Ok(Reason::LeftOut { obstacle: obstacle(problem, best, who, budget)?, short: far, instead })
}

/// Who sits in one and not in the other.
fn without(one: &Allotment, other: &Allotment) -> Vec<usize> {
    let all: BTreeSet<usize> = other.seats.iter().flatten().copied().collect();
    one.seats.iter().flatten().copied().filter(|who| !all.contains(who)).collect()
}

fn found(problem: &Problem, budget: &Budget<'_>) -> Result<Option<Allotment>, Error> {
    Ok(match solve(problem, budget)? {
        Outcome::Found(found) => Some(found),
        Outcome::Impossible { .. } | Outcome::OutOfTime => None,
    })
}

fn obstacle(problem: &Problem, best: &Allotment, who: usize, budget: &Budget<'_>) -> Result<Obstacle, Error> {
    let Some(one) = problem.candidates.get(who) else { return Err(Error::NotFound) };
    let misfits: Vec<BTreeSet<Misfit>> = problem.places.iter().map(|place| one.misfits(place)).collect();
    if misfits.iter().all(|misfits| !misfits.is_empty()) {
        let mut counts: BTreeMap<Misfit, usize> = BTreeMap::new();
        for misfit in misfits.into_iter().flatten() {
            *counts.entry(misfit).or_default() += 1;
        }
        return Ok(Obstacle::NoPlace(counts));
    }
    for limit in tight(problem, best, who) {
        let lets_in = |looser: &Problem| -> Result<bool, Error> {
            Ok(found(looser, budget)?.is_some_and(|found| found.seats.contains(&Some(who))))
        };
        let kept = problem.limits().into_iter().filter(|one| *one != limit).collect();
        if !lets_in(&problem.only(&kept))? {
            continue;
        }
        for by in 1..=LOOSER {
            if let Some(looser) = problem.looser(limit, by)
                && lets_in(&looser)?
            {
                return Ok(Obstacle::Limit { limit, by: Some(by) });
            }
        }
        return Ok(Obstacle::Limit { limit, by: None });
    }
    Ok(Obstacle::Outdone)
}

/// The limits that could be in somebody's way: those that leave no room, first those of herself.
fn tight(problem: &Problem, best: &Allotment, who: usize) -> Vec<Limit> {
    let Some(one) = problem.candidates.get(who) else { return Vec::new() };
    let seated = || best.seats.iter().flatten().filter_map(|at| problem.candidates.get(*at));
    let company = one.company.filter(|_| seated().any(|other| other.company == one.company));
    let shared = one.presenters.iter().filter(|of| seated().any(|other| other.presenters.contains(of)));
    let firm_tracks = problem.tracks.iter().enumerate().filter(|(_, bounds)| bounds.price.is_none());
    let tracks = firm_tracks.filter_map(|(at, bounds)| {
        let count = seated().filter(|other| other.track == Some(at)).count();
        match one.track == Some(at) {
            true => (count >= bounds.max).then_some(Limit::TrackMax(at)),
            false => (count <= bounds.min).then_some(Limit::TrackMin(at)),
        }
    });
    let firm_regions = problem.regions.iter().enumerate().filter(|(_, bounds)| bounds.price.is_none());
    let regions = firm_regions.filter_map(|(at, bounds)| {
        let count = seated().filter(|other| other.region == Some(at)).count();
        match one.region == Some(at) {
            true => (count >= bounds.max).then_some(Limit::RegionMax(at)),
            false => (count <= bounds.min && bounds.min > 0).then_some(Limit::RegionMin(at)),
        }
    });
    let pins = problem.candidates.iter().enumerate().filter(|(_, other)| other.pin.is_some());
    let mut all: Vec<Limit> = company.map(Limit::Company).into_iter().collect();
    all.extend(tracks.chain(regions));
    all.extend(shared.map(|of| Limit::Presenter(*of)));
    all.extend(pins.map(|(at, _)| Limit::Pin(at)));
    all
}

impl Problem {
    /// The same with a bound that is looser by so many; `None` for limits that can't be.
    fn looser(&self, limit: Limit, by: usize) -> Option<Self> {
        let mut problem = self.clone();
        match limit {
            Limit::TrackMin(at) => {
                problem.tracks.get_mut(at)?.min = self.tracks.get(at)?.min.checked_sub(by)?
            }
            Limit::TrackMax(at) => {
                problem.tracks.get_mut(at)?.max = self.tracks.get(at)?.max.saturating_add(by)
            }
            Limit::RegionMin(at) => {
                problem.regions.get_mut(at)?.min = self.regions.get(at)?.min.checked_sub(by)?
            }
            Limit::RegionMax(at) => {
                problem.regions.get_mut(at)?.max = self.regions.get(at)?.max.saturating_add(by)
            }
            Limit::Pin(_) | Limit::Company(_) | Limit::Presenter(_) => return None,
        }
        Some(problem)
    }
}
