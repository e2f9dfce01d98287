//! Searches that keep a processor busy.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use tokio::task;

use crate::{error::Error, solver::Budget};

/// What `search` finds within its patience, on a thread of its own; it ends early when nobody waits for it any more.
///
/// # Errors
/// The search's.
pub(crate) async fn searched<T: Send + 'static>(
    patience: Duration,
    search: impl FnOnce(&Budget<'_>) -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    let cancelled = Arc::new(AtomicBool::new(false));
    let waiting = Waiting(Arc::clone(&cancelled));
    let search = move || search(&Budget::new(patience, &cancelled));
    let found = task::spawn_blocking(search).await.map_err(Error::internal)?;
    drop(waiting);
    found
}

/// Somebody waits for a search until this is dropped.
struct Waiting(Arc<AtomicBool>);

impl Drop for Waiting {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}
