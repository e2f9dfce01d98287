//! Dates and moments as schedules spell them.

use std::fmt;

use jiff::{
    Timestamp,
    civil::{Date, DateTime},
    fmt::temporal::Pieces,
    tz::Offset,
};

use super::{refusal::value_refused, scalars::Spelt};
use crate::{
    error::Reason,
    values::{Moment, Zone},
};

/// A moment and its distance from UTC at the place it is meant for, to the second and the minute: a
/// date-time of RFC 3339 section 5.6.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    moment: Timestamp,
    offset: Offset,
}

impl Stamp {
    /// A moment as that zone's clocks show it.
    #[must_use]
    pub fn of(moment: Moment, zone: &Zone) -> Self {
        Self::whole(*moment, zone.rules().to_offset(*moment))
    }

    /// The moment alone.
    #[must_use]
    pub fn moment(self) -> Moment {
        self.moment.into()
    }

    /// What the clocks show.
    #[must_use]
    pub fn wall(self) -> DateTime {
        self.offset.to_datetime(self.moment)
    }

    /// Without parts of a second, and of a minute's distance, which the formats can't tell.
    fn whole(moment: Timestamp, offset: Offset) -> Self {
        let moment = Timestamp::from_second(moment.as_second()).unwrap_or(moment);
        let offset = Offset::from_seconds(offset.seconds() / 60 * 60).unwrap_or(offset);
        Self { moment, offset }
    }
}

impl Spelt for Stamp {
    fn parse(raw: &str) -> Result<Self, Reason> {
        let read = || {
            let pieces = Pieces::parse(raw).ok()?;
            let (time, offset) = (pieces.time()?, pieces.to_numeric_offset()?);
            let moment = offset.to_timestamp(pieces.date().to_datetime(time)).ok()?;
            Some(Self::whole(moment, offset)).filter(|stamp| (1900..=9998).contains(&stamp.wall().year()))
        };
        read().ok_or_else(|| value_refused("schedule_date_invalid", raw))
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let minutes = self.offset.seconds() / 60;
        let (sign, distance) = (if minutes < 0 { '-' } else { '+' }, minutes.unsigned_abs());
        let wall = self.wall().strftime("%Y-%m-%dT%H:%M:%S");
        write!(f, "{wall}{sign}{:02}:{:02}", distance / 60, distance % 60)
    }
}

/// When a conference begins or ends: some tell the day, others the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// On that day.
    On(Date),
    /// At that moment.
    At(Stamp),
}

impl Spelt for When {
    fn parse(raw: &str) -> Result<Self, Reason> {
        if raw.contains(':') { Stamp::parse(raw).map(Self::At) } else { Date::parse(raw).map(Self::On) }
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::On(date) => fmt::Display::fmt(date, f),
            Self::At(stamp) => fmt::Display::fmt(stamp, f),
        }
    }
}

impl Spelt for Date {
    fn parse(raw: &str) -> Result<Self, Reason> {
        let date = raw.parse::<Date>().ok().filter(|date| raw.len() == 10 && date.year() >= 1900);
        date.ok_or_else(|| value_refused("schedule_date_invalid", raw))
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_stamp_keeps_its_place_on_earth() {
        let stamp = Stamp::parse("2026-11-20T09:30:00+08:00").unwrap();
        assert_eq!(stamp.to_string(), "2026-11-20T09:30:00+08:00");
        assert_eq!(stamp.moment().to_string(), "2026-11-20T01:30:00Z");
        assert_eq!(Stamp::of(stamp.moment(), &Zone::parse("Asia/Hong_Kong").unwrap()), stamp);
        assert_eq!(Stamp::parse("2026-11-20T09:30Z").unwrap().to_string(), "2026-11-20T09:30:00+00:00");
    }

    #[test]
    fn what_is_no_date_is_refused_with_its_words() {
        for raw in ["2026-02-30T09:00:00+01:00", "2026-11-20T09:30:00", "tomorrow", "0000-01-01T00:00:00Z"] {
            let refused = Stamp::parse(raw).unwrap_err();
            assert_eq!(
                (refused.code, refused.args),
                ("schedule_date_invalid", vec![("value", raw.to_owned())])
            );
        }
        for raw in ["2026-13-01", "2026-11-20T09:30", "20261120"] {
            assert_eq!(When::parse(raw).unwrap_err().code, "schedule_date_invalid", "{raw}");
        }
    }

    proptest! {
        #[test]
        fn any_moment_reads_back(second in 0..200_000_000_000_i64, minutes in -14 * 60..14 * 60) {
            let offset = Offset::from_seconds(minutes * 60).unwrap();
            let stamp = Stamp::whole(Timestamp::from_second(second).unwrap(), offset);
            prop_assert_eq!(Stamp::parse(&stamp.to_string()).unwrap(), stamp);
        }

        #[test]
        fn whatever_is_read_reads_again(raw in "\\PC{0,30}|[12][0-9]{3}-[01][0-9]-[0-3][0-9](T[0-9:+Z.-]{0,20})?") {
            if let Ok(when) = When::parse(&raw) {
                prop_assert_eq!(When::parse(&when.to_string()).unwrap(), when);
            }
        }
    }
}
