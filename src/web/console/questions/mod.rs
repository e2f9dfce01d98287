//! What a form asks beyond name and address: the registration form, or that of a call.

mod edit;
mod fields;
mod list;
mod sheet;

pub(in crate::web) use edit::{form, save};
pub(in crate::web) use list::{archive, reorder, show as list};
