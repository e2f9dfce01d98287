//! What the tests stand on.

pub mod actors;
pub mod app;
pub mod browser;
pub mod calls;
pub mod client;
pub mod cluster;
pub mod companies;
pub mod demos;
pub mod editions;
pub mod forum;
pub mod heard;
pub mod mails;
pub mod names;
pub mod page;
pub mod program;
mod scratch;
pub mod stars;

pub use cluster::{Database, database, empty_database};
pub use forum::Forum;
pub use scratch::Scratch;
