//! Calendar entries for people's own calendars: iCalendar (RFC 5545), published (RFC 5546 section
//! 3.2.1), or sent to one person as an [`Invitation`], which is told and not negotiated.
//!
//! An entry keeps its [`uid`](Event::uid) for ever; a change raises its
//! [`sequence`](Event::sequence), so that a calendar that has it already replaces it.

mod invitation;
mod line;
mod zone;

use std::collections::BTreeMap;

use crate::values::{Lang, Moment, Zone};

use line::Lines;

pub use invitation::{Invitation, Method, Party, invite};

/// The media type of a calendar that publishes.
pub const MEDIA_TYPE: &str = "text/calendar; charset=utf-8; method=PUBLISH";

/// How soon a reader that follows the calendar should look again (RFC 5545 section 3.3.6).
const REFRESH: &str = "PT15M";

/// Whether an event takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It does.
    Confirmed,
    /// It may.
    Tentative,
    /// It does not any more; calendars strike it out.
    Cancelled,
}

/// One entry of a calendar.
#[derive(Clone, Debug)]
pub struct Event<'a> {
    /// Name of the entry, unique in the world and never changed: an id and `@`, then our host.
    pub uid: &'a str,
    /// How often it was changed in what matters (time, place, cancellation); from 0.
    pub sequence: u32,
    /// When this version was made.
    pub stamp: Moment,
    /// When it begins.
    pub start: Moment,
    /// When it ends.
    pub end: Moment,
    /// The zone whose wall clock it keeps to.
    pub zone: &'a Zone,
    /// Whether it takes place.
    pub status: Status,
    /// Its title.
    pub summary: &'a str,
    /// More about it; empty if there is no more.
    pub description: &'a str,
    /// Where it is; empty if that is open.
    pub location: &'a str,
    /// The address of its page; empty if it has none.
    pub url: &'a str,
    /// What it belongs to (its track, its kind), for readers that colour or filter.
    pub categories: &'a [&'a str],
}

/// A calendar of the given entries, called `name`, its texts in `lang`.
#[must_use]
pub fn publish(name: &str, lang: Lang, events: &[Event<'_>]) -> String {
    let mut lines = begun("PUBLISH");
    // RFC 7986 section 5.1, and the older name of it that most readers know.
    lines.text("NAME", lang, name);
    lines.raw("X-WR-CALNAME", &line::escape(name));
    // RFC 7986 section 5.7, and again its older name.
    lines.raw("REFRESH-INTERVAL;VALUE=DURATION", REFRESH);
    lines.raw("X-PUBLISHED-TTL", REFRESH);
    for (zone, first, last) in zones(events) {
        zone::write(&mut lines, zone, first, last);
    }
    for event in events {
        write(&mut lines, lang, event, &[]);
    }
    lines.raw("END", "VCALENDAR");
    lines.into_string()
}

/// The head of a calendar.
fn begun(method: &str) -> Lines {
    let mut lines = Lines::default();
    lines.raw("BEGIN", "VCALENDAR");
    lines.raw("VERSION", "2.0");
    lines.raw("PRODID", "-//Plenary//Plenary//EN");
    lines.raw("CALSCALE", "GREGORIAN");
    lines.raw("METHOD", method);
    lines
}

/// Each zone once, with the first and the last moment it is needed for.
fn zones<'a>(events: &[Event<'a>]) -> Vec<(&'a Zone, Moment, Moment)> {
    let mut needed: BTreeMap<&str, (&Zone, Moment, Moment)> = BTreeMap::new();
    for event in events {
        let (_, first, last) =
            needed.entry(event.zone.name()).or_insert((event.zone, event.start, event.end));
        *first = event.start.min(*first);
        *last = event.end.max(*last);
    }
    needed.into_values().collect()
}

/// An entry, with properties that only some have.
fn write(lines: &mut Lines, lang: Lang, event: &Event<'_>, more: &[(String, String)]) {
    lines.raw("BEGIN", "VEVENT");
    lines.raw("UID", event.uid);
    lines.raw("SEQUENCE", &event.sequence.to_string());
    lines.raw("DTSTAMP", &zone::utc(event.stamp));
    lines.raw("LAST-MODIFIED", &zone::utc(event.stamp));
    lines.moment("DTSTART", event.start, event.zone);
    lines.moment("DTEND", event.end, event.zone);
    lines.raw(
        "STATUS",
        match event.status {
            Status::Confirmed => "CONFIRMED",
            Status::Tentative => "TENTATIVE",
            Status::Cancelled => "CANCELLED",
        },
    );
    lines.text("SUMMARY", lang, event.summary);
    lines.text("DESCRIPTION", lang, event.description);
    lines.text("LOCATION", lang, event.location);
    lines.texts("CATEGORIES", lang, event.categories);
    lines.raw("URL", event.url);
    for (name, value) in more {
        lines.raw(name, value);
    }
    lines.raw("END", "VEVENT");
}

#[cfg(test)]
mod tests;
