//! What runs beside the requests: sending mail, calling webhooks, and duties.
//!
//! A duty finds its own due rows, runs in its own transactions, and may run twice and on every node at once. One that
//! fails is logged and comes again; it never stops another. There is no queue besides the outbox and the webhooks' deliveries.

mod duties;
mod duty;
mod forget;
mod letterheads;
mod outbox;
mod webhooks;

use tokio::{sync::watch, task::JoinSet};

use crate::{config::ConfigError, error::Error, http::App};

/// Runs every duty once, one after the other: step by step, where [`run`] goes at its own pace.
///
/// # Errors
/// The first duty's that fails.
pub async fn run_once(app: &App) -> Result<(), Error> {
    for duty in duties::ALL {
        (duty.once)(app.clone()).await?;
    }
    Ok(())
}

/// Runs until `stop` turns true; then finishes what is under way and gives back what is not.
///
/// # Errors
/// A [`ConfigError`] when mail cannot be sent, or webhooks called, with these settings.
pub async fn run(app: App, stop: watch::Receiver<bool>) -> Result<(), ConfigError> {
    let (worker, courier) = (outbox::worker(&app)?, webhooks::courier(&app)?);
    let mut tasks = JoinSet::new();
    for duty in duties::ALL {
        tasks.spawn(duty::repeat(duty, app.clone(), stop.clone()));
    }
    tasks.spawn(webhooks::run(courier, stop.clone()));
    tasks.spawn(outbox::run(worker, app, stop));
    while let Some(ended) = tasks.join_next().await {
        if let Err(error) = ended {
            tracing::error!(%error, "a duty ended early");
        }
    }
    Ok(())
}
