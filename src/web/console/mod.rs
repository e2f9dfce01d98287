//! The staff's pages: one console per edition, and the pages of the whole site.

pub(super) mod frame;
mod history;
pub(super) mod registrations;
pub(super) mod today;
