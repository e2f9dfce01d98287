//! Views over several domains: what the public may know of an edition, and what staff should do today.

mod exchange;
mod programme;
mod public;
mod today;

pub use exchange::exchanged;
pub use programme::{PublicProgramme, PublicSession, programme_of};
pub use public::{PublicSnapshot, public_snapshot};
pub use today::{Doing, ToDo, Today, missing_texts, today};
