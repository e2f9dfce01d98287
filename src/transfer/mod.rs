//! Bringing in what another program published: `schedule.xml`, `schedule.json`, and tables of sessions and of
//! speakers, into the draft of an edition's programme.
//!
//! [`read`](read::read) understands a file, [`plan()`] compares it with what is there and says, row by row, what
//! would be created, what changed and what is refused, and [`carry_out()`] does exactly that in one transaction.
//!
//! - A row is found again by what it was called where it came from (its guid, else its code or number), else by
//!   our own id, else by its exact name. What was found by name is known by its source's name afterwards.
//! - What a file leaves blank it says nothing about. What it says as it did when it was last imported is done
//!   already, whatever organisers changed since: importing twice changes nothing, and undoes nobody's work.
//! - Texts are of one language a file; those in other languages stay. So an edition's three files come in one after
//!   the other.
//! - What has no place here is kept beside the row, and goes out again in `schedule.xml` and `schedule.json`.
//! - Nothing is taken away: what the file does not name stays, and is counted.

mod carry_out;
mod plan;
mod present;
pub mod read;
mod uploads;

pub use carry_out::{carry_out, planned};
pub use plan::{Counts, Kind, Outcome, Plan, Step, Told, plan};
pub use present::Present;
pub use uploads::{FIELD, Upload, forget_uploads, held, hold, perform};

/// Every action that this module records; each has a locale key `audit-noun-verb`.
pub const ACTIONS: &[&str] = &["programme.import"];
