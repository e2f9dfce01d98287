//! Deadlines and moved dates, reckoned on the wall clock.

use jiff::{RoundMode, SignedDuration, Span, Unit, Zoned, ZonedRound, civil::time};

use super::Zone;
use crate::{error::Reason, values::Moment};

/// The end of an offer that runs for `hours` from `from`: never between 22:00 and 09:00 on the wall
/// clock of `zone`, but at the 09:00 that follows.
#[must_use]
pub fn offer_deadline(from: Moment, hours: u16, zone: &Zone) -> Moment {
    let end = from.plus(SignedDuration::from_hours(hours.into()));
    after_quiet_hours(&zone.at(end)).unwrap_or(end)
}

/// When somebody who was asked at `from` and has until `end` is reminded: when a quarter of that time is left, or, where
/// that falls between 22:00 and 09:00 on the wall clock of `zone`, at 21:00 before. `None` where that is not an hour
/// away from both.
#[must_use]
pub fn near_deadline(from: Moment, end: Moment, zone: &Zone) -> Option<Moment> {
    let hour = SignedDuration::from_hours(1);
    let late = end.plus(-(end.duration_since(*from) / 4));
    let at = before_quiet_hours(&zone.at(late)).unwrap_or(late);
    (at.duration_since(*from) >= hour && end.duration_since(*at) >= hour).then_some(at)
}

/// 09:00 on the wall clock of `zone`, so many days after the day of `at`; before it where they are negative.
#[must_use]
pub fn morning(at: Moment, days: i32, zone: &Zone) -> Moment {
    let day = Span::new().try_days(days).and_then(|span| zone.at(at).date().checked_add(span));
    let nine = day.and_then(|day| day.to_datetime(time(9, 0, 0, 0)).to_zoned(zone.rules().clone()));
    nine.map_or(at, |nine| nine.timestamp().into())
}

/// `from` where it is a full hour on the wall clock of `zone`, else the next one.
#[must_use]
pub fn full_hour(from: Moment, zone: &Zone) -> Moment {
    let up = ZonedRound::new().smallest(Unit::Hour).mode(RoundMode::Ceil);
    zone.at(from).round(up).map_or(from, |hour| hour.timestamp().into())
}

/// 09:00 after the quiet hours that `end` falls in; `None` when it falls in none.
fn after_quiet_hours(end: &Zoned) -> Option<Moment> {
    let (morning, night) = (time(9, 0, 0, 0), time(22, 0, 0, 0));
    let day = if end.time() < morning {
        end.date()
    } else if end.time() >= night {
        end.date().tomorrow().ok()?
    } else {
        return None;
    };
    Some(day.to_datetime(morning).to_zoned(end.time_zone().clone()).ok()?.timestamp().into())
}

/// 21:00 before the quiet hours that `at` falls in; `None` when it falls in none.
fn before_quiet_hours(at: &Zoned) -> Option<Moment> {
    let (morning, evening, night) = (time(9, 0, 0, 0), time(21, 0, 0, 0), time(22, 0, 0, 0));
    let day = if at.time() < morning {
        at.date().yesterday().ok()?
    } else if at.time() >= night {
        at.date()
    } else {
        return None;
    };
    Some(day.to_datetime(evening).to_zoned(at.time_zone().clone()).ok()?.timestamp().into())
}

