//! The schedule that conferences exchange: `schedule.xml` and `schedule.json` version 1 of frab and
//! the C3VOC (media type `application/vnd.c3voc.schedule+xml`, registered with IANA).
//!
//! One model, [`Schedule`], stands between both files, so that they say the same:
//!
//! - [`Schedule::read`] takes in what any conference published, [`Schedule::to_xml`] and
//!   [`Schedule::to_json`] give it out. Nothing is lost on the way: what this model has no field for
//!   is kept ([`Extra`], [`Foreign`]), and what only JSON has a place for stands in the XML in
//!   processing instructions, which the XML's schema allows everywhere and other readers pass over.
//! - An empty text, an absent one and `null` mean the same: nothing is said.
//! - Texts are read as [`text::Shape`](crate::values::text::Shape) tidies them: no control, bidi or
//!   zero-width characters.
//! - Reading is strict where a guess would be wrong (dates, durations) and bounded in everything
//!   (see [`limits`]); odd slugs, names and numbers come in as they are. What we write ourselves takes
//!   its slugs, codes and numbers from [`names`], which keep to the schemas' rules.

mod event;
mod foreign;
mod json;
mod kept;
pub mod limits;
mod model;
pub mod names;
mod refusal;
mod rooms;
mod scalars;
mod span;
mod stamp;
#[cfg(test)]
mod strategies;
#[cfg(test)]
mod tests;
mod xml;

pub use event::{Event, Person, Reference};
pub use foreign::{Element, Extra, Foreign};
pub use kept::{Kept, joined, parted};
pub use model::{Conference, Day, DayRoom, Generator, Room, Schedule, Track};
pub use span::{Clock, Span};
pub use stamp::{Stamp, When};

use crate::error::Reason;

/// The media type of `schedule.xml`.
pub const XML_MEDIA_TYPE: &str = "application/vnd.c3voc.schedule+xml; charset=utf-8";

/// The media type of `schedule.json`.
pub const JSON_MEDIA_TYPE: &str = "application/json; charset=utf-8";

impl Schedule {
    /// Reads either file, whichever it is.
    ///
    /// # Errors
    /// `schedule_too_large`, `schedule_not_utf8`, `schedule_unknown`, and those of
    /// [`from_xml`](Self::from_xml) and [`from_json`](Self::from_json).
    pub fn read(file: &[u8]) -> Result<Self, Reason> {
        let text = limits::text(file)?;
        match text.trim_start().chars().next() {
            Some('<') => Self::from_xml(text),
            Some('{') => Self::from_json(text),
            _ => Err(Reason::new("schedule_unknown")),
        }
    }
}
