//! The records that let others believe the mails of a domain: SPF, DKIM, DMARC, and where returned mails go. [`wanted()`] says
//! what to publish, [`check`] what others see of it. Nothing here changes anything.

mod judge;
mod resolver;
mod wanted;

use std::time::Duration;

use futures_util::future::join_all;
use tokio::time::timeout;

pub use judge::{Trouble, Verdict};
pub use resolver::Resolver;
pub use wanted::{Facts, Purpose, Wanted, of_pair, wanted};

/// The longest time that checking takes, however many records: a page waits for it.
pub const PATIENCE: Duration = Duration::from_secs(4);

/// A record, and what others see where it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The record to publish.
    pub wanted: Wanted,
    /// What is there.
    pub seen: Vec<String>,
    /// What to think of it.
    pub verdict: Verdict,
}

/// Looks all records up at once, within [`PATIENCE`].
pub async fn check(resolver: &Resolver, wanted: Vec<Wanted>) -> Vec<Checked> {
    join_all(wanted.into_iter().map(|wanted| one(resolver, wanted))).await
}

async fn one(resolver: &Resolver, wanted: Wanted) -> Checked {
    let (seen, verdict) = match timeout(PATIENCE, look_up(resolver, &wanted)).await {
        Ok(Ok(found)) => judge::judge(&wanted, found),
        Ok(Err(says)) => (Vec::new(), Verdict::Unknown(says)),
        Err(_) => (Vec::new(), Verdict::Unknown(format!("no answer within {PATIENCE:?}"))),
    };
    Checked { wanted, seen, verdict }
}

async fn look_up(resolver: &Resolver, wanted: &Wanted) -> Result<Vec<String>, String> {
    match &wanted.purpose {
        Purpose::Spf | Purpose::Dkim { .. } => resolver.texts(&wanted.name).await,
        Purpose::ReturnPath => resolver.mail_servers(&wanted.name).await,
        // Where the domain itself has no policy, one further up speaks for it (RFC 7489 section 6.6.3).
        Purpose::Dmarc => {
            for name in wanted::policy_names(&wanted.name) {
                let found = resolver.texts(&name).await?;
                if found.iter().any(|text| judge::is_policy(text)) {
                    return Ok(found);
                }
            }
            Ok(Vec::new())
        }
    }
}
