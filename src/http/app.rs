//! The application: everything a request may need, built once by the server and handed to handlers.

use std::sync::Arc;

use super::limit::Limiter;
use crate::{config::Config, db::Db, keys::Keys};

/// Handed to every handler; cloning shares everything.
#[derive(Clone)]
pub struct App {
    /// The database.
    pub db: Db,
    /// The keys of links, seals and tokens.
    pub keys: Arc<Keys>,
    /// The settings.
    pub config: Arc<Config>,
    /// The limit per network address.
    pub limiter: Arc<Limiter>,
}

impl App {
    /// An application over `db`.
    #[must_use]
    pub fn new(db: Db, keys: Arc<Keys>, config: Arc<Config>) -> Self {
        Self { db, keys, config, limiter: Arc::new(Limiter::default()) }
    }
}
