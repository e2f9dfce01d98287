//! Refusals that say where: codes on their way through serde, and places in the file.

use serde::de;
use serde_json::error::Category;

use crate::error::Reason;

/// Codes that come out of a field's own parser, and so may travel inside an error of serde.
const CODES: [&str; 5] = [
    "schedule_date_invalid",
    "schedule_time_invalid",
    "schedule_duration_invalid",
    "schedule_number_invalid",
    "schedule_field_invalid",
];

/// A reason of this folder.
pub(super) fn refused(code: &'static str) -> Reason {
    Reason::new(code)
}

/// A reason that shows as much of a wrong value as a sentence can hold.
pub(super) fn value_refused(code: &'static str, raw: &str) -> Reason {
    refused(code).with("value", raw.chars().take(40).collect::<String>())
}

/// A reason as an error of serde: its code and what it shows.
pub(super) fn carried<E: de::Error>(reason: &Reason) -> E {
    let value = reason.args.iter().find(|(name, _)| *name == "value").map_or("", |(_, value)| value);
    E::custom(format!("{}\t{value}", reason.code))
}

/// The reason inside an error of serde, with the file's line and column.
pub(super) fn told(error: &serde_json::Error, line: usize, column: usize) -> Reason {
    let message = error.to_string();
    let found = CODES.into_iter().find_map(|code| Some((code, message.strip_prefix(code)?)));
    let reason = match (found, error.classify()) {
        (Some((code, rest)), _) => {
            let place = format!(" at line {} column {}", error.line(), error.column());
            let value = rest.trim_start_matches('\t');
            refused(code).with("value", value.strip_suffix(&place).unwrap_or(value))
        }
        (None, Category::Syntax | Category::Eof | Category::Io) => refused("schedule_malformed"),
        (None, Category::Data) => refused("schedule_field_invalid"),
    };
    placed(reason, line, column)
}

/// A reason at a place, counted from 1.
pub(super) fn placed(reason: Reason, line: usize, column: usize) -> Reason {
    reason.with("line", line).with("column", column)
}

/// Line and column, in characters, of a byte's place in a text.
pub(super) fn place(text: &str, byte: usize) -> (usize, usize) {
    let before = text.get(..byte).unwrap_or(text);
    let line = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}
