//! When and where a session is, as inputs: `day`, `time`, `minutes`, `rooms`, `pinned`.

use super::super::stored::Stored;
use crate::{
    error::{Error, FieldErrors, Reason},
    http::FormData,
    programme::{DraftSession, Placement, PlacementFields, SessionRow},
    values::{Zone, text},
};

/// What the form sent. A blank day or time takes the session off the grid; one without the other is refused.
pub(super) fn parse(typed: &FormData, zone: &Zone) -> Result<Placement, Error> {
    let (day, time) = (typed.one("day"), typed.one("time"));
    let mut errors = FieldErrors::new();
    let starts_at = match (text::is_blank(day), text::is_blank(time)) {
        (true, true) => String::new(),
        (false, false) => format!("{day}T{time}"),
        (true, false) => {
            errors.add("day", Reason::new("required"));
            String::new()
        }
        (false, true) => {
            errors.add("time", Reason::new("required"));
            String::new()
        }
    };
    let raw = PlacementFields {
        starts_at,
        rooms: typed.all("rooms").filter(|room| !text::is_blank(room)).map(str::to_owned).collect(),
        minutes: typed.one("minutes").into(),
        pinned: typed.ticked("pinned"),
    };
    let parsed = raw.parse(zone);
    match (parsed, errors.check()) {
        (Ok(placement), Ok(())) => Ok(placement),
        (parsed, blank) => Err(Error::Invalid(at_inputs(FieldErrors::merged([parsed.err(), blank.err()])))),
    }
}

/// The errors of the beginning, which is two inputs here, at the time.
pub(super) fn at_inputs(errors: FieldErrors) -> FieldErrors {
    let mut found = FieldErrors::new();
    for error in errors.iter() {
        let field = if error.field == "starts_at" { "time" } else { &error.field };
        found.add(field, error.reason.clone());
    }
    found
}

/// What is stored, as the form sends it.
pub(super) fn stored(row: &SessionRow, facts: &DraftSession, zone: &Zone) -> Stored {
    let start = row.starts_at.map(|start| zone.at(start));
    let stored = Stored::default()
        .with("version", row.version)
        .maybe("day", start.as_ref().map(|start| start.date()))
        .maybe("time", start.as_ref().map(|start| start.strftime("%H:%M")))
        .with("minutes", row.minutes)
        .ticked("pinned", row.pinned);
    facts.rooms.iter().fold(stored, |stored, room| stored.with("rooms", room))
}
