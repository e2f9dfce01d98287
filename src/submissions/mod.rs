//! Submissions: what applicants hand in to a call, what is decided about it, what they were told, and
//! what they answered.
//!
//! Those are separate facts, kept apart in [`Standing`]: deciding tells nobody, only what was told can be
//! confirmed, and what was promised stands. Every verb moves a submission through
//! [`Standing::after`]; nothing else writes these facts.

mod next;
mod state;

pub use next::{Next, what_next};
pub use state::{Answer, Decision, Event, Lifecycle, Standing, Verdict};
