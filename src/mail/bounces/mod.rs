//! Mails that come back: reports of failed delivery, and what they say about an address.
//!
//! A mail leaves with a return path of its own ([`ReturnPath`]), which carries the mail's id and a MAC. A report counts
//! only when it came to such an address, so that nobody can stop another's mail by writing one. [`read`] is pure;
//! [`take()`] notes the failure. A hard one suppresses the address at once, a soft one has the mail tried again days
//! later, and [`SOFT_LIMIT`] of them within [`SOFT_DAYS`] days suppress it too.

mod report;
mod return_path;
mod status;
mod take;

use uuid::Uuid;

use crate::keys::Keys;
pub use report::Report;
pub use return_path::ReturnPath;
pub(super) use status::of_refusal;
pub use status::{Status, Weight};
pub use take::{SOFT_DAYS, SOFT_LIMIT, Taken, take};

/// A report that somebody who got the mail, or carried it, sent back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bounce {
    /// The mail that it is about.
    pub mail: Uuid,
    /// What it says, recipient by recipient.
    pub reports: Vec<Report>,
}

/// Why a message is no bounce.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It did not come to a return path of ours.
    Forged,
    /// It reports no delivery in the form of RFC 3464: a holiday notice, an answer by hand.
    NoReport,
}

/// Reads a message that came to `recipient`.
///
/// # Errors
/// [`Unread`] for everything that does not count.
pub fn read(keys: &Keys, recipient: &str, message: &[u8]) -> Result<Bounce, Unread> {
    let mail = return_path::mail_of(keys, recipient).ok_or(Unread::Forged)?;
    let reports = report::read(message);
    if reports.is_empty() { Err(Unread::NoReport) } else { Ok(Bounce { mail, reports }) }
}
