//! Instants and the wall clock: zones, parsing of form values, deadlines, and how each language
//! writes a date.
//!
//! An instant is a [`Moment`](super::Moment); a [`Zone`] turns it into what hangs on the wall.

mod deadline;
mod display;
mod input;
mod range;
mod zone;

pub use deadline::{full_hour, morning, near_deadline, offer_deadline, shift_weeks};
pub use display::{clock, date, moment, moment_with_zone, weekday};
pub use input::{date_input, local_datetime, local_input, optional_local_datetime};
pub use range::{dates, span};
pub use zone::Zone;
