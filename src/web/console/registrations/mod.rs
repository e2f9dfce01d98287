//! The people of an edition: finding, opening, correcting, deciding, exporting.

mod act;
mod detail;
mod edit;
mod list;

pub(in crate::web) use act::{approve, cancel, decline, erase, export, resend};
pub(in crate::web) use detail::show as detail;
pub(in crate::web) use edit::{add, correct, correction, enter};
pub(super) use list::person;
pub(in crate::web) use list::show as list;
