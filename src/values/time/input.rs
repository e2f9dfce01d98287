//! Dates and times as HTML form controls send them (HTML Standard, "Local dates and times"), and as the API does.

use jiff::{
    Timestamp,
    civil::{Date, DateTime},
    tz::AmbiguousOffset,
};

use super::Zone;
use crate::{
    error::Reason,
    values::{Moment, text},
};

/// The instant of a `datetime-local` value (`2026-11-20T09:30`) on the wall clock of `zone`; a value
/// with an offset of its own (RFC 3339, `2026-11-20T01:30:00Z`) is that instant.
///
/// A time that occurs twice, when clocks go back, means the earlier one.
///
/// # Errors
/// `required`, `time_invalid`, and `time_skipped` for a time that clocks jump over.
pub fn local_datetime(raw: &str, zone: &Zone) -> Result<Moment, Reason> {
    if text::is_blank(raw) {
        return Err(Reason::new("required"));
    }
    let text = text::half_width(raw);
    let wall: DateTime = match text.parse::<Timestamp>() {
        Ok(instant) => return within_years(instant.into(), zone),
        Err(_) => text.parse().map_err(|_| Reason::new("time_invalid"))?,
    };
    usual(wall.date()).ok_or(Reason::new("time_invalid"))?;
    let ambiguous = zone.rules().to_ambiguous_timestamp(wall);
    if let AmbiguousOffset::Gap { .. } = ambiguous.offset() {
        return Err(Reason::new("time_skipped"));
    }
    ambiguous.earlier().map(Moment::from).map_err(|_| Reason::new("time_invalid"))
}

/// Like [`local_datetime`], but nothing typed is `None`.
///
/// # Errors
/// `time_invalid`, `time_skipped`.
pub fn optional_local_datetime(raw: &str, zone: &Zone) -> Result<Option<Moment>, Reason> {
    (!text::is_blank(raw)).then(|| local_datetime(raw, zone)).transpose()
}

fn within_years(instant: Moment, zone: &Zone) -> Result<Moment, Reason> {
    usual(zone.at(instant).date()).map(|_| instant).ok_or(Reason::new("time_invalid"))
}

/// The value that a `datetime-local` control shows for an instant.
#[must_use]
pub fn local_input(instant: Moment, zone: &Zone) -> String {
    zone.at(instant).strftime("%Y-%m-%dT%H:%M").to_string()
}

/// A `date` value (`2026-11-20`).
///
/// # Errors
/// `required`, `date_invalid`.
pub fn date_input(raw: &str) -> Result<Date, Reason> {
    if text::is_blank(raw) {
        return Err(Reason::new("required"));
    }
    text::half_width(raw).parse().ok().and_then(usual).ok_or(Reason::new("date_invalid"))
}

/// Years that form controls can show and every calendar format can carry.
fn usual(date: Date) -> Option<Date> {
    (1900..=9998).contains(&date.year()).then_some(date)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use proptest::prelude::*;

    use super::*;

    fn zone(name: &str) -> Zone {
        Zone::parse(name).unwrap()
    }

    #[test]
    fn a_form_value_is_read_in_its_zone() {
        let instant = local_datetime("2026-11-20T09:30", &zone("Asia/Hong_Kong")).unwrap();
        assert_eq!(instant.to_string(), "2026-11-20T01:30:00Z");
        assert_eq!(local_input(instant, &zone("Europe/London")), "2026-11-20T01:30");
    }

    #[test]
    fn an_offset_says_more_than_the_zone() {
        let zone = zone("Asia/Hong_Kong");
        for raw in ["2026-11-20T01:30:00Z", "2026-11-20T09:30+08:00", "2026-11-20T02:30:00+01:00"] {
            assert_eq!(local_datetime(raw, &zone).unwrap().to_string(), "2026-11-20T01:30:00Z", "{raw}");
        }
        assert_eq!(local_datetime("0001-01-01T00:00:00Z", &zone).unwrap_err(), Reason::new("time_invalid"));
    }

    #[test]
    fn a_skipped_hour_is_refused_and_a_repeated_one_is_the_earlier() {
        let london = zone("Europe/London");
        assert_eq!(local_datetime("2026-03-29T01:30", &london).unwrap_err(), Reason::new("time_skipped"));
        assert_eq!(local_datetime("2026-10-25T01:30", &london).unwrap().to_string(), "2026-10-25T00:30:00Z");
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for raw in ["tomorrow", "2026-13-01", "20 Nov", "-000001-01-01", "0001-01-01"] {
            assert_eq!(date_input(raw).unwrap_err(), Reason::new("date_invalid"), "{raw}");
            assert_eq!(
                local_datetime(raw, &zone("Asia/Shanghai")).unwrap_err(),
                Reason::new("time_invalid"),
                "{raw}"
            );
        }
        assert_eq!(date_input(" ").unwrap_err(), Reason::new("required"));
    }

    proptest! {
        #[test]
        fn what_is_shown_reads_back(minutes in 0..80_000_000_i64) {
            let instant = jiff::Timestamp::from_second(minutes * 60).unwrap().into();
            for name in ["Asia/Hong_Kong", "Asia/Shanghai", "UTC"] {
                let shown = local_input(instant, &zone(name));
                let read = local_datetime(&shown, &zone(name)).unwrap();
                prop_assert_eq!(local_input(read, &zone(name)), shown);
            }
        }
    }
}
