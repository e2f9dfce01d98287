//! Registrations against a real database.

mod address;
mod admit;
mod forum;
mod line;
mod model;
mod rush;

use forum::Forum;
