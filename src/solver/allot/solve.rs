//! From a problem to its answer.

use std::collections::BTreeSet;

use super::{
    super::{Budget, conflict},
    Limit, Problem,
    network::Network,
    prices::Priced,
    search::{Found, search, search_from},
};
use crate::error::Error;

/// Who gets which place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allotment {
    /// For each place, who has it.
    pub seats: Vec<Option<usize>>,
    /// The merit of those chosen, less what soft bounds cost.
    pub merit: i64,
    /// Whether it is proven that there is no better one.
    pub is_best: bool,
}

/// How a search ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// With the best that was found.
    Found(Allotment),
    /// There is none: these limits can't all hold. Were any one of them dropped, the rest could, provided that the set is
    /// `minimal`, which takes time to make sure of.
    Impossible {
        /// Which.
        conflict: BTreeSet<Limit>,
        /// Whether none of them is there in vain.
        minimal: bool,
    },
    /// Before one was found.
    OutOfTime,
}

/// The best allotment, or the best that was found within `budget`. Keeps a processor busy all that time.
///
/// # Errors
/// [`Error::Internal`] when the search answers what does not hold.
pub fn solve(problem: &Problem, budget: &Budget<'_>) -> Result<Outcome, Error> {
    let found = search(&Network::best(problem), budget);
    let is_best = found.bound <= found.value;
    match allotment(problem, found)? {
        Some(found) => Ok(Outcome::Found(found)),
        None if is_best => impossible(problem, budget),
        None => Ok(Outcome::OutOfTime),
    }
}

/// The prices at which the search for the best begins to branch.
pub(super) fn prices(problem: &Problem) -> Vec<i64> {
    let network = Network::best(problem);
    let mut priced = Priced::at(&network, vec![0; network.sides.len()]);
    priced.settle(i64::MIN, &mut |_| i64::MIN);
    priced.prices
}

/// As [`solve()`], of a problem that differs from that of these prices by what is pinned alone; `None` where nothing fits, or nothing
/// was found in time.
///
/// # Errors
/// Those of [`solve()`].
pub(super) fn solve_near(
    problem: &Problem,
    prices: &[i64],
    budget: &Budget<'_>,
) -> Result<Option<Allotment>, Error> {
    allotment(problem, search_from(&Network::best(problem), prices.to_vec(), budget))
}

/// What was found, held against the problem; `None` where it breaks a limit.
fn allotment(problem: &Problem, found: Found) -> Result<Option<Allotment>, Error> {
    let Found { seats, value, bound } = found;
    if !problem.broken(&seats).is_empty() {
        return Ok(None);
    }
    let worth = problem.worth(&seats).ok_or_else(|| Error::internal("the allotment does not fit"))?;
    Ok(Some(Allotment { seats, merit: worth.merit, is_best: bound <= value }))
}

fn impossible(problem: &Problem, budget: &Budget<'_>) -> Result<Outcome, Error> {
    let holds = |kept: &[Limit]| -> Result<Option<bool>, Error> {
        let problem = problem.only(&kept.iter().copied().collect());
        let found = search(&Network::feasible(&problem), budget);
        let holds = problem.broken(&found.seats).is_empty();
        Ok((holds || found.bound <= found.value).then_some(holds))
    };
    let (conflict, minimal) = conflict::smallest(problem.limits(), holds)?;
    Ok(Outcome::Impossible { conflict, minimal })
}
