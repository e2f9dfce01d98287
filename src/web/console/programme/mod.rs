//! The programme in the console: its sessions, the draft on a grid, what a machine proposes, and releases.
//!
//! Every page shows at once what clashes. Everything works by plain forms; the grid's script only presses them.

mod adopt;
mod arrange;
mod clashes;
mod days;
mod fields;
mod grid;
mod list;
pub(super) mod names;
mod place;
mod power;
mod releases;
mod schedule;
mod session;
mod sign_ups;
mod slot;
mod tabs;
mod take;

pub(in crate::web) use adopt::adopt;
pub(in crate::web) use arrange::{propose, show as arrange};
pub(in crate::web) use clashes::acknowledge;
pub(in crate::web) use list::show as list;
pub(in crate::web) use place::{place, show as placement};
pub(in crate::web) use power::{export as export_power, show as power};
pub(in crate::web) use releases::{release, show as releases};
pub(in crate::web) use schedule::{move_to, show as schedule};
pub(in crate::web) use session::{form, remove, save};
pub(in crate::web) use sign_ups::{
    end as end_sign_ups, export as export_sign_ups, give_back, show as sign_ups,
};
pub(in crate::web) use take::take;
