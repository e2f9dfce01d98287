//! Time zones in a calendar: `VTIMEZONE` (RFC 5545 section 3.6.5), spelt out for the time the events
//! take, since readers need not know IANA's names.

use jiff::{Timestamp, ToSpan, civil::DateTime, tz::Offset};

use super::line::Lines;
use crate::values::{Moment, Zone};

/// A moment in UTC (`20261120T013000Z`).
pub(super) fn utc(moment: Moment) -> String {
    moment.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// A moment on the zone's wall clock; `None` if a reader could take it for another, when clocks go
/// back and the same time comes twice.
pub(super) fn local(moment: Moment, zone: &Zone) -> Option<String> {
    let wall = zone.at(moment).datetime();
    let unambiguous =
        zone.rules().to_ambiguous_timestamp(wall).earlier().is_ok_and(|earlier| earlier == *moment);
    unambiguous.then(|| form(wall))
}

/// The zone's rules from `first` to `last`: the change in force at `first`, and every later one.
pub(super) fn write(lines: &mut Lines, zone: &Zone, first: Moment, last: Moment) {
    lines.raw("BEGIN", "VTIMEZONE");
    lines.raw("TZID", zone.name());
    let rules = zone.rules();
    match rules.preceding(after(*first)).next() {
        Some(change) => {
            observance(lines, zone, change.timestamp(), change.dst().is_dst(), change.abbreviation());
        }
        // Before its first change, or without any, a zone has stood still for as long as matters.
        None => {
            let info = rules.to_offset_info(*first);
            observance(lines, zone, Timestamp::UNIX_EPOCH, info.dst().is_dst(), info.abbreviation());
        }
    }
    for change in rules.following(*first).take_while(|change| change.timestamp() <= *last) {
        observance(lines, zone, change.timestamp(), change.dst().is_dst(), change.abbreviation());
    }
    lines.raw("END", "VTIMEZONE");
}

/// What holds from `onset` on, which is told by the clock as it stood before.
fn observance(lines: &mut Lines, zone: &Zone, onset: Timestamp, summer: bool, abbreviation: &str) {
    let kind = if summer { "DAYLIGHT" } else { "STANDARD" };
    let before = zone.rules().to_offset(before(onset));
    lines.raw("BEGIN", kind);
    lines.raw("DTSTART", &form(before.to_datetime(onset)));
    lines.raw("TZOFFSETFROM", &offset(before));
    lines.raw("TZOFFSETTO", &offset(zone.rules().to_offset(onset)));
    lines.raw("TZNAME", abbreviation);
    lines.raw("END", kind);
}

fn form(wall: DateTime) -> String {
    wall.strftime("%Y%m%dT%H%M%S").to_string()
}

/// `+0800`; seconds only where there are some.
fn offset(offset: Offset) -> String {
    let seconds = offset.seconds();
    let (sign, total) = (if seconds < 0 { '-' } else { '+' }, seconds.unsigned_abs());
    let whole = format!("{sign}{:02}{:02}", total / 3600, total / 60 % 60);
    if total % 60 == 0 { whole } else { format!("{whole}{:02}", total % 60) }
}

fn before(moment: Timestamp) -> Timestamp {
    moment.checked_sub(1.second()).unwrap_or(Timestamp::MIN)
}

fn after(moment: Timestamp) -> Timestamp {
    moment.checked_add(1.nanosecond()).unwrap_or(Timestamp::MAX)
}
