//! Registrations against a real database.

mod admit;
mod forum;

use forum::Forum;
