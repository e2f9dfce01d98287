//! Taking deliveries up and sending them.
//!
//! A delivery is claimed under a lease, sent, and settled together with the answer. If we die in between, the lease runs out and
//! it is sent again under the same id. Any number of couriers share the work.

use std::{sync::Arc, time::Duration};

use url::Url;

use super::{
    AttemptOutcome, Client, Tried,
    client::LONGEST,
    letter,
    schedule::Fate,
    secrets::Secret,
    settle,
    store::{secrets, work},
};
use crate::{db::Db, error::Error, keys::Keys, values::Moment};

/// Sends deliveries; shared by as many tasks as shall send at once.
pub struct Courier {
    /// Where they wait.
    pub db: Db,
    /// Opens the secrets that sign.
    pub keys: Arc<Keys>,
    /// The way out.
    pub client: Client,
    /// Under which the API is reached.
    pub base_url: Url,
    /// How long a claim holds; longer than a call may take.
    pub lease: Duration,
}

/// A delivery taken up, with all it needs to go out.
pub struct Claimed {
    row: work::Row,
    secrets: Vec<Secret>,
}

impl Courier {
    /// The usual lease: three times what a call may take.
    pub const LEASE: Duration = Duration::from_secs(3 * LONGEST.as_secs());

    /// Takes up at most `limit` deliveries that are due. Each is to be [delivered](Self::deliver) at once.
    ///
    /// # Errors
    /// The database's.
    pub async fn claim(&self, limit: usize) -> Result<Vec<Claimed>, Error> {
        let lease = self.lease.as_secs_f64();
        self.db
            .transaction(async |tx| {
                let mut claimed = Vec::new();
                for row in work::claim(tx, limit, lease).await? {
                    let secrets = secrets::signing(tx, &self.keys, row.webhook_id).await?;
                    claimed.push(Claimed { row, secrets });
                }
                Ok(claimed)
            })
            .await
    }

    /// Sends one and notes what became of it; answers how it ended.
    ///
    /// # Errors
    /// The database's. It is then taken up again when the lease runs out.
    pub async fn deliver(&self, claimed: &Claimed) -> Result<AttemptOutcome, Error> {
        let row = &claimed.row;
        let tried = self.send(claimed).await?;
        let age = Duration::try_from_secs_f64(row.age).unwrap_or_default();
        let number = row.attempts - row.tries_from;
        let fate = Fate::after(number, age, tried.outcome, tried.retry_after, rand::random());
        let (delivery, attempt, outcome) = (row.id, row.attempts, tried.outcome);
        // The log names deliveries by id alone: addresses and answers stand in the console.
        tracing::info!(%delivery, webhook = %row.webhook_id, attempt, %outcome, "webhook called");
        self.db.transaction(async |tx| settle::settle(tx, row, &tried, fate).await).await?;
        Ok(tried.outcome)
    }

    async fn send(&self, claimed: &Claimed) -> Result<Tried, Error> {
        let url = Url::parse(&claimed.row.url).map_err(Error::internal)?;
        let now = Moment::now().as_second();
        let request = letter::request(&claimed.row, &url, &claimed.secrets, &self.base_url, now)?;
        Ok(self.client.post(&url, request).await)
    }
}
