//! The half days of an edition, as a company says when it can come.

use jiff::civil::Date;

use crate::{
    editions::Edition,
    error::Reason,
    speakers::Span,
    values::{Zone, time},
};

/// The hour at which the afternoon begins.
const NOON: &str = "13:00";

/// A morning or an afternoon on the edition's wall clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
            false => (format!("{}T00:00", self.date), format!("{}T{NOON}", self.date)),
            true => (format!("{}T{NOON}", self.date), format!("{next}T00:00")),
        };
        Ok(Span { starts_at: time::local_datetime(&from, zone)?, ends_at: time::local_datetime(&to, zone)? })
    }
}
