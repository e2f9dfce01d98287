//! What the registration form asks beyond name and address.

mod edit;
mod fields;
mod list;

pub(in crate::web) use edit::{form, save};
pub(in crate::web) use list::{archive, reorder, show as list};
