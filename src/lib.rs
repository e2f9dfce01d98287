//! Plenary runs an annual forum, edition after edition.

pub mod accounts;
pub mod api;
pub mod audit;
pub mod cli;
pub mod config;
pub mod db;
pub mod editions;
pub mod error;
pub mod formats;
pub mod http;
pub mod i18n;
pub mod keys;
pub mod mail;
pub mod server;
pub mod values;
pub mod web;
