//! The application: everything a request may need, built once by the server and handed to handlers.

use std::sync::Arc;

use super::{cache::PageCache, limit::Limiter};
use crate::{accounts::Passwords, config::Config, db::Db, keys::Keys, registrations::Admissions};

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
            pages: Arc::default(),
            db,
            keys,
            config,
            limiter: Arc::new(Limiter::default()),
        }
    }
}
