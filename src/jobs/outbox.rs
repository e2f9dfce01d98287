//! Sending mail: several lanes over one outbox.

use std::{sync::Arc, time::Duration};

use secrecy::ExposeSecret;
use tokio::{
    sync::{Notify, watch},
    task::JoinSet,
};

use super::{duty::pause, letterheads::Cache};
use crate::{
    config::{ConfigError, Problem},
    error::Error,
    http::App,
    mail::{
        Domains, Files, Pace, Renderer, Round, Sender, Settling, Smtp, Transport, Worker,
        bounces::ReturnPath, dkim::Signatures,
    },
};

/// Mails sent at once by this process.
const LANES: usize = 4;
/// How often an empty outbox is looked at.
const IDLE: Duration = Duration::from_secs(1);
/// The longest wait for a mail server that is away.
const AWAY: Duration = Duration::from_secs(60);

/// A worker by the settings.
pub(super) fn worker(app: &App) -> Result<Worker, ConfigError> {
    let refused = |setting: &str, says: String| ConfigError {
        problems: vec![Problem { setting: setting.to_owned(), says }],
    };
    let config = &app.config;
    let transport = match &config.smtp_url {
        Some(url) => {
            let smtp = Smtp::new(url.expose_secret());
            Transport::Smtp(Box::new(smtp.map_err(|bad| refused("PLENARY_SMTP_URL", bad.to_string()))?))
        }
        None => Transport::Files(Files::new(config.mail_folder())),
    };
    Ok(Worker {
        db: app.db.clone(),
        keys: app.keys.clone(),
        sender: Sender {
            from: config.mail_from.clone(),
            base_url: config.base_url.clone(),
            return_path: config.bounce_address.clone().map(ReturnPath::new),
        },
        transport,
        domains: Domains::new(config.mail_per_domain, config.mail_at_once_per_domain),
        signatures: Signatures::default(),
        renderer: Renderer::new().map_err(|error| refused("templates/mail", error.to_string()))?,
        settling: Settling::default(),
        pace: Pace::default(),
        lease: Worker::LEASE,
    })
}

/// Sends what is due until `stop` turns true. One lane watches the outbox and calls the others when there is much.
pub(super) async fn run(worker: Worker, app: App, stop: watch::Receiver<bool>) {
    let (worker, much) = (Arc::new(worker), Arc::new(Notify::new()));
    let mut lanes = JoinSet::new();
    for number in 0..LANES {
        let lane = Lane {
            worker: worker.clone(),
            app: app.clone(),
            much: much.clone(),
            letterheads: Cache::default(),
        };
        let stop = stop.clone();
        lanes.spawn(async move { if number == 0 { lane.watch(stop).await } else { lane.help(stop).await } });
    }
    while let Some(ended) = lanes.join_next().await {
        if let Err(error) = ended {
            tracing::error!(%error, "a lane of the outbox ended early");
        }
    }
    worker.transport.close().await;
}

struct Lane {
    worker: Arc<Worker>,
    app: App,
    much: Arc<Notify>,
    letterheads: Cache,
}

impl Lane {
    /// Looks every second, and less often while the mail server is away.
    async fn watch(mut self, mut stop: watch::Receiver<bool>) {
        let mut wait = IDLE;
        while !*stop.borrow() {
            wait = match self.round(&stop).await {
                Ok(round) if round.away => (wait * 2).min(AWAY),
                Ok(Round { claimed: 0, .. }) => IDLE,
                Ok(_) => continue,
                Err(error) => {
                    tracing::error!(%error, "the outbox cannot be worked on");
                    (wait * 2).min(AWAY)
                }
            };
            pause(wait, &mut stop).await;
        }
    }

    /// Helps when called, until there is nothing more to do.
    async fn help(mut self, mut stop: watch::Receiver<bool>) {
        while !*stop.borrow() {
            tokio::select! {
                _ = stop.wait_for(|stopped| *stopped) => break,
                () = self.much.notified() => {}
            }
            // What is wrong is said and waited for by the lane that watches.
            while let Ok(Round { claimed: 1.., away: false, .. }) = self.round(&stop).await {}
        }
    }

    async fn round(&mut self, stop: &watch::Receiver<bool>) -> Result<Round, Error> {
        let editions = self.letterheads.get(&self.app).await?;
        let round = self.worker.round(editions, stop, || self.much.notify_one()).await?;
        Ok(round)
    }
}
