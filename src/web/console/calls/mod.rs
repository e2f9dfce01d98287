//! Calls: what people are invited to hand in, its form, its codes, and its rounds of review.

mod act;
mod codes;
mod edit;
mod fields;
mod list;
mod panel;
mod passes;
mod ranking;
mod round;
mod round_fields;
mod rounds;
pub(super) mod tabs;

pub(in crate::web) use act::{archive, close, list as show_call, unlist};
pub(in crate::web) use codes::{issue as issue_code, revoke as revoke_code, show as codes};
pub(in crate::web) use edit::{form, save};
pub(in crate::web) use list::{reorder, show as list};
pub(in crate::web) use panel::{save as save_panel, share_out, show as panel};
pub(in crate::web) use passes::{save as save_passes, save_block as save_pass_block, show as passes};
pub(in crate::web) use ranking::show as ranking;
pub(in crate::web) use round::{form as round, save as save_round};
pub(in crate::web) use rounds::{
    close as close_round, remove as remove_round, reorder as reorder_rounds, show as rounds,
};
