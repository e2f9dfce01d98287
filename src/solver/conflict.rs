//! Why nothing fits: a set of constraints that can't hold together, made smaller until each one counts.

use microlp::Error as Failure;

use super::{Budget, Constraint, Model, Outcome, search::is_feasible};

/// Drops what is not needed for the conflict, first many constraints at a time, at last one by one
/// (a deletion filter: Chinneck and Dravnieks, "Locating minimal infeasible constraint sets in linear
/// programs", 1991). What could not be judged in time stays.
pub(super) fn of(model: &Model, budget: &Budget<'_>) -> Result<Outcome, Failure> {
    let mut kept: Vec<Constraint> = model.constraints();
    let mut minimal = true;
    let mut size = kept.len().max(1);
    while size > 0 {
        let mut at = 0;
        while at < kept.len() {
            let rest: Vec<Constraint> =
                kept.iter().take(at).chain(kept.iter().skip(at + size)).copied().collect();
            match is_feasible(model, &rest, budget)? {
                Some(false) => kept = rest,
                judged => {
                    minimal &= size > 1 || judged.is_some();
                    at += size;
                }
            }
        }
        size /= 2;
    }
    Ok(Outcome::Impossible { conflict: kept.into_iter().collect(), minimal })
}
