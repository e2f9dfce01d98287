//! When a delivery that failed is tried again, and when it is given up. Pure.

use std::time::Duration;

use super::AttemptOutcome;

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;

/// Seconds between tries: at once for a hiccup, then ever more slowly; three days together, so that nobody has to mend
/// a receiver at a weekend.
const WAITS: [u64; 12] = [
    5,
    MINUTE,
    5 * MINUTE,
    24 * MINUTE,
    HOUR,
    2 * HOUR,
    4 * HOUR,
    8 * HOUR,
    14 * HOUR,
    14 * HOUR,
    14 * HOUR,
    14 * HOUR,
];

/// The longest that a receiver may ask us to wait (`Retry-After`, RFC 9110 section 10.2.3).
const PATIENCE: Duration = Duration::from_secs(12 * HOUR);

/// No series of tries goes on beyond this, whatever the receiver asks for: three days, and what chance adds to them.
const LONGEST: Duration = Duration::from_secs(80 * HOUR);

/// What happens to a delivery after a try.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Fate {
    /// It arrived.
    Delivered,
    /// It waits this long.
    Later(Duration),
    /// It will not be tried again by itself.
    Failed,
}

impl Fate {
    /// After try `number` of a series (from 1) that began `age` ago ended in `outcome`; `asked` is how long the receiver wants
    /// us to wait. `chance` in 0..1 spreads the waits by a tenth to both sides.
    pub(super) fn after(
        number: i32,
        age: Duration,
        outcome: AttemptOutcome,
        asked: Option<Duration>,
        chance: f64,
    ) -> Self {
        match outcome {
            AttemptOutcome::Delivered => return Self::Delivered,
            AttemptOutcome::Gone => return Self::Failed,
            _ => {}
        }
        let Some(seconds) = usize::try_from(number - 1).ok().and_then(|index| WAITS.get(index)) else {
            return Self::Failed;
        };
        let wait = Duration::from_secs(*seconds).mul_f64(0.9 + 0.2 * chance);
        let wait = wait.max(asked.unwrap_or_default().min(PATIENCE));
        if age.saturating_add(wait) > LONGEST { Self::Failed } else { Self::Later(wait) }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const REFUSED: AttemptOutcome = AttemptOutcome::Refused;

    fn after(number: i32, age: Duration, asked: Option<Duration>) -> Fate {
        Fate::after(number, age, REFUSED, asked, 0.5)
    }

    #[test]
    fn the_first_tries_come_soon_and_the_last_after_three_days() {
        assert_eq!(after(1, Duration::ZERO, None), Fate::Later(Duration::from_secs(5)));
        assert_eq!(after(2, Duration::ZERO, None), Fate::Later(Duration::from_secs(MINUTE)));
        let hours = WAITS.iter().sum::<u64>() / HOUR;
        assert!((70..=72).contains(&hours), "{hours}");
        assert_eq!(after(13, Duration::ZERO, None), Fate::Failed);
    }

    #[test]
    fn who_is_gone_is_not_asked_again() {
        assert_eq!(Fate::after(1, Duration::ZERO, AttemptOutcome::Gone, None, 0.5), Fate::Failed);
    }

    #[test]
    fn a_receiver_may_ask_for_time_but_not_for_ever() {
        let (short, long) = (Duration::from_secs(1), Duration::from_secs(90));
        assert_eq!(after(1, Duration::ZERO, Some(long)), Fate::Later(long));
        assert_eq!(after(1, Duration::ZERO, Some(short)), Fate::Later(Duration::from_secs(5)));
        assert_eq!(after(1, Duration::ZERO, Some(Duration::MAX)), Fate::Later(PATIENCE));
    }

    proptest! {
        #[test]
        fn no_series_outlives_its_time(number in 1..20_i32, age in 0..1_000_000_u64, asked in proptest::option::of(0..u64::MAX),
                                       chance in 0.0..1.0_f64) {
            let (age, asked) = (Duration::from_secs(age), asked.map(Duration::from_secs));
            if let Fate::Later(wait) = Fate::after(number, age, REFUSED, asked, chance) {
                prop_assert!(age + wait <= LONGEST);
            }
        }

        #[test]
        fn without_wishes_every_try_of_the_schedule_is_made(chances in prop::collection::vec(0.0..1.0_f64, 12)) {
            let mut age = Duration::ZERO;
            for (index, chance) in chances.into_iter().enumerate() {
                let number = i32::try_from(index + 1).unwrap_or(i32::MAX);
                match Fate::after(number, age, REFUSED, None, chance) {
                    Fate::Later(wait) => age += wait,
                    other => prop_assert!(false, "{number}: {other:?}"),
                }
            }
        }
    }
}
