//! How the dates of an edition move: by whole weeks, and then as somebody edited them.

use std::collections::{BTreeMap, BTreeSet};

use super::{Module, calls::OldCall, source::Source};
use crate::{
    error::{FieldErrors, Reason},
    registrations::types::RegistrationType,
    values::{Localised, Moment, Zone, text, time},
};

/// A year of whole weeks.
const YEAR: i32 = 52;

/// A date of the source, and where it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovedDate {
    /// Its input's name after `dates.`: `starts_at`, `side-events.SLUG.starts_at`, `types.SLUG.opens_at`,
    /// `calls.SLUG.closes_at`, `calls.SLUG.rounds.1.opens_at`, `calls.SLUG.questions.SLUG.frozen_at`.
    pub key: String,
    /// The side event, registration type, call, round or question it belongs to; none for the edition's own.
    pub of: Option<Localised>,
    /// What it is there.
    pub field: &'static str,
    /// When it was.
    pub old: Moment,
    /// When it shall be; none where somebody blanked one that can be.
    pub new: Option<Moment>,
}

/// The dates of the source that come along with `modules`, not moved yet.
pub(super) fn dates(source: &Source, modules: &BTreeSet<Module>) -> Vec<MovedDate> {
    let edition = &source.public.edition;
    let own = [
        ("starts_at", Some(edition.starts_at)),
        ("ends_at", Some(edition.ends_at)),
        ("offers_end_at", edition.offers_end_at),
    ];
    let mut dates: Vec<MovedDate> =
        own.into_iter().filter_map(|(field, old)| dated(field.to_owned(), None, field, old)).collect();
    if modules.contains(&Module::SideEvents) {
        for event in &source.side_events {
            for (field, old) in [("starts_at", event.starts_at), ("ends_at", event.ends_at)] {
                let key = key_of_side_event(event.slug.as_str(), field);
                dates.extend(dated(key, Some(&event.name), field, Some(old)));
            }
        }
    }
    if modules.contains(&Module::Types) {
        for way in source.types.iter().filter(|way| comes(way, modules)) {
            for (field, old) in [("opens_at", way.opens_at), ("closes_at", way.closes_at)] {
                dates.extend(dated(key_of_type(way.slug.as_str(), field), Some(&way.name), field, old));
            }
        }
    }
    if modules.contains(&Module::Calls) {
        dates.extend(source.calls.iter().flat_map(OldCall::dates));
    }
    dates
}

/// Whether a registration type comes along: one of a side event goes where that goes.
pub(super) fn comes(way: &RegistrationType, modules: &BTreeSet<Module>) -> bool {
    way.side_event.is_none() || modules.contains(&Module::SideEvents)
}

/// The key of a side event's date.
pub(super) fn key_of_side_event(slug: &str, field: &str) -> String {
    format!("side-events.{slug}.{field}")
}

/// The key of a registration type's date.
pub(super) fn key_of_type(slug: &str, field: &str) -> String {
    format!("types.{slug}.{field}")
}

/// The key of something within a call.
pub(super) fn key_of_call(slug: &str, rest: &str) -> String {
    format!("calls.{slug}.{rest}")
}

/// A date that is not moved yet, where there is one.
pub(super) fn dated(
    key: String,
    of: Option<&Localised>,
    field: &'static str,
    old: Option<Moment>,
) -> Option<MovedDate> {
    Some(MovedDate { key, of: of.cloned(), field, old: old?, new: None })
}

/// Moves each date: where one was typed, to that; else by as many weeks as the edition's start moves.
///
/// # Errors
/// Under `dates.KEY`: the codes of a date and time; `required` for a blanked start or end.
pub(super) fn moved(
    dates: Vec<MovedDate>,
    typed: &BTreeMap<String, String>,
    zone: &Zone,
    now: Moment,
) -> Result<Vec<MovedDate>, FieldErrors> {
    let mut errors = FieldErrors::new();
    let weeks = weeks(&dates, typed, zone, now);
    let mut moved = Vec::new();
    for date in dates {
        let new = match typed.get(&date.key) {
            None => time::shift_weeks(date.old, weeks, zone).map(Some),
            Some(blank) if text::is_blank(blank) && !is_demanded(&date.key) => Ok(None),
            Some(typed) => time::local_datetime(typed, zone).map(Some),
        };
        if let Some(new) = errors.take(&format!("dates.{}", date.key), new) {
            moved.push(MovedDate { new, ..date });
        }
    }
    errors.check()?;
    Ok(moved)
}

fn is_demanded(key: &str) -> bool {
    let of_a_call = key.starts_with("calls.") && key.split('.').count() == 3;
    matches!(key, "starts_at" | "ends_at") || key.starts_with("side-events.") || of_a_call
}

