//! From a problem to its answer.

use std::collections::BTreeSet;

use super::{
    super::{Budget, conflict},
    Limit, Problem,
    network::Network,
    search::{Found, search},
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
    let Found { seats, value, bound } = search(&Network::best(problem), budget);
    let is_best = bound <= value;
    if !problem.broken(&seats).is_empty() {
        return if is_best { impossible(problem, budget) } else { Ok(Outcome::OutOfTime) };
    }
    let worth = problem.worth(&seats).ok_or_else(|| Error::internal("the allotment does not fit"))?;
    Ok(Outcome::Found(Allotment { seats, merit: worth.merit, is_best }))
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
