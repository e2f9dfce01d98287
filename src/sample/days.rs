//! When the sample's editions take place, seen from the day it is loaded.

use jiff::{Span, Zoned, civil::Date, civil::Weekday, tz::TimeZone};

use crate::{error::Error, values::Moment};

/// The upcoming edition lies at least this far ahead, so that registration is in full swing.
const AHEAD_DAYS: i32 = 24;
/// Registration opened this long before the first day.
const OPEN_DAYS: i32 = 60;

/// Calls that are over closed this long before the first day, which is always past.
const CLOSED_DAYS: i32 = AHEAD_DAYS + 8;
/// Calls that are open close this long before the first day, which is always to come.
const CLOSING_DAYS: i32 = 10;

/// The days of both editions, in Hong Kong.
#[derive(Clone, Copy, Debug)]
pub(super) struct Days {
    /// The upcoming edition's first day, a Thursday; it ends on the Friday.
    pub(super) upcoming: Date,
    /// The past edition's day, a Friday of the year before.
    pub(super) past: Date,
}

impl Days {
    pub(super) fn around(now: Moment) -> Result<Self, Error> {
        let zone = TimeZone::get("Asia/Hong_Kong").map_err(Error::internal)?;
        let today = Zoned::new(*now, zone).date();
        Self::seen_from(today).map_err(Error::internal)
    }

    fn seen_from(today: Date) -> Result<Self, jiff::Error> {
        let at_least = today.checked_add(Span::new().days(AHEAD_DAYS))?;
        let upcoming = at_least.yesterday()?.nth_weekday(1, Weekday::Thursday)?;
        let mut past = upcoming.tomorrow()?.checked_sub(Span::new().weeks(52))?;
        if past.year() == upcoming.year() {
            past = past.checked_sub(Span::new().weeks(1))?;
        }
        Ok(Self { upcoming, past })
    }

    /// A moment at which the past edition could still be planned.
    pub(super) fn when_past_was_new(&self) -> Moment {
        let planned = self.past.to_zoned(TimeZone::UTC).map(|day| day.timestamp());
        planned.map_or_else(
            |_| Moment::now(),
            |day| Moment::from(day).plus(-jiff::SignedDuration::from_hours(24 * 90)),
        )
    }

    /// `text` with its marks filled in for an edition on these days.
    pub(super) fn fill(first: Date, text: &str) -> Result<String, Error> {
        let day = |days: i32| first.checked_add(Span::new().days(days)).map_err(Error::internal);
        Ok(text
            .replace("@year@", &first.year().to_string())
            .replace("@day1@", &first.to_string())
            .replace("@day2@", &day(1)?.to_string())
            .replace("@eve@", &day(-1)?.to_string())
            .replace("@opened@", &day(-OPEN_DAYS)?.to_string())
            .replace("@closed@", &day(-CLOSED_DAYS)?.to_string())
            .replace("@closing@", &day(-CLOSING_DAYS)?.to_string()))
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn in_november_both_editions_lie_in_december() {
        let days = Days::seen_from(Date::constant(2026, 11, 22)).unwrap();
        assert_eq!(days.upcoming, Date::constant(2026, 12, 17));
        assert_eq!(days.past, Date::constant(2025, 12, 19));
    }

    proptest! {
        #[test]
        fn on_any_day_the_years_follow_each_other(offset in 0..20_000_i32) {
            let today = Date::constant(2026, 1, 1).checked_add(Span::new().days(offset)).unwrap();
            let days = Days::seen_from(today).unwrap();
            prop_assert_eq!(days.upcoming.weekday(), Weekday::Thursday);
            prop_assert_eq!(days.past.weekday(), Weekday::Friday);
            prop_assert_eq!(days.past.year() + 1, days.upcoming.year());
            let ahead = days.upcoming.since(today).unwrap().get_days();
            prop_assert!((AHEAD_DAYS..AHEAD_DAYS + 7).contains(&ahead));
        }
    }
}
