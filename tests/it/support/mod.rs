//! What the tests stand on.

pub mod browser;
pub mod cluster;
pub mod program;
mod scratch;

pub use cluster::{Database, database, empty_database};
pub use scratch::Scratch;
