//! Offers: a place held for one who waited, until she answers or her time is up.
//!
//! Duties make offers, start their clocks when the mail server has taken the mail, remind of them, and end them. Deadlines are
//! judged by the database's clock, read after the locks.

mod answer;
mod duties;

pub use answer::{OfferHolder, accept, offer_holder, open_offer, turn_down};
pub use duties::{expire_offers, offer_places, remind_of_offers, start_offer_clocks};
