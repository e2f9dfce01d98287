//! Reviews: who judges which submission, and what their judgements come to.
//!
//! A call has a panel of accounts with the role; in each of its rounds, submissions are [shared out](share_out()) among them
//! evenly. A reviewer's [`desk()`] is the only way to what was assigned to her, and what conflicts with her
//! interests is not on it: not in lists, counts or searches, even when the conflict came after the assignment.
//! On the day, judges vote on [`awards`].
//! In a blind round, nothing there says whose something is. Raw points are what is stored; means are reckoned from them
//! anew and kept nowhere.

pub mod assign;
pub mod awards;
mod conflicts;
pub mod copeland;
mod counting;
mod desk;
mod fields;
mod panel;
mod ranking;
mod remind;
pub mod scores;
mod share_out;
mod shared;
mod store;

pub use conflicts::{Conflict, Judge, conflict};
pub use desk::{Item, Task, declare, desk, open_file, tasks, write};
pub use fields::ReviewFields;
pub use panel::{Loads, candidates, loads, panel, set_panel};
pub use ranking::{Numbers, Ranking, numbers, ranking};
pub use remind::remind;
pub use share_out::{Short, share_out, short};
pub use shared::{shared, shared_with_owner};
pub use store::{
    panel::{Candidate, Panellist},
    review::{NewReview, Review},
};

/// Every action that this domain records; each has a locale key `audit-noun-verb`.
pub const ACTIONS: &[&str] = &[
    "reviewer.set",
    "reviewer.assign",
    "review.write",
    "review.declare-conflict",
    "award.create",
    "award.open",
    "award.close",
    "award.remove",
    "award.vote",
];