/// By how many weeks: to the week of the typed start, else by whole years of weeks until after `now`.
fn weeks(dates: &[MovedDate], typed: &BTreeMap<String, String>, zone: &Zone, now: Moment) -> i32 {
    let Some(start) = dates.iter().find(|date| date.key == "starts_at").map(|date| date.old) else {
        return YEAR;
    };
    let wished = typed.get("starts_at").and_then(|typed| time::local_datetime(typed, zone).ok());
    match wished {
        Some(wished) => whole_weeks(start, wished),
        None => YEAR * (1 + whole_weeks(start, now).max(0) / YEAR),
    }
}

/// The number of whole weeks nearest to the span between two moments.
fn whole_weeks(from: Moment, to: Moment) -> i32 {
    let days = to.duration_since(*from).as_hours().div_euclid(24);
    i32::try_from((days + 3).div_euclid(7)).unwrap_or(i32::MAX)
}

/// Errors on dates that no edition of this source has.
pub(super) fn unknown(known: &[MovedDate], typed: &BTreeMap<String, String>) -> FieldErrors {
    let mut errors = FieldErrors::new();
    for key in typed.keys().filter(|key| !known.iter().any(|date| date.key == **key)) {
        errors.add(format!("dates.{key}"), Reason::new("date_unknown"));
    }
    errors
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use proptest::prelude::*;

    use super::*;

    fn zone() -> Zone {
        Zone::parse("Asia/Hong_Kong").unwrap()
    }

    fn at(local: &str) -> Moment {
        time::local_datetime(local, &zone()).unwrap()
    }

    fn own() -> Vec<MovedDate> {
        let date =
            |field: &'static str, local| dated(field.to_owned(), None, field, Some(at(local))).unwrap();
        vec![
            date("starts_at", "2026-11-20T09:30"),
            date("ends_at", "2026-11-21T17:00"),
            date("offers_end_at", "2026-11-18T12:00"),
        ]
    }

    fn new(typed: &[(&str, &str)], now: &str) -> Result<Vec<Option<String>>, FieldErrors> {
        let typed = typed.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
        let moved = moved(own(), &typed, &zone(), at(now))?;
        Ok(moved.into_iter().map(|date| date.new.map(|new| time::local_input(new, &zone()))).collect())
    }

    fn some(dates: [&str; 3]) -> Vec<Option<String>> {
        dates.into_iter().map(|date| Some(date.to_owned())).collect()
    }

    #[test]
    fn dates_move_by_a_year_of_weeks_and_keep_their_weekday() {
        let expected = some(["2027-11-19T09:30", "2027-11-20T17:00", "2027-11-17T12:00"]);
        assert_eq!(new(&[], "2026-06-01T00:00").unwrap(), expected);
        assert_eq!(new(&[], "2026-12-01T00:00").unwrap(), expected);
    }

    #[test]
    fn an_old_edition_is_moved_past_today() {
        let moved = new(&[], "2029-01-15T00:00").unwrap();
        assert_eq!(moved.first().unwrap().as_deref(), Some("2029-11-16T09:30"));
    }

    #[test]
    fn the_other_dates_follow_a_typed_start_by_whole_weeks() {
        let moved = new(&[("starts_at", "2027-10-16T10:00")], "2026-12-01T00:00").unwrap();
        assert_eq!(moved, some(["2027-10-16T10:00", "2027-10-16T17:00", "2027-10-13T12:00"]));
    }

    #[test]
    fn a_typed_date_stands_and_only_the_start_and_end_must() {
        let typed = [("ends_at", "2027-11-21T12:00"), ("offers_end_at", " ")];
        let moved = new(&typed, "2026-12-01T00:00").unwrap();
        assert_eq!(moved, [Some("2027-11-19T09:30".to_owned()), Some("2027-11-21T12:00".to_owned()), None]);
        let errors = new(&[("starts_at", ""), ("ends_at", "soon")], "2026-12-01T00:00").unwrap_err();
        assert_eq!(errors.of("dates.starts_at"), Some(&Reason::new("required")));
        assert_eq!(errors.of("dates.ends_at"), Some(&Reason::new("time_invalid")));
    }

    #[test]
    fn a_date_that_the_source_has_not_is_refused() {
        let typed = [("ends_at".to_owned(), String::new()), ("types.x.opens_at".to_owned(), String::new())];
        let errors = unknown(&own(), &typed.into());
        assert_eq!(
            errors.iter().map(|error| error.field.as_str()).collect::<Vec<_>>(),
            ["dates.types.x.opens_at"]
        );
    }

    proptest! {
        #[test]
        fn what_is_proposed_lies_ahead_on_the_same_weekday(hours in -200_000..200_000_i64) {
            let now = at("2026-11-20T09:30").plus(jiff::SignedDuration::from_hours(hours));
            let moved = moved(own(), &BTreeMap::new(), &zone(), now).unwrap();
            for date in moved {
                let (old, new) = (zone().at(date.old), zone().at(date.new.unwrap()));
                prop_assert_eq!((old.weekday(), old.time()), (new.weekday(), new.time()));
                prop_assert!(date.key == "offers_end_at" || date.new.unwrap() > now);
            }
        }
    }
}
