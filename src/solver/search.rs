//! The search itself, in slices of time so that it can be called off.

use microlp::{Error as Failure, ResumeOptions, SolveOptions, SolveOutcome};

use super::{Arrangement, Budget, Cluster, Constraint, Model, Outcome, conflict, program::Program, walk};
use crate::error::Error;

/// The best arrangement of `model`, or the best that was found within `budget`. It keeps a processor
/// busy all that time. A walk looks around first, since the exact search may need longer to come by a
/// first answer than anybody waits; it is not begun from there, for then it would find its proof later.
///
/// # Errors
/// [`Error::Internal`] when the solver fails, or answers what does not hold.
pub fn solve(model: &Model, budget: &Budget<'_>) -> Result<Outcome, Error> {
    let walked = walk::best_on_the_way(model, budget);
    let program = Program::best(model);
    let Some(outcome) = run(&program, budget).map_err(Error::internal)? else {
        let judge = |kept: &[Constraint]| is_feasible(model, kept, budget);
        let found = conflict::smallest(model.constraints(), judge).map_err(Error::internal)?;
        return Ok(Outcome::Impossible { conflict: found.0, minimal: found.1 });
    };
    let proven = outcome.stats().best_bound;
    let found = outcome.into_solution().ok().map(|solution| program.chosen(model, &solution));
    let found = [walked, found].into_iter().flatten().map(|chosen| match model.worth(&chosen) {
        Some(worth) => Ok((worth, chosen)),
        None => Err(Error::internal("the solver broke a constraint")),
    });
    let Some((worth, chosen)) = found.collect::<Result<Vec<_>, _>>()?.into_iter().max() else {
        return Ok(Outcome::OutOfTime);
    };
    // Every worth is a whole number: what lies between two is no better than the lower one.
    let together: i64 = model.clusters.iter().map(Cluster::most).sum();
    let proven = proven.map(|bound| (bound + 1e-6).floor() as i64 + together);
    let bound = proven.unwrap_or(i64::MAX).min(model.ceiling());
    Ok(Outcome::Found(Arrangement { chosen, worth, bound: bound.max(worth) }))
}

/// Whether `constraints` can hold together; `None` if that could not be told in time.
fn is_feasible(
    model: &Model,
    constraints: &[Constraint],
    budget: &Budget<'_>,
) -> Result<Option<bool>, Failure> {
    let outcome = run(&Program::feasible(model, constraints), budget)?;
    Ok(match outcome {
        None => Some(false),
        Some(SolveOutcome::Solution(_)) => Some(true),
        Some(SolveOutcome::Interrupted(_)) => None,
    })
}

/// Runs to the end or as long as `budget` lasts; `None` when nothing is feasible.
fn run(program: &Program, budget: &Budget<'_>) -> Result<Option<SolveOutcome>, Failure> {
    let mut options = SolveOptions::default();
    options.time_limit = Some(budget.slice().unwrap_or_default());
    let mut outcome = program.problem.solve_with(options);
    loop {
        match outcome {
            Err(Failure::Infeasible) => return Ok(None),
            Err(failure) => return Err(failure),
            Ok(so_far) if so_far.is_optimal() => return Ok(Some(so_far)),
            Ok(so_far) => {
                let Some(slice) = budget.slice() else { return Ok(Some(so_far)) };
                let mut more = ResumeOptions::default();
                more.time_limit = Some(slice);
                outcome = so_far.resume_with(more);
            }
        }
    }
}
