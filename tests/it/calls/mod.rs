//! Calls: what an organiser opens for people to hand in.

mod codes;
mod forms;
mod lifecycle;
mod rounds;
pub mod stage;
