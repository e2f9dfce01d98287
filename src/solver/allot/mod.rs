//! Exact allotment: who of many gets one of few places, so that the merit of those chosen is greatest.
//!
//! A [`Problem`] knows nothing of calls. [`solve()`] chooses first by merit in all, then by the fewest changes from
//! an earlier choice, at last by preferences; each comes before the next whatever the amounts, by weights
//! that are large enough, in whole numbers. Bounds of tracks, the places and who fits where make a flow of minimal cost
//! (`flow`), which needs no program; what crosses it (regions, companies, shared presenters) is priced
//! (`prices`), and what prices leave open is decided by branching (`search`). The answer is checked against
//! the problem, and is proven to be the best unless time ran out. Where nothing fits, it says which
//! constraints stand against each other; [`Reasons`] say why somebody was chosen or left out.

mod check;
mod flow;
mod network;
mod prices;
mod problem;
mod reason;
mod search;
mod solve;
mod weights;

pub use problem::{Bounds, Candidate, Limit, Misfit, Needs, Offer, Pin, Place, Problem};
pub use reason::{Obstacle, Reason, Reasons};
pub use solve::{Allotment, Outcome, solve};

#[cfg(test)]
mod tests;
