//! The programme: sessions, their slots (room and time), one draft, and the releases made of it.
//!
//! There is one [`Draft`] and any number of releases, which never change. Its rules are pure: what
//! [`clashes`](clash::clashes) in a draft, each with a severity and a key under which an
//! acknowledgement stands for as long as the facts do; how a machine would [`arrange`](arrange::arrange)
//! it; and what a release [changes](diff::diff), for whom. No room is ever used twice at a time in a
//! release; the database refuses it as well.

pub mod arrange;
pub mod clash;
pub mod diff;
mod draft;
mod interval;

pub use draft::{Draft, DraftRoom, DraftSession, Part, Person, Session, SessionKind};
pub use interval::{Interval, covered};
