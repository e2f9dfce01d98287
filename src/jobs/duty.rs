//! One duty, again and again.

use std::time::Duration;

use futures_util::future::BoxFuture;
use tokio::sync::watch;

use crate::{error::Error, http::App};

/// Something that has to be done from time to time.
pub(super) struct Duty {
    /// For the log.
    pub(super) name: &'static str,
    /// How long to wait in between, give or take a tenth, so that nodes started together drift apart.
    pub(super) every: Duration,
    /// Does it once.
    pub(super) once: fn(App) -> BoxFuture<'static, Result<(), Error>>,
}

/// Does `duty` until `stop` turns true. What is under way is finished.
pub(super) async fn repeat(duty: &'static Duty, app: App, mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        // A task of its own: a bug that panics costs one turn.
        match tokio::spawn((duty.once)(app.clone())).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => tracing::error!(duty = duty.name, %error, "a duty failed"),
            Err(error) => tracing::error!(duty = duty.name, %error, "a duty broke off"),
        }
        pause(duty.every.mul_f64(0.9 + 0.2 * rand::random::<f64>()), &mut stop).await;
    }
}

/// Waits, but not beyond the moment when `stop` turns true or its sender is gone.
pub(super) async fn pause(time: Duration, stop: &mut watch::Receiver<bool>) {
    tokio::select! {
        _ = stop.wait_for(|stopped| *stopped) => {}
        () = tokio::time::sleep(time) => {}
    }
}
