//! Registrations against a real database.

mod admit;
mod forum;
mod line;
mod rush;

use forum::Forum;
