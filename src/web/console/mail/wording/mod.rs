//! What an edition says in its own words, mail by mail and language by language.

mod act;
mod diff;
mod edit;
mod list;
mod names;
mod untried;

pub(in crate::web) use act::{go_back, keep, printed, send_test, try_out};
pub(in crate::web::console) use act::{seen, test_sent};
pub(in crate::web) use edit::show;
pub(in crate::web) use list::show as list;
pub(in crate::web::console) use names::{Name, names};
pub(in crate::web::console) use untried::untried;
