//! A stretch of time between two instants.

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use crate::{error::Reason, values::Moment};

/// From one instant up to, not including, a later one. Instants know neither midnight nor changed
/// clocks, so that nothing reckoned with intervals can go wrong there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Ends")]
pub struct Interval {
    start: Moment,
    end: Moment,
}

impl Interval {
    /// From `start` up to `end`.
    ///
    /// # Errors
    /// `end_before_start` when that is no time at all.
    pub fn new(start: Moment, end: Moment) -> Result<Self, Reason> {
        if start < end { Ok(Self { start, end }) } else { Err(Reason::new("end_before_start")) }
    }

    /// When it begins.
    #[must_use]
    pub fn start(self) -> Moment {
        self.start
    }

    /// The first instant after it.
    #[must_use]
    pub fn end(self) -> Moment {
        self.end
    }

    /// How long it is; more than nothing.
    #[must_use]
    pub fn length(self) -> SignedDuration {
        self.end.duration_since(*self.start)
    }

    /// Whether the two share any time; one that begins when the other ends does not.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether all of `other` is in this one.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// From when this one begins until the later of their ends.
    #[must_use]
    pub fn through(self, later: Self) -> Self {
        Self { start: self.start, end: self.end.max(later.end) }
    }

    /// The time from the end of this one to the start of the next; negative if that is earlier.
    #[must_use]
    pub fn gap_to(self, next: Self) -> SignedDuration {
        next.start.duration_since(*self.end)
    }
}

/// Whether `windows`, taken together, leave no instant of `whole` out.
#[must_use]
pub fn covered(whole: Interval, windows: &[Interval]) -> bool {
    let mut reached = whole.start;
    let mut windows = windows.to_vec();
    windows.sort_unstable();
    for window in windows {
        if window.start > reached {
            break;
        }
        reached = reached.max(window.end);
    }
    reached >= whole.end
}

/// An interval as it comes in, in whatever order.
#[derive(Deserialize)]
struct Ends {
    start: Moment,
    end: Moment,
}

impl TryFrom<Ends> for Interval {
    type Error = &'static str;
    fn try_from(ends: Ends) -> Result<Self, Self::Error> {
        Self::new(ends.start, ends.end).map_err(|reason| reason.code)
    }
}

#[cfg(test)]
pub(super) mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use jiff::Timestamp;
    use proptest::prelude::*;

    use super::*;

    /// So many minutes after an arbitrary morning.
    pub(in crate::programme) fn minute(minute: i64) -> Moment {
        Timestamp::from_second(1_795_000_000 + minute * 60).unwrap().into()
    }

    pub(in crate::programme) fn span(start: i64, end: i64) -> Interval {
        Interval::new(minute(start), minute(end)).unwrap()
    }

    #[test]
    fn no_time_is_no_interval() {
        assert_eq!(Interval::new(minute(5), minute(5)).unwrap_err(), Reason::new("end_before_start"));
        assert!(
            serde_json::from_value::<Interval>(serde_json::json!({
                "start": "2026-11-20T10:00:00Z", "end": "2026-11-20T09:00:00Z",
            }))
            .is_err()
        );
    }

    #[test]
    fn what_follows_at_once_does_not_overlap() {
        assert!(!span(0, 30).overlaps(span(30, 60)));
        assert!(span(0, 31).overlaps(span(30, 60)));
        assert!(span(30, 60).overlaps(span(0, 90)));
    }

    #[test]
    fn windows_that_meet_are_one() {
        assert!(covered(span(10, 50), &[span(30, 60), span(0, 30)]));
        assert!(!covered(span(10, 50), &[span(31, 60), span(0, 30)]));
        assert!(!covered(span(10, 50), &[]));
    }

    proptest! {
        #[test]
        fn covered_means_every_minute_is_in_a_window(
            whole in (0..40_i64, 1..20_i64),
            windows in prop::collection::vec((0..60_i64, 1..20_i64), 0..6),
        ) {
            let windows: Vec<Interval> = windows.iter().map(|(at, long)| span(*at, at + long)).collect();
            let (start, end) = (whole.0, whole.0 + whole.1);
            let every = (start..end).all(|at| windows.iter().any(|window| window.contains(span(at, at + 1))));
            prop_assert_eq!(covered(span(start, end), &windows), every);
        }
    }
}
