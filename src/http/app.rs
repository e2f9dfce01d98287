//! The application: everything a request may need, built once by the server and handed to handlers.

use std::sync::Arc;

use tokio::sync::Semaphore;

use super::{cache::PageCache, limit::Limiter};
use crate::{
    accounts::Passwords, config::Config, db::Db, files::Pictures, keys::Keys, registrations::Admissions,
};

/// How many forms with files may be on their way in at the same time: each may fill some space on the disk.
const UPLOADS: usize = 32;

/// Handed to every handler; cloning shares everything.
#[derive(Clone)]
pub struct App {
    /// The database.
    pub db: Db,
    /// The keys of links, seals and tokens.
    pub keys: Arc<Keys>,
    /// The settings.
    pub config: Arc<Config>,
    /// Hashes passwords, two at a time.
    pub passwords: Arc<Passwords>,
    /// Draws pictures anew, two at a time.
    pub pictures: Pictures,
    /// Forms with files that are on their way in.
    pub uploads: Arc<Semaphore>,
    /// The one way in for registrations of every edition.
    pub door: Admissions,
    /// Public pages from memory.
    pub pages: Arc<PageCache>,
    /// The limit per network address.
    pub limiter: Arc<Limiter>,
}

impl App {
    /// An application over `db`.
    #[must_use]
    pub fn new(db: Db, keys: Arc<Keys>, config: Arc<Config>) -> Self {
        let door = Admissions::open(&db);
        Self {
            door,
            passwords: Arc::default(),
            pictures: Pictures::default(),
            uploads: Arc::new(Semaphore::new(UPLOADS)),
            pages: Arc::default(),
            db,
            keys,
            config,
            limiter: Arc::new(Limiter::default()),
        }
    }
}
