//! The organiser's pages: what is typed there is what the public then meets, and nothing typed is lost.

pub mod allocation;
pub mod awards;
mod calls;
mod editions;
mod mail_wordings;
mod places;
mod power;
mod programme;
mod questions;
mod registrations;
mod review_reminders;
mod reviews;
mod reviews_counted;
mod settings;
mod speakers;
mod submissions;
mod wording;
