//! What anybody sees of an edition, and what an attendee does with her registration.

pub(super) mod call;
pub(super) mod changes;
pub(super) mod draft;
pub(super) mod fields;
pub(super) mod home;
mod machine;
pub(super) mod manage;
mod message;
pub(super) mod new_address;
pub(super) mod offer;
pub(super) mod pass;
pub(super) mod preferences;
pub(super) mod programme;
mod reader;
pub(super) mod received;
pub(super) mod register;
pub(super) mod side_event;
pub(super) mod sitemap;
pub(super) mod speaker;
pub(super) mod ticket;
pub(super) mod views;
