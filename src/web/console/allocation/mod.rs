//! Who of a call's applicants gets which slot: its slots, what is settled, the rules, and a machine's proposal.
//!
//! Everything works by plain forms; "what if" is a form as well, which shows who would move and keeps nothing.

mod act;
mod fields;
mod places;
mod propose;
mod show;
mod views;
mod words;

pub(in crate::web) use act::{accept, settle};
pub(in crate::web) use places::{add as add_places, remove as remove_place};
pub(in crate::web) use propose::propose;
pub(in crate::web) use show::show;
