//! The people of the programme as staff keep them: found, corrected, put in order of protocol, sent their links.

mod edit;
pub(super) mod fields;
mod list;
mod times;

pub(in crate::web) use edit::{correct, send_link, show as edit};
pub(in crate::web) use list::{reorder, show as list};
pub(in crate::web) use times::set as set_times;
