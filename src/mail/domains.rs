//! How fast one process sends to one domain: large mail services turn away who comes too fast.

use std::{
    collections::HashMap,
    num::NonZeroU32,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

const MINUTE: Duration = Duration::from_secs(60);

/// What was sent to each domain within its present minute. Without a limit nothing is counted.
#[derive(Debug, Default)]
pub struct Domains {
    per_minute: Option<NonZeroU32>,
    sent: Mutex<HashMap<String, (Instant, u32)>>,
}

impl Domains {
    /// At most `per_minute` mails a minute to each domain.
    #[must_use]
    pub fn new(per_minute: Option<NonZeroU32>) -> Self {
        Self { per_minute, sent: Mutex::default() }
    }

    /// Counts a mail to `recipient`.
    ///
    /// # Errors
    /// How long its domain must rest first; then nothing is counted.
    pub(super) fn enter(&self, recipient: &str, now: Instant) -> Result<(), Duration> {
        let Some(limit) = self.per_minute else { return Ok(()) };
        let domain = recipient.rsplit('@').next().unwrap_or_default().to_lowercase();
        let mut sent = self.sent.lock().unwrap_or_else(PoisonError::into_inner);
        // Domains that nothing was sent to of late are forgotten, so that the table stays as small as a minute's mail.
        sent.retain(|_, (began, _)| now.saturating_duration_since(*began) < MINUTE);
        let (began, count) = sent.entry(domain).or_insert((now, 0));
        if *count >= limit.get() {
            return Err(MINUTE.saturating_sub(now.saturating_duration_since(*began)));
        }
        *count += 1;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_domain_rests_until_its_minute_is_over_and_holds_up_no_other() {
        let (domains, now) = (Domains::new(NonZeroU32::new(2)), Instant::now());
        let after = |seconds| now + Duration::from_secs(seconds);
        assert_eq!(domains.enter("a@example.org", now), Ok(()));
        assert_eq!(domains.enter("b@EXAMPLE.org", after(10)), Ok(()));
        assert_eq!(domains.enter("c@example.org", after(20)), Err(Duration::from_secs(40)));
        assert_eq!(domains.enter("c@elsewhere.org", after(20)), Ok(()));
        assert_eq!(domains.enter("c@example.org", after(60)), Ok(()));
    }

    proptest! {
        #[test]
        fn no_minute_that_began_holds_more_than_the_limit(limit in 1_u32..5, waits in prop::collection::vec(0_u64..90, 1..40)) {
            let domains = Domains::new(NonZeroU32::new(limit));
            let mut now = Instant::now();
            let (mut began, mut count) = (now, 0);
            for wait in waits {
                now += Duration::from_secs(wait);
                if now.duration_since(began) >= MINUTE {
                    (began, count) = (now, 0);
                }
                match domains.enter("a@example.org", now) {
                    Ok(()) => {
                        began = if count == 0 { now } else { began };
                        count += 1;
                    }
                    Err(rest) => prop_assert!(count == limit && rest <= MINUTE),
                }
                prop_assert!(count <= limit);
            }
        }
    }
}
