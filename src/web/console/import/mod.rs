//! Importing a programme: choosing a file, reading what it would do, and doing exactly that.

mod dry_run;
mod upload;

pub(in crate::web) use dry_run::{carry_out, show as dry_run};
pub(in crate::web) use upload::{send, show as upload};
