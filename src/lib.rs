//! Plenary runs an annual forum, edition after edition.
//!
//! Read from the ground up; a module uses only what stands on a lower floor, or left of it on its own
//! (`docs/ARCHITECTURE.md` draws the map):
//!
//! - 0, pure: [`values`] that are right once they exist, the one [`error`], file [`formats`], the exact
//!   [`solver`].
//! - 1, ground: [`config`], [`i18n`], [`keys`], [`db`], [`audit`], [`files`], [`mail`].
//! - 2, domains: [`accounts`], [`editions`], [`questions`], [`capacity`],
//!   [`speakers`], [`companies`], [`calls`], [`submissions`], [`reviews`], [`programme`],
//!   [`allocation`], [`registrations`].
//! - 3, across domains: [`campaigns`], [`webhooks`], [`cloning`], [`transfer`], [`overview`].
//! - 4, surfaces: [`http`] for what all share, then [`web`], [`api`], [`jobs`], [`cli`].
//! - 5, the process: [`server`].

pub mod accounts;
pub mod allocation;
pub mod api;
pub mod audit;
pub mod calls;
pub mod campaigns;
pub mod capacity;
pub mod cli;
pub mod cloning;
pub mod companies;
pub mod config;
pub mod db;
pub mod editions;
pub mod error;
pub mod files;
pub mod formats;
pub mod http;
pub mod i18n;
pub mod jobs;
pub mod keys;
pub mod mail;
pub mod outbox;
pub mod overview;
pub mod programme;
pub mod questions;
pub mod registrations;
pub mod reviews;
pub mod sample;
pub mod server;
pub mod solver;
pub mod speakers;
pub mod submissions;
pub mod transfer;
pub mod values;
pub mod web;
pub mod webhooks;
