//! When a mail that did not go out is tried again, and when we give up. Pure.

use std::time::Duration;

use super::{store::AttemptOutcome, transport::Outcome};

/// Minutes between tries: soon at first, for servers that turn strangers away once (greylisting), then
/// three times a day; three days together, after which mail servers give up too (RFC 5321 section 4.5.4.1).
const WAITS: [u64; 16] = [1, 2, 5, 15, 30, 60, 120, 240, 480, 480, 480, 480, 480, 480, 480, 480];

/// What happens to a mail after a try.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Fate {
    /// It is gone.
    Sent,
    /// It waits this long.
    Later(Duration),
    /// It will not be tried again by itself; what the last answer was.
    Failed(AttemptOutcome),
}

impl Fate {
    /// After try `number` of a series (from 1) ended in `outcome`; `chance` in 0..1 spreads the waits by a
    /// tenth to both sides, so that a thousand mails that failed together do not come back together.
    pub(super) fn after(number: i32, outcome: &Outcome, chance: f64) -> Self {
        match outcome {
            Outcome::Accepted(_) => Self::Sent,
            Outcome::Refused(_) | Outcome::NoSuchAddress(_) => Self::Failed(AttemptOutcome::Refused),
            Outcome::Deferred(_) | Outcome::Away(_) => {
                let wait = usize::try_from(number - 1).ok().and_then(|index| WAITS.get(index));
                wait.map_or(Self::Failed(AttemptOutcome::Deferred), |minutes| {
                    Self::Later(Duration::from_secs(minutes * 60).mul_f64(0.9 + 0.2 * chance))
                })
            }
        }
    }

    /// What the mail server said, for the list of tries.
    pub(super) fn outcome(self) -> AttemptOutcome {
        match self {
            Self::Sent => AttemptOutcome::Accepted,
            Self::Later(_) => AttemptOutcome::Deferred,
            Self::Failed(outcome) => outcome,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn deferred() -> Outcome {
        Outcome::Deferred("451 later".to_owned())
    }

    #[test]
    fn the_first_tries_come_soon_and_the_last_after_three_days() {
        assert_eq!(Fate::after(1, &deferred(), 0.5), Fate::Later(Duration::from_secs(60)));
        assert_eq!(Fate::after(4, &deferred(), 0.5), Fate::Later(Duration::from_secs(900)));
        let hours = WAITS.iter().sum::<u64>() / 60;
        assert!((70..=73).contains(&hours), "{hours}");
        assert_eq!(Fate::after(17, &deferred(), 0.5), Fate::Failed(AttemptOutcome::Deferred));
    }

    #[test]
    fn a_refusal_is_final() {
        let refused = Outcome::Refused("550 nobody".to_owned());
        assert_eq!(Fate::after(1, &refused, 0.5), Fate::Failed(AttemptOutcome::Refused));
    }

    proptest! {
        #[test]
        fn waits_never_shrink(number in 1..16_i32, early in 0.0..1.0_f64, late in 0.0..1.0_f64) {
            if let (Fate::Later(first), Fate::Later(second)) =
                (Fate::after(number, &deferred(), early), Fate::after(number + 1, &deferred(), late))
            {
                prop_assert!(second.as_secs_f64() >= first.as_secs_f64() * 0.8);
            }
        }
    }
}
