//! Awards of a call: the chair makes, opens and closes them, and sees how the judges rank who demonstrates.

mod act;
mod list;
mod show;
mod views;

pub(in crate::web) use act::{close, open, remove};
pub(in crate::web) use list::{create, show as list};
pub(in crate::web) use show::show;
