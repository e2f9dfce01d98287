//! Calling webhooks: several deliveries at once, taken up as fast as earlier ones end.

use std::{fs, sync::Arc, time::Duration};

use tokio::{sync::watch, task::JoinSet};

use super::duty::pause;
use crate::{
    config::{ConfigError, Problem},
    error::Error,
    http::App,
    webhooks::{AttemptOutcome, Client, Courier, Gate, SystemResolver},
};

/// Deliveries under way at once in this process.
const AT_ONCE: usize = 16;
/// How often is looked for deliveries when there were none.
const IDLE: Duration = Duration::from_secs(1);

/// A courier by the settings.
pub(super) fn courier(app: &App) -> Result<Courier, ConfigError> {
    let config = &app.config;
    let refused = |says: String| ConfigError {
        problems: vec![Problem { setting: "PLENARY_WEBHOOK_CA".to_owned(), says }],
    };
    let further = config.webhook_ca.as_ref().map(fs::read).transpose();
    let further = further.map_err(|error| refused(format!("cannot be read: {error}")))?;
    let gate = Gate { allowed: config.webhook_allow.clone() };
    let client = Client::new(gate, Box::new(SystemResolver), further.as_deref());
    Ok(Courier {
        db: app.db.clone(),
        keys: app.keys.clone(),
        client: client.map_err(|error| refused(error.to_string()))?,
        base_url: config.base_url.clone(),
        lease: Courier::LEASE,
    })
}

/// Sends what is due until `stop` turns true; what is under way is finished.
pub(super) async fn run(courier: Courier, mut stop: watch::Receiver<bool>) {
    let (courier, mut under_way) = (Arc::new(courier), JoinSet::new());
    while !*stop.borrow() {
        match courier.claim(AT_ONCE - under_way.len()).await {
            Ok(claimed) => {
                for one in claimed {
                    let courier = courier.clone();
                    under_way.spawn(async move { courier.deliver(&one).await });
                }
            }
            Err(error) => tracing::error!(%error, "webhooks cannot be called"),
        }
        tokio::select! {
            () = pause(IDLE, &mut stop) => {}
            Some(ended) = under_way.join_next() => report(ended),
        }
        // When all are under way, the next place is worth waiting for.
        while under_way.len() == AT_ONCE {
            under_way.join_next().await.into_iter().for_each(report);
        }
    }
    while let Some(ended) = under_way.join_next().await {
        report(ended);
    }
}

fn report(ended: Result<Result<AttemptOutcome, Error>, tokio::task::JoinError>) {
    match ended {
        Ok(Ok(_)) => {}
        Ok(Err(error)) => tracing::error!(%error, "what became of a delivery could not be noted"),
        Err(error) => tracing::error!(%error, "a delivery broke off"),
    }
}
