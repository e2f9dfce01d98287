//! Stopping in order: the first signal drains, a second one ends at once.

use std::{io, process};

use tokio::{
    signal::unix::{Signal, SignalKind, signal},
    sync::watch,
};

/// Tells every part of the process when to stop; clones hear the same.
#[derive(Clone)]
pub struct Stop(watch::Receiver<bool>);

impl Stop {
    /// Listens to SIGTERM and SIGINT from now on.
    ///
    /// # Errors
    /// The operating system's, when it installs no handlers.
    pub fn on_signals() -> io::Result<Self> {
        let (mut terminate, mut interrupt) =
            (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
        let (told, stop) = watch::channel(false);
        tokio::spawn(async move {
            either(&mut terminate, &mut interrupt).await;
            tracing::info!("stopping: no new requests; what is under way is finished");
            told.send_replace(true);
            either(&mut terminate, &mut interrupt).await;
            tracing::warn!("asked twice: stopping at once");
            process::exit(1);
        });
        Ok(Self(stop))
    }

    /// The same as a flag to look at, for duties.
    #[must_use]
    pub fn flag(&self) -> watch::Receiver<bool> {
        self.0.clone()
    }

    /// Answers when it is time to stop.
    pub async fn asked(mut self) {
        // An error means that the listener is gone, and with it the runtime.
        let _ = self.0.wait_for(|stop| *stop).await;
    }
}

async fn either(terminate: &mut Signal, interrupt: &mut Signal) {
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
}
