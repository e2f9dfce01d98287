//! Editions and side events as mails show them.

use std::time::{Duration, Instant};

use crate::{accounts::proofs::System, editions, error::Error, http::App, mail::Letterheads};

/// How old a letterhead may be when a mail is printed.
const FRESH: Duration = Duration::from_secs(10);

/// The letterheads, read again when they are no longer fresh.
#[derive(Default)]
pub(super) struct Cache {
    kept: Option<(Instant, Letterheads)>,
}

impl Cache {
    /// Those of all editions and side events.
    pub(super) async fn get(&mut self, app: &App) -> Result<&Letterheads, Error> {
        let fresh = self.kept.take_if(|(read, _)| read.elapsed() < FRESH);
        let kept = match fresh {
            Some(kept) => kept,
            None => (Instant::now(), read(app).await?),
        };
        Ok(&self.kept.insert(kept).1)
    }
}

async fn read(app: &App) -> Result<Letterheads, Error> {
    let mut conn = app.db.read().await?;
    editions::letterheads(&mut conn, &System::duty()).await
}
