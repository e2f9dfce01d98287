//! Opening a new edition from an earlier one, module by module.
//!
//! [`preview()`] says what would come along and how each date would move: by whole weeks, so that weekdays
//! stay. [`clone()`] makes the draft with the dates as they were then edited, in one transaction, through the
//! verbs of each domain, so that everything is checked and recorded as if it had been typed. People and
//! roles never come along.

mod calls;
mod clone;
mod dates;
mod fields;
mod modules;
mod preview;
mod source;

pub use clone::clone;
pub use dates::MovedDate;
pub use fields::CloneFields;
pub use modules::Module;
pub use preview::{Coming, Preview, preview};

/// Every action that this domain records; each has a locale key `audit-noun-verb`.
pub const ACTIONS: &[&str] = &["edition.clone"];
