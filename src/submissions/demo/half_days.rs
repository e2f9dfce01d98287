//! The half days of an edition, as a company says when it can come.

use jiff::civil::Date;

use crate::{
    editions::Edition,
    error::Reason,
    speakers::Span,
    values::{Moment, Zone, time},
};

/// The hour at which the afternoon begins.
const NOON: i8 = 13;

/// A morning or an afternoon on the edition's wall clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct HalfDay {
    /// Of which day.
    pub date: Date,
    /// Whether it is the second half.
    pub afternoon: bool,
}

impl HalfDay {
    /// Those of an edition, in order.
    #[must_use]
    pub fn all(edition: &Edition) -> Vec<Self> {
        let day = |moment| edition.zone.at(moment).date();
        let last = day(edition.ends_at);
        let days = day(edition.starts_at).series(jiff::Span::new().days(1)).take_while(|date| *date <= last);
        days.flat_map(|date| [false, true].map(|afternoon| Self { date, afternoon })).collect()
    }

    /// Those of an edition that are these spans, in order.
    #[must_use]
    pub fn among(spans: &[Span], edition: &Edition) -> Vec<Self> {
        let named = |half: &Self| half.span(&edition.zone).is_ok_and(|span| spans.contains(&span));
        Self::all(edition).into_iter().filter(named).collect()
    }

    /// The one in which something begins.
    #[must_use]
    pub fn at(moment: Moment, zone: &Zone) -> Self {
        let wall = zone.at(moment);
        Self { date: wall.date(), afternoon: wall.hour() >= NOON }
    }

    /// How a form names it, such as `2026-11-20/am`.
    #[must_use]
    pub fn token(&self) -> String {
        format!("{}/{}", self.date, if self.afternoon { "pm" } else { "am" })
    }

    /// From when to when it lasts: midnight to one, one to midnight.
    ///
    /// # Errors
    /// `time_skipped` where clocks jump over one of these.
    pub fn span(&self, zone: &Zone) -> Result<Span, Reason> {
        let next = self.date.tomorrow().map_err(|_| Reason::new("date_invalid"))?;
        let (from, to) = match self.afternoon {
            false => (format!("{}T00:00", self.date), format!("{}T{NOON}:00", self.date)),
            true => (format!("{}T{NOON}:00", self.date), format!("{next}T00:00")),
        };
        Ok(Span { starts_at: time::local_datetime(&from, zone)?, ends_at: time::local_datetime(&to, zone)? })
    }
}