/// The same wall time on the same weekday, so many weeks later (or earlier); where clocks jump over
/// it, as much later as they jump.
///
/// # Errors
/// `time_invalid` beyond the calendar.
pub fn shift_weeks(instant: Moment, weeks: i32, zone: &Zone) -> Result<Moment, Reason> {
    let moved = Span::new().try_weeks(weeks).and_then(|span| zone.at(instant).checked_add(span));
    moved.map(|moved| moved.timestamp().into()).map_err(|_| Reason::new("time_invalid"))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use proptest::prelude::*;

    use jiff::{Timestamp, civil::DateTime, tz::AmbiguousOffset};

    use super::*;

    fn moment(text: &str) -> Moment {
        text.parse::<Timestamp>().unwrap().into()
    }

    fn hong_kong() -> Zone {
        Zone::parse("Asia/Hong_Kong").unwrap()
    }

    /// What a clock on a wall in Hong Kong shows.
    fn wall(instant: Moment) -> DateTime {
        hong_kong().at(instant).datetime()
    }

    /// Kathmandu's clocks, which once jumped a quarter of an hour, have stood still since then.
    const SINCE_1990: i64 = 631_152_000;

    #[test]
    fn an_offer_never_ends_at_night() {
        for (from, hours, end) in [
            ("2026-11-20T01:00:00Z", 12, "2026-11-20T13:00:00Z"),
            ("2026-11-20T02:00:00Z", 12, "2026-11-21T01:00:00Z"),
            ("2026-11-20T01:00:00Z", 20, "2026-11-21T01:00:00Z"),
            ("2026-11-20T01:00:00Z", 24, "2026-11-21T01:00:00Z"),
        ] {
            let deadline = offer_deadline(moment(from), hours, &hong_kong());
            assert_eq!(deadline.to_string(), end, "{from} + {hours} h");
        }
    }

    #[test]
    fn a_reminder_comes_by_day_while_there_is_time_to_answer() {
        for (from, end, at) in [
            ("2026-11-20T01:00:00Z", "2026-11-21T01:00:00Z", Some("2026-11-20T13:00:00Z")),
            ("2026-11-20T03:00:00Z", "2026-11-20T11:00:00Z", Some("2026-11-20T09:00:00Z")),
            ("2026-11-20T03:00:00Z", "2026-11-20T06:00:00Z", None),
            ("2026-11-20T12:30:00Z", "2026-11-21T01:00:00Z", None),
        ] {
            let found = near_deadline(moment(from), moment(end), &hong_kong());
            assert_eq!(found.map(|at| at.to_string()).as_deref(), at, "{from} to {end}");
        }
    }

    #[test]
    fn weeks_keep_wall_time_and_weekday_across_clock_changes() {
        let london = Zone::parse("Europe/London").unwrap();
        let spring = moment("2026-03-27T09:30:00Z");
        assert_eq!(shift_weeks(spring, 1, &london).unwrap().to_string(), "2026-04-03T08:30:00Z");
        let skipped = moment("2026-03-22T01:30:00Z");
        assert_eq!(shift_weeks(skipped, 1, &london).unwrap().to_string(), "2026-03-29T01:30:00Z");
        assert_eq!(shift_weeks(spring, i32::MAX, &london).unwrap_err(), Reason::new("time_invalid"));
    }

    proptest! {
        #[test]
        fn an_offer_runs_at_least_its_hours_and_ends_by_day(second in 0..4_000_000_000_i64, hours in 0..400_u16) {
            let from = Moment::from(Timestamp::from_second(second).unwrap());
            let deadline = offer_deadline(from, hours, &hong_kong());
            let end = from.plus(SignedDuration::from_hours(hours.into()));
            let waits = wall(deadline).duration_since(wall(end));
            prop_assert!(deadline >= end && waits <= SignedDuration::from_hours(11));
            prop_assert!((9..22).contains(&hong_kong().at(deadline).hour()));
        }

        #[test]
        fn a_reminder_stands_well_between_and_never_at_night(second in 0..4_000_000_000_i64, hours in 0..400_u16) {
            let from = Moment::from(Timestamp::from_second(second).unwrap());
            let end = offer_deadline(from, hours, &hong_kong());
            if let Some(at) = near_deadline(from, end, &hong_kong()) {
                let hour = SignedDuration::from_hours(1);
                prop_assert!(at.duration_since(*from) >= hour && end.duration_since(*at) >= hour);
                prop_assert!((9..22).contains(&hong_kong().at(at).hour()));
            }
            prop_assert!(hours < 24 || near_deadline(from, end, &hong_kong()).is_some());
        }

        #[test]
        fn a_morning_is_at_nine_on_the_day_that_was_asked_for(second in 0..4_000_000_000_i64, days in -60..60_i32) {
            let at = Moment::from(Timestamp::from_second(second).unwrap());
            let nine = wall(morning(at, days, &hong_kong()));
            prop_assert_eq!(nine.time(), time(9, 0, 0, 0));
            prop_assert_eq!(nine.date(), wall(at).date().checked_add(Span::new().days(days)).unwrap());
        }

        #[test]
        fn a_full_hour_is_near_and_shows_no_minutes(second in SINCE_1990..4_000_000_000_i64) {
            let from = Moment::from(Timestamp::from_second(second).unwrap());
            let kathmandu = Zone::parse("Asia/Kathmandu").unwrap();
            let hour = full_hour(from, &kathmandu);
            let shown = kathmandu.at(hour);
            prop_assert_eq!((shown.minute(), shown.second()), (0, 0));
            let later = hour.duration_since(*from);
            prop_assert!(!later.is_negative() && later < SignedDuration::from_hours(1));
        }

        #[test]
        fn weeks_keep_wall_time_wherever_clocks_show_it(second in 0..2_000_000_000_i64, weeks in -300..300_i32) {
            let at = Moment::from(Timestamp::from_second(second).unwrap());
            let there = wall(shift_weeks(at, weeks, &hong_kong()).unwrap());
            let wanted = wall(at).checked_add(Span::new().weeks(weeks)).unwrap();
            let jump = match hong_kong().rules().to_ambiguous_timestamp(wanted).offset() {
                AmbiguousOffset::Gap { before, after } => after.duration_since(before),
                _ => SignedDuration::ZERO,
            };
            prop_assert_eq!(there.duration_since(wanted), jump);
        }
    }
}
