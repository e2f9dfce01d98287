//! How fast one process sends to one domain, and how much at once: large mail services turn away who comes too fast, or
//! with too many connections.

use std::{
    collections::HashMap,
    num::NonZeroU32,
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

const MINUTE: Duration = Duration::from_secs(60);
/// How long a mail rests while others of its domain are under way.
const TURN: Duration = Duration::from_secs(1);

/// What was sent to each domain within its present minute, and what is being sent. Without a limit nothing is counted.
#[derive(Debug, Default)]
pub struct Domains {
    per_minute: Option<NonZeroU32>,
    at_once: Option<NonZeroU32>,
    counts: Mutex<Counts>,
}

#[derive(Debug, Default)]
struct Counts {
    sent: HashMap<String, (Instant, u32)>,
    /// Only domains that something is being sent to.
    visits: HashMap<String, u32>,
}

/// A mail to one domain that is under way; over when dropped.
#[derive(Debug)]
pub(super) struct Visit<'a> {
    domains: &'a Domains,
    domain: String,
}

impl Domains {
    /// At most `per_minute` mails a minute to each domain, and `at_once` at the same time.
    #[must_use]
    pub fn new(per_minute: Option<NonZeroU32>, at_once: Option<NonZeroU32>) -> Self {
        Self { per_minute, at_once, counts: Mutex::default() }
    }

    /// Counts a mail to `recipient`, which is under way until the visit is dropped.
    ///
    /// # Errors
    /// How long its domain must rest first; then nothing is counted.
    pub(super) fn enter(&self, recipient: &str, now: Instant) -> Result<Visit<'_>, Duration> {
        let domain = recipient.rsplit('@').next().unwrap_or_default().to_lowercase();
        let mut counts = self.counts();
        let visits = counts.visits.get(&domain).copied().unwrap_or_default();
        if self.at_once.is_some_and(|limit| visits >= limit.get()) {
            return Err(TURN);
        }
        if let Some(limit) = self.per_minute {
            counts.pace(&domain, limit, now)?;
        }
        if self.at_once.is_some() {
            counts.visits.insert(domain.clone(), visits + 1);
        }
        Ok(Visit { domains: self, domain })
    }

    /// The domains that get nothing at present; their mails need not be taken up at all.
    pub(super) fn resting(&self, now: Instant) -> Vec<String> {
        let counts = self.counts();
        let full = |count: u32, limit: Option<NonZeroU32>| limit.is_some_and(|limit| count >= limit.get());
        let busy = counts.visits.iter().filter(|(_, visits)| full(**visits, self.at_once));
        let fresh = |began: &Instant| now.saturating_duration_since(*began) < MINUTE;
        let paced =
            counts.sent.iter().filter(|(_, (began, count))| fresh(began) && full(*count, self.per_minute));
        busy.map(|(domain, _)| domain).chain(paced.map(|(domain, _)| domain)).cloned().collect()
    }

    fn counts(&self) -> MutexGuard<'_, Counts> {
        self.counts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Counts {
    fn pace(&mut self, domain: &str, limit: NonZeroU32, now: Instant) -> Result<(), Duration> {
        // Domains that nothing was sent to of late are forgotten, so that the table stays as small as a minute's mail.
        self.sent.retain(|_, (began, _)| now.saturating_duration_since(*began) < MINUTE);
        let (began, count) = self.sent.entry(domain.to_owned()).or_insert((now, 0));
        if *count >= limit.get() {
            return Err(MINUTE.saturating_sub(now.saturating_duration_since(*began)));
        }
        *count += 1;
        Ok(())
    }
}

impl Drop for Visit<'_> {
    fn drop(&mut self) {
        let mut counts = self.domains.counts();
        if let Some(visits) = counts.visits.get_mut(&self.domain) {
            *visits -= 1;
            if *visits == 0 {
                counts.visits.remove(&self.domain);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn paced(per_minute: u32) -> Domains {
        Domains::new(NonZeroU32::new(per_minute), None)
    }

    /// Sends at once what may be sent.
    fn sent(domains: &Domains, recipient: &str, now: Instant) -> Result<(), Duration> {
        domains.enter(recipient, now).map(drop)
    }

    #[test]
    fn a_domain_rests_until_its_minute_is_over_and_holds_up_no_other() {
        let (domains, now) = (paced(2), Instant::now());
        let after = |seconds| now + Duration::from_secs(seconds);
        assert_eq!(sent(&domains, "a@example.org", now), Ok(()));
        assert_eq!(sent(&domains, "b@EXAMPLE.org", after(10)), Ok(()));
        assert_eq!(sent(&domains, "c@example.org", after(20)), Err(Duration::from_secs(40)));
        assert_eq!(sent(&domains, "c@elsewhere.org", after(20)), Ok(()));
        assert_eq!(domains.resting(after(59)), ["example.org"]);
        assert!(domains.resting(after(60)).is_empty());
        assert_eq!(sent(&domains, "c@example.org", after(60)), Ok(()));
    }

    #[test]
    fn a_domain_gets_so_many_at_once_and_another_when_one_is_through() {
        let (domains, now) = (Domains::new(NonZeroU32::new(3), NonZeroU32::new(2)), Instant::now());
        let first = domains.enter("a@example.org", now);
        let second = domains.enter("b@Example.org", now);
        assert!(first.is_ok() && second.is_ok());
        assert_eq!(sent(&domains, "c@example.org", now), Err(TURN));
        assert_eq!(domains.resting(now), ["example.org"]);
        assert_eq!(sent(&domains, "c@elsewhere.org", now), Ok(()));
        drop(first);
        assert_eq!(sent(&domains, "c@example.org", now), Ok(()), "who was turned away was not counted");
        drop(second);
        assert!(domains.counts().visits.is_empty());
    }

    proptest! {
        #[test]
        fn no_minute_that_began_holds_more_than_the_limit(limit in 1_u32..5, waits in prop::collection::vec(0_u64..90, 1..40)) {
            let domains = paced(limit);
            let mut now = Instant::now();
            let (mut began, mut count) = (now, 0);
            for wait in waits {
                now += Duration::from_secs(wait);
                if now.duration_since(began) >= MINUTE {
                    (began, count) = (now, 0);
                }
                match sent(&domains, "a@example.org", now) {
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
