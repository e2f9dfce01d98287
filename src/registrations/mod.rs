//! Registrations: types, places, the waiting line, offers, and what an attendee does with her own.
//!
//! [`admit`] is the only way in, for one or for a batch. A registration draws one place from each pool of
//! its type, or none; it counts there while it `holds`. Everybody locks in one order: pools by id, shares of
//! types, registrations by arrival. A verb on one registration goes through the same door as all others,
//! [`locked`], which reads it anew under those locks.

mod admission;
mod admit;
mod cancel;
mod door;
mod doors;
mod fields;
mod form;
mod holder;
mod line;
mod locked;
mod mails;
mod person;
mod seat;
mod state;
mod store;
pub mod types;

pub use admission::{Admission, Admitted, Entrant};
pub use admit::admit;
pub use cancel::{cancel, cancel_by_staff};
pub use door::Admissions;
pub use doors::Door;
pub use fields::{NewRegistration, RegistrationFields};
pub use form::{Availability, Form, availability, form};
pub use holder::{Holder, TicketHolder, holder, ticket_holder};
pub use person::Person;
pub use state::{Act, CancelReason, Standing, State};
pub use store::registration::{Registration, RegistrationId};
