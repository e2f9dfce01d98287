//! Exact placing: who goes where and when, so that nothing is in anything's way and the worth is greatest.
//!
//! A [`Model`] knows nothing of programmes. It has items, each with [`Choice`]s, of which exactly one is
//! made; a choice takes up a place for a time, so that no two in one place overlap. What is
//! [`Apart`](Constraint::Apart) is never on at the same time, what is pinned has no other choice, and
//! what belongs together is worth more the fewer blocks it is spread over. [`solve`] is a mixed-integer
//! program for `microlp`, beside a random walk that soon finds something: the better answer is checked
//! against the model in whole numbers, and comes with how far it can be from the best at most. Where
//! nothing fits, it says which constraints stand against each other.

pub mod allot;
mod conflict;
mod model;
mod program;
mod search;
mod walk;

pub use model::{Arrangement, Budget, Choice, Cluster, Constraint, Model, Outcome};
pub use search::solve;

#[cfg(test)]
mod tests;
