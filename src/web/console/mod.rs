//! The staff's pages: one console per edition, and the pages of the whole site.

pub(super) mod allocation;
pub(super) mod awards;
mod bounced;
pub(super) mod calls;
pub(super) mod clock;
pub(super) mod editions;
pub(super) mod frame;
mod history;
pub(super) mod import;
pub(super) mod mail;
pub(super) mod news;
mod order;
pub(super) mod places;
pub(super) mod programme;
pub(super) mod questions;
pub(super) mod registrations;
pub(super) mod reviews;
mod rows;
pub(super) mod settings;
pub(super) mod site;
pub(super) mod speakers;
pub(super) mod stored;
pub(super) mod submissions;
mod target;
pub(super) mod team;
pub(super) mod today;
pub(super) mod webhooks;
