//! What is typed about an edition and its parts, and its parsing.

mod consent_text;
mod edition;
mod parts;
mod side_event;

pub use consent_text::ConsentTextFields;
pub use edition::{EditionChange, EditionFields};
pub use parts::{PartnerFields, RoomFields, TrackFields};
pub use side_event::SideEventFields;
