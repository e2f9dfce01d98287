//! A reviewer's pages: what she was asked to review, and one list to score it in.

mod ballot;
mod desk;
mod fields;
mod files;
mod tasks;

pub(in crate::web) use ballot::{save as vote, show as ballot};
pub(in crate::web) use desk::{save, show as desk};
pub(in crate::web) use files::show as file;
pub(in crate::web) use tasks::show as list;
