//! Submissions as the chair sees them: found, decided, told, answered for, and places that were given up.

mod act;
mod add;
mod add_fields;
mod decide;
mod detail;
mod files;
mod list;
mod quotas;
mod results;
mod tell;
pub(super) mod views;
pub(super) mod wording;

pub(in crate::web) use act::{answer, ask_again, check, leave_empty, promote, withdraw};
pub(in crate::web) use add::{enter, form as add};
pub(in crate::web) use decide::{decide, reorder};
pub(in crate::web) use detail::show as detail;
pub(in crate::web) use files::show as file;
pub(in crate::web) use list::show as list;
pub(in crate::web) use results::show as results;
pub(in crate::web) use tell::{send as tell, show as letters};
pub(in crate::web) use wording::{save as save_wording, show as wording};
