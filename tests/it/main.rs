//! Plenary from the outside: real PostgreSQL, real sockets, real processes.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]
#![expect(unreachable_pub, reason = "a test binary exports nothing")]

mod access;
mod accounts;
mod api;
mod architecture;
mod bad_input;
mod browser;
mod calls;
mod campaigns;
mod cli;
mod cloning;
mod companies;
mod console;
mod door;
mod editions;
mod embedded;
mod files;
mod formats;
mod harness;
mod jobs;
mod language;
mod licences;
mod locales;
mod mail;
mod migrations;
mod nodes;
mod programme;
mod questions;
mod registrations;
mod sample;
mod scanners;
mod server;
mod speakers;
mod staff;
mod submissions;
mod support;
mod templates;
mod transfer;
mod walks;
mod webhooks;
