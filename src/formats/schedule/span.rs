//! Times of day and durations as schedules spell them.

use std::fmt;

use jiff::civil::Time;

use super::{refusal::value_refused, scalars::Spelt, stamp::Stamp};
use crate::error::Reason;

/// A time of day, to the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock(Time);

impl From<Stamp> for Clock {
    fn from(stamp: Stamp) -> Self {
        Self(stamp.wall().time())
    }
}

impl From<Clock> for Time {
    fn from(clock: Clock) -> Self {
        clock.0
    }
}

impl Spelt for Clock {
    fn parse(raw: &str) -> Result<Self, Reason> {
        let read = || {
            let (hours, minutes, seconds) = parts(raw)?;
            let small = |part: u32| i8::try_from(part).ok();
            Time::new(small(hours)?, small(minutes)?, small(seconds)?, 0).ok().map(Self)
        };
        read().ok_or_else(|| value_refused("schedule_time_invalid", raw))
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = i64::from(self.0.hour()) * 3600 + i64::from(self.0.minute()) * 60;
        spell(f, u32::try_from(seconds).unwrap_or_default() + u32::from(self.0.second().unsigned_abs()))
    }
}

/// How long something takes, in whole seconds, less than ten thousand hours; never negative.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span(u32);

impl Span {
    /// That many minutes, at most 599,999.
    #[must_use]
    pub fn minutes(minutes: u32) -> Self {
        Self(minutes.min(10_000 * 60 - 1) * 60)
    }

    /// In seconds.
    #[must_use]
    pub fn seconds(self) -> u32 {
        self.0
    }
}

impl Spelt for Span {
    fn parse(raw: &str) -> Result<Self, Reason> {
        let seconds = parts(raw).map(|(hours, minutes, seconds)| hours * 3600 + minutes * 60 + seconds);
        seconds.map(Self).ok_or_else(|| value_refused("schedule_duration_invalid", raw))
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        spell(f, self.0)
    }
}

/// `hh:mm`, or `hh:mm:ss` where there are seconds.
fn spell(f: &mut fmt::Formatter<'_>, seconds: u32) -> fmt::Result {
    write!(f, "{:02}:{:02}", seconds / 3600, seconds / 60 % 60)?;
    if seconds.is_multiple_of(60) { Ok(()) } else { write!(f, ":{:02}", seconds % 60) }
}

/// Hours (up to four digits), minutes and perhaps seconds (two digits, below 60).
fn parts(raw: &str) -> Option<(u32, u32, u32)> {
    let mut parts = raw.split(':');
    let mut next = |longest: usize| {
        let part = parts.next()?;
        let regular = (1..=longest).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        if regular { part.parse::<u32>().ok() } else { None }
    };
    let (hours, minutes) = (next(4)?, next(2)?);
    let seconds = if raw.matches(':').count() == 1 { 0 } else { next(2)? };
    (parts.next().is_none() && minutes < 60 && seconds < 60).then_some((hours, minutes, seconds))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_duration_is_hours_and_minutes_and_never_negative() {
        for (raw, spelt) in
            [("1:30", "01:30"), ("00:05:00", "00:05"), ("0:00:07", "00:00:07"), ("120:00", "120:00")]
        {
            assert_eq!(Span::parse(raw).unwrap().to_string(), spelt);
        }
        for raw in
            ["-00:30", "00:-5", "30", "1:60", "1:00:60", "1:00:00:00", "99999:00", "PT1H", "：", "+1:00"]
        {
            assert_eq!(Span::parse(raw).unwrap_err().code, "schedule_duration_invalid", "{raw}");
        }
    }

    #[test]
    fn a_time_of_day_ends_before_midnight() {
        assert_eq!(Clock::parse("9:05").unwrap().to_string(), "09:05");
        assert_eq!(Clock::parse("24:00").unwrap_err().code, "schedule_time_invalid");
    }

    proptest! {
        #[test]
        fn any_duration_reads_back(seconds in 0..36_000_000_u32) {
            prop_assert_eq!(Span::parse(&Span(seconds).to_string()).unwrap(), Span(seconds));
        }
    }
}
