//! Sign-ups for sessions with limited places, each a row of its own with its own pool and waiting list.
//!
//! Only a confirmed registration signs up, and when it ends its sign-ups end with it. A place that comes free goes at
//! once to the first in line, who is told and may give it back with one button: a seat in a session costs nobody a
//! journey, so nobody is asked first and no place stands empty while somebody thinks. All that happens to
//! sign-ups of a session happens under the lock of its pool. When a release moves a session or drops it, whoever signed up is
//! told once.

mod duty;
mod hers;
mod line;
mod moved;
mod staff;

pub use duty::seat_waiters;
pub use hers::{OwnSignUp, give_back, sign_up, sign_ups_of};
pub(super) use line::end_with;
pub use moved::tell_moved;
pub use staff::{SignedUp, end_sign_ups, give_back_by_staff, signed_up};

crate::text_enum! {
    /// Where a sign-up stands.
    pub enum SignUpState {
        /// Has a place.
        Confirmed = "confirmed",
        /// Waits in line.
        Waitlisted = "waitlisted",
        /// Is over.
        Cancelled = "cancelled",
    }
}
