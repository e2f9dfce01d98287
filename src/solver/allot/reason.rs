//! Why somebody was chosen or left out, found by solving the same problem with one thing changed.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    super::Budget,
    Allotment, Limit, Misfit, Outcome, Pin, Problem, solve,
    solve::{prices, solve_near},
};
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

/// Finds reasons for one best allotment. What a limit keeps out is looked for once and remembered: without the limit, the best choice
/// is the same whoever asks.
pub struct Reasons<'a> {
    problem: &'a Problem,
    best: &'a Allotment,
    /// Where every search for somebody put in or left out begins; found when it is first needed.
    prices: Option<Vec<i64>>,
    /// The best choices without a limit (0), or with one that is looser by so many.
    looser: BTreeMap<(Limit, usize), Allotment>,
}

impl<'a> Reasons<'a> {
    /// Reasons for `best`, the best allotment of `problem`.
    #[must_use]
    pub fn of(problem: &'a Problem, best: &'a Allotment) -> Self {
        Self { problem, best, prices: None, looser: BTreeMap::new() }
    }

    /// Why `who` is in it, or is not.
    ///
    /// # Errors
    /// Those of [`solve()`].
    pub fn why(&mut self, who: usize, budget: &Budget<'_>) -> Result<Reason, Error> {
        let (problem, best) = (self.problem, self.best);
        let Some(one) = problem.candidates.get(who) else { return Err(Error::NotFound) };
        if one.pin.is_some() {
            return Ok(Reason::Pinned);
        }
        let chosen = best.seats.contains(&Some(who));
        let mut otherwise = problem.clone();
        if let Some(one) = otherwise.candidates.get_mut(who) {
            one.pin = Some(if chosen { Pin::Out } else { Pin::In });
        }
        let prices = self.prices.get_or_insert_with(|| prices(problem));
        let other = solve_near(&otherwise, prices, budget)?;
        let far = other.as_ref().map(|other| best.merit - other.merit);
        if chosen {
            let instead = other.map(|other| without(&other, best)).unwrap_or_default();
            return Ok(Reason::Chosen { ahead: far, instead });
        }
        let instead = other.map(|other| without(best, &other)).unwrap_or_default();
        Ok(Reason::LeftOut { obstacle: self.obstacle(who, budget)?, short: far, instead })
    }

    fn obstacle(&mut self, who: usize, budget: &Budget<'_>) -> Result<Obstacle, Error> {
        if let Some(misfits) = self.problem.nowhere(who) {
            return Ok(Obstacle::NoPlace(misfits));
        }
        for limit in tight(self.problem, self.best, who) {
            if !self.lets_in(limit, 0, who, budget)? {
                continue;
            }
            for by in 1..=LOOSER {
                if self.lets_in(limit, by, who, budget)? {
                    return Ok(Obstacle::Limit { limit, by: Some(by) });
                }
            }
            return Ok(Obstacle::Limit { limit, by: None });
        }
        Ok(Obstacle::Outdone)
    }

    /// Whether somebody is in the best choice where a limit is looser by so many, or gone; no where it can't be.
    fn lets_in(&mut self, limit: Limit, by: usize, who: usize, budget: &Budget<'_>) -> Result<bool, Error> {
        let seated = |one: &Allotment| one.seats.contains(&Some(who));
        if let Some(known) = self.looser.get(&(limit, by)) {
            return Ok(seated(known));
        }
        let kept = || self.problem.limits().into_iter().filter(|one| *one != limit).collect();
        let looser = if by == 0 { Some(self.problem.only(&kept())) } else { self.problem.looser(limit, by) };
        let Some(looser) = looser else { return Ok(false) };
        // What there was no time to find may be found for the next who asks.
        let Some(found) = found(&looser, budget)? else { return Ok(false) };
        let answer = seated(&found);
        self.looser.insert((limit, by), found);
        Ok(answer)
    }
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
    /// How many places fail somebody for each reason, where none would do.
    fn nowhere(&self, who: usize) -> Option<BTreeMap<Misfit, usize>> {
        let one = self.candidates.get(who)?;
        let mut counts: BTreeMap<Misfit, usize> = BTreeMap::new();
        for place in &self.places {
            let misfits = one.misfits(place);
            if misfits.is_empty() {
                return None;
            }
            misfits.into_iter().for_each(|misfit| *counts.entry(misfit).or_default() += 1);
        }
        Some(counts)
    }

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
