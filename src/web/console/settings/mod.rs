//! What an edition says, when and where it is, who is behind it; and its publication.

mod change;
mod check;
mod consents;
mod details;
pub(super) mod fields;
mod kinds;
mod parts;
mod side_event;
mod tabs;

pub(in crate::web) use change::save;
pub(in crate::web) use check::{archive, publish, show as check};
pub(in crate::web) use consents::{form as consent, list as consents, save as set_consent};
pub(in crate::web) use details::show as details;
pub(in crate::web) use parts::{
    form as part, list as parts, remove as remove_part, reorder as reorder_parts, save as save_part,
};
pub(in crate::web) use side_event::{open as open_registration, show as registration};
