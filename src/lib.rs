//! Plenary runs an annual forum, edition after edition.

pub mod accounts;
pub mod api;
pub mod audit;
pub mod capacity;
pub mod cli;
pub mod cloning;
pub mod config;
pub mod db;
pub mod editions;
pub mod error;
pub mod formats;
pub mod http;
pub mod i18n;
pub mod jobs;
pub mod keys;
pub mod mail;
pub mod outbox;
pub mod overview;
pub mod questions;
pub mod registrations;
pub mod sample;
pub mod server;
pub mod values;
pub mod web;
