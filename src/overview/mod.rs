//! Views over several domains: what the public may know of an edition, and what staff should do today.

mod public;
mod today;

pub use public::{PublicSnapshot, public_snapshot};
pub use today::{Doing, ToDo, Today, missing_texts, today};
