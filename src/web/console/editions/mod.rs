//! The editions one works in, and making new ones.

mod blank;
mod clone;
mod list;
mod source;

pub(in crate::web) use blank::{form as blank, make};
pub(in crate::web) use clone::{form as clone, save as make_clone};
pub(in crate::web) use list::show as list;
pub(in crate::web) use source::show as source;
