//! How many mails a worker takes at a time: few where each takes long, so that others can take the next, and as many as
//! go out in a moment where the way out is fast, since each round costs the database two commits.

use std::{
    sync::atomic::{AtomicUsize, Ordering},
    time::Duration,
};

/// Taken at a time at first, and at least.
const FEWEST: usize = 8;
/// At most: so many a lane are in doubt where a worker dies.
const MOST: usize = 64;
/// A round that ends sooner could have been larger.
const SHORT: Duration = Duration::from_millis(250);
/// A round that takes longer should have been smaller.
const LONG: Duration = Duration::from_secs(1);

/// The present size of a round, for all lanes of a worker.
#[derive(Debug)]
pub struct Pace(AtomicUsize);

impl Default for Pace {
    fn default() -> Self {
        Self(AtomicUsize::new(FEWEST))
    }
}

impl Pace {
    /// How many to take now.
    pub(super) fn size(&self) -> usize {
        self.0.load(Ordering::Relaxed)
    }

    /// A round of `claimed` mails was over after `took`.
    pub(super) fn learn(&self, claimed: usize, took: Duration) {
        self.0.store(next(self.size(), claimed, took), Ordering::Relaxed);
    }
}

fn next(size: usize, claimed: usize, took: Duration) -> usize {
    match took {
        _ if took > LONG => (size / 2).max(FEWEST),
        _ if took < SHORT && claimed >= size => (size * 2).min(MOST),
        _ => size,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn rounds_grow_while_full_ones_are_short_and_shrink_when_they_take_long() {
        let pace = Pace::default();
        pace.learn(8, SHORT / 2);
        assert_eq!(pace.size(), 16);
        pace.learn(15, SHORT / 2);
        assert_eq!(pace.size(), 16, "there was no more to take");
        pace.learn(16, SHORT * 2);
        assert_eq!(pace.size(), 16, "that is as it should be");
        pace.learn(3, LONG * 2);
        assert_eq!(pace.size(), 8);
    }

    proptest! {
        #[test]
        fn a_round_is_never_beyond_its_bounds(rounds in prop::collection::vec((0_usize..100, 0_u64..3_000), 0..40)) {
            let pace = Pace::default();
            for (claimed, milliseconds) in rounds {
                pace.learn(claimed, Duration::from_millis(milliseconds));
                prop_assert!((FEWEST..=MOST).contains(&pace.size()));
            }
        }
    }
}
