//! `schedule.xml`: its elements are read into the form that JSON has, and so into the same model.
//!
//! Where an element's children and attributes can't say all that the model says (a biography, an
//! answer), the rest stands inside of it as a processing instruction `plenary`, a JSON object of the
//! members to set, `null` for those to take away (RFC 7396, one level deep). What it must hold is
//! found by reading back what was written.

mod node;
mod parse;
mod parts;
mod read;
mod shape;
mod write;

use super::{model::Schedule, refusal::refused};
use crate::error::{Error, Reason};

impl Schedule {
    /// Reads `schedule.xml`.
    ///
    /// # Errors
    /// `schedule_doctype` where the file declares entities, `schedule_malformed`,
    /// `schedule_field_invalid`, `schedule_date_invalid`, `schedule_time_invalid`,
    /// `schedule_duration_invalid`, `schedule_number_invalid`, each with `line` and `column`, all but the
    /// first two with the wrong `value`; `schedule_not_utf8`; `schedule_unknown` where it is some other
    /// XML; `schedule_too_deep`, `schedule_too_long` with `max`.
    pub fn from_xml(text: &str) -> Result<Self, Reason> {
        let root = parse::document(text)?;
        if root.name != "schedule" {
            return Err(refused("schedule_unknown"));
        }
        read::Reader { text }.schedule(&root)?.completed()
    }

    /// Writes `schedule.xml`.
    ///
    /// # Errors
    /// `Internal`, where a value can't be spelt in JSON; none can't.
    pub fn to_xml(&self) -> Result<String, Error> {
        Ok(write::document(&shape::schedule(self).map_err(Error::internal)?))
    }
}
