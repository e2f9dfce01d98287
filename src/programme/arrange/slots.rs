//! Slots to offer: every room, every day, at even times.

use std::iter;

use jiff::{
    SignedDuration, Span,
    civil::{Date, Time},
};

use super::Slot;
use crate::{
    editions::{Edition, Room},
    error::{FieldErrors, Reason},
    programme::{
        Interval,
        fields::{STEP, stepped},
    },
    values::{Id, Moment, NumberField},
};

/// No draft is offered more; the search would not end.
const MOST: usize = 2_000;

/// When sessions may begin and must have ended, as it arrives.
#[derive(Clone, Debug, Default)]
pub struct HoursFields {
    /// The first beginning of a day, `09:30`, on the wall clock of the edition.
    pub from: String,
    /// The last end of a day.
    pub to: String,
    /// How many minutes apart beginnings are, from 5 to 240, in steps of 5.
    pub every: NumberField,
}

/// When sessions may begin and must have ended, checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours {
    from: Time,
    to: Time,
    every: i32,
}

impl TryFrom<&HoursFields> for Hours {
    type Error = FieldErrors;

    fn try_from(raw: &HoursFields) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::new();
        let from = errors.take("from", wall(&raw.from));
        let to = errors.take("to", wall(&raw.to));
        let every = errors.take("every", raw.every.within(STEP..=240).and_then(stepped));
        if from.zip(to).is_some_and(|(from, to)| to <= from) {
            errors.add("to", Reason::new("end_before_start"));
        }
        errors.check()?;
        match (from, to, every) {
            (Some(from), Some(to), Some(every)) => Ok(Self { from, to, every }),
            _ => Err(errors),
        }
    }
}

/// A time of day on a whole step.
fn wall(raw: &str) -> Result<Time, Reason> {
    let time: Time = raw.trim().parse().map_err(|_| Reason::new("time_invalid"))?;
    stepped(time.minute().into()).map(|_| time)
}

impl Hours {
    /// Every room at all these times on each of the edition's days. A slot lasts until the day's end: how much of
    /// it a session takes is its own length.
    ///
    /// # Errors
    /// `slots_count` on `every` when they are too many to try.
    pub fn slots(&self, edition: &Edition, rooms: &[Id<Room>]) -> Result<Vec<Slot>, FieldErrors> {
        let date = |moment: Moment| edition.zone.at(moment).date();
        let last = date(edition.ends_at);
        let days = date(edition.starts_at).series(Span::new().days(1)).take_while(|day| *day <= last);
        let mut slots = Vec::new();
        for time in days.flat_map(|day| self.times(edition, day)) {
            slots.extend(rooms.iter().map(|room| Slot { room: *room, time }));
            if slots.len() > MOST {
                let mut errors = FieldErrors::new();
                errors.add("every", Reason::new("slots_count").with("max", MOST));
                return Err(errors);
            }
        }
        Ok(slots)
    }

    /// From every beginning of the day to its end, as far as the edition is open.
    fn times(&self, edition: &Edition, day: Date) -> Vec<Interval> {
        let at = |time: Time| day.to_datetime(time).to_zoned(edition.zone.rules().clone()).ok();
        let (Some(from), Some(to)) = (at(self.from), at(self.to)) else { return Vec::new() };
        let end = Moment::from(to.timestamp()).min(edition.ends_at);
        let every = SignedDuration::from_mins(self.every.into());
        let begins = iter::successors(Some(Moment::from(from.timestamp())), |at| Some(at.plus(every)));
        let begins = begins.take_while(|at| *at < end).filter(|at| *at >= edition.starts_at);
        begins.filter_map(|at| Interval::new(at, end).ok()).collect()
    }
}
