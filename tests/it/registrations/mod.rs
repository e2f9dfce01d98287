//! Registrations against a real database.

mod address;
mod admit;
mod around;
mod erase;
pub mod forum;
mod line;
mod model;
mod pages;
mod reminders;
mod rush;
mod side_events;

use forum::Forum;
