//! The days of a draft, and which hours of one are shown.

use std::collections::BTreeSet;

use jiff::civil::{Date, Time, time};

use crate::{
    editions::Edition,
    error::Error,
    http::{Shown, Ui},
    programme::Interval,
    values::{Lang, Moment, Zone, time as clock},
    web::public::views::Choice,
};

/// An edition that was given years by mistake is not shown day by day.
const MOST_DAYS: usize = 60;

/// Whole hours are shown, these at least.
const FROM: Time = time(9, 0, 0, 0);
const TO: Time = time(18, 0, 0, 0);

/// From the edition's first day to its last, and those days on which something was put all the same.
pub(super) fn days(edition: &Edition, times: &[Interval]) -> Vec<Date> {
    let day = |moment: Moment| edition.zone.at(moment).date();
    let own = day(edition.starts_at).series(jiff::Span::new().days(1));
    let own = own.take_while(|date| *date <= day(edition.ends_at)).take(MOST_DAYS);
    let days: BTreeSet<Date> = own.chain(times.iter().map(|time| day(time.start()))).collect();
    days.into_iter().collect()
}

/// Days to choose.
pub(super) fn choices(days: &[Date], ui: &Ui) -> Vec<Choice> {
    let label = |day: &Date| Shown::plain(clock::date(ui.lang, *day), ui.lang);
    days.iter().map(|day| Choice { value: day.to_string(), label: label(day) }).collect()
}

/// The hours of `day`: whole ones, around everything that begins on it.
///
/// # Errors
/// [`Error::Internal`] beyond the calendar.
pub(super) fn hours(day: Date, zone: &Zone, times: &[Interval]) -> Result<Interval, Error> {
    let at = |time: Time| -> Result<Moment, Error> {
        let local = day.to_datetime(time).to_zoned(zone.rules().clone()).map_err(Error::internal)?;
        Ok(local.timestamp().into())
    };
    let own = || times.iter().filter(|time| zone.at(time.start()).date() == day);
    let first = own().map(|time| time.start()).min().map(|start| on_the_hour(start, 0));
    let last = own().map(|time| time.end()).max().map(|end| on_the_hour(end, 3599));
    let (from, to) = (at(FROM)?, at(TO)?);
    let shown =
        Interval::new(first.map_or(from, |first| first.min(from)), last.map_or(to, |last| last.max(to)));
    shown.map_err(|_| Error::internal("a day ends before it begins"))
}

/// The full hour at or before `later` seconds after the moment.
fn on_the_hour(moment: Moment, later: i64) -> Moment {
    let second = moment.as_second() + later;
    moment.plus(jiff::SignedDuration::from_secs(second - second.rem_euclid(3600) - moment.as_second()))
}

/// `9:30 am – 10:15 am`, for blocks whose day is known.
pub(super) fn span(lang: Lang, time: Interval, zone: &Zone) -> String {
    let at = |moment: Moment| clock::clock(lang, zone.at(moment).time());
    format!("{} – {}", at(time.start()), at(time.end()))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use jiff::civil::date;

    use super::*;

    fn at(text: &str) -> Moment {
        text.parse::<jiff::Timestamp>().unwrap().into()
    }

    #[test]
    fn a_day_shows_its_usual_hours_and_whatever_is_before_or_after_them() {
        let zone = Zone::parse("Asia/Hong_Kong").unwrap();
        let day = date(2026, 11, 20);
        let usual = hours(day, &zone, &[]).unwrap();
        assert_eq!((usual.start(), usual.end()), (at("2026-11-20T01:00:00Z"), at("2026-11-20T10:00:00Z")));
        let late = Interval::new(at("2026-11-20T15:30:00Z"), at("2026-11-20T16:20:00Z")).unwrap();
        let shown = hours(day, &zone, &[late]).unwrap();
        assert_eq!(shown.end(), at("2026-11-20T17:00:00Z"), "past midnight");
    }

    #[test]
    fn on_a_day_whose_clocks_change_the_hours_are_those_of_the_wall() {
        let zone = Zone::parse("Europe/London").unwrap();
        let shown = hours(date(2026, 10, 25), &zone, &[]).unwrap();
        assert_eq!((shown.start(), shown.end()), (at("2026-10-25T09:00:00Z"), at("2026-10-25T18:00:00Z")));
    }
}
