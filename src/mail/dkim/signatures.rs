//! The pair that signs, kept ready by each process that sends.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use super::{DkimPair, Signer, store};
use crate::{db::Db, error::Error, keys::Keys, values::Id};

/// How soon a process sees that another pair signs.
const FRESH: Duration = Duration::from_secs(10);

/// The keys that sign for one domain: read from the database every few seconds, opened once.
#[derive(Default)]
pub struct Signatures(Mutex<Option<Kept>>);

#[derive(Clone)]
struct Kept {
    read: Instant,
    /// The pair that signs, and its keys where they could be opened.
    pair: Option<(Id<DkimPair>, Option<Arc<Signer>>)>,
}

impl Signatures {
    /// What signs for `domain` at present; nothing where no pair does. Keys that cannot be opened are logged: mail goes out
    /// unsigned then, since a sign-in shall not wait for an operator.
    ///
    /// # Errors
    /// The database's.
    pub(in crate::mail) async fn of(
        &self,
        db: &Db,
        keys: &Keys,
        domain: &str,
    ) -> Result<Option<Arc<Signer>>, Error> {
        let before = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(kept) = before.as_ref().filter(|kept| kept.read.elapsed() < FRESH) {
            return Ok(kept.signer());
        }
        let mut conn = db.read().await?;
        let known = before.and_then(|kept| kept.pair);
        let pair = match (store::signing(&mut conn, domain).await?, known) {
            (Some(id), Some((same, Some(signer)))) if id == same => Some((id, Some(signer))),
            (Some(id), _) => Some((id, opened(store::open(&mut conn, keys, id).await))),
            (None, _) => None,
        };
        let kept = Kept { read: Instant::now(), pair };
        let signer = kept.signer();
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(kept);
        Ok(signer)
    }
}

impl Kept {
    fn signer(&self) -> Option<Arc<Signer>> {
        self.pair.as_ref().and_then(|(_, signer)| signer.clone())
    }
}

fn opened(found: Result<Option<Signer>, Error>) -> Option<Arc<Signer>> {
    match found {
        Ok(signer) => signer.map(Arc::new),
        Err(error) => {
            tracing::error!(%error, "the DKIM keys cannot be opened, so mails leave unsigned");
            None
        }
    }
}
