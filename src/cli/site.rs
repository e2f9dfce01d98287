//! The installation that a command works on: settings, keys, and a way to its database.

use std::sync::Arc;

use secrecy::ExposeSecret;
use tokio::task::spawn_blocking;

use super::Failure;
use crate::{
    config::Config,
    db::{
        self, Db,
        embedded::{Embedded, Options},
    },
    error::Error,
    keys::Keys,
};

/// An opened installation.
pub struct Site {
    /// The settings.
    pub config: Config,
    /// The keys.
    pub keys: Arc<Keys>,
    /// The database.
    pub db: Db,
    embedded: Option<Embedded>,
}

impl Site {
    /// For a process that stays: it starts the embedded server where there is one, and nobody else may.
    ///
    /// # Errors
    /// A [`Failure`] that says what is in the way.
    pub async fn open(config: Config) -> Result<Self, Failure> {
        let keys = keys(&config)?;
        let embedded = match &config.database_url {
            Some(_) => None,
            None => Some(start(&config).await?),
        };
        let db = Db::open(&url(&config, embedded.as_ref()), config.database_connections).await;
        Ok(Self { db: db.map_err(Failure::Database)?, config, keys, embedded })
    }

    /// For a command that comes and goes: where a running Plenary has the embedded server, the command
    /// uses that one beside it.
    ///
    /// # Errors
    /// A [`Failure`] that says what is in the way.
    pub async fn reach(config: Config) -> Result<Self, Failure> {
        match Self::running(config.clone()).await {
            Err(Failure::Database(_)) if config.embedded() => Self::open(config).await,
            reached => reached,
        }
    }

    /// For a command that other programs call: the embedded server is used while a Plenary runs it, and never started.
    ///
    /// # Errors
    /// [`Failure::Database`] when it does not run, and a [`Failure`] for whatever else is in the way.
    pub async fn running(config: Config) -> Result<Self, Failure> {
        if !config.embedded() {
            return Self::open(config).await;
        }
        let db = Db::open(&Embedded::url_beside(&config.data), 2).await.map_err(Failure::Database)?;
        drop(db.dedicated().await.map_err(Failure::Database)?);
        Ok(Self { keys: keys(&config)?, config, db, embedded: None })
    }

    /// As [`Site::reach`], with the schema brought up to this program's.
    ///
    /// # Errors
    /// A [`Failure`] that says what is in the way.
    pub async fn join(config: Config) -> Result<Self, Failure> {
        let site = Self::reach(config).await?;
        match db::migrate(&site.db).await {
            Ok(()) => Ok(site),
            Err(error) => {
                site.close().await;
                Err(Failure::Database(error))
            }
        }
    }

    /// Joins, works, and closes however the work ended.
    ///
    /// # Errors
    /// As [`Site::join`], and the work's.
    pub async fn visit<T>(
        config: Config,
        work: impl AsyncFnOnce(&Self) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let site = Self::join(config).await?;
        let done = work(&site).await;
        site.close().await;
        done
    }

    /// Stops the embedded server, if this process started it.
    pub async fn close(self) {
        drop(self.db);
        if let Err(error) = spawn_blocking(move || drop(self.embedded)).await {
            tracing::error!(%error, "PostgreSQL could not be stopped");
        }
    }
}

fn keys(config: &Config) -> Result<Arc<Keys>, Failure> {
    let keys = Keys::new(config.master_secrets()?).map_err(|_| Failure::WeakSecret)?;
    Ok(Arc::new(keys))
}

async fn start(config: &Config) -> Result<Embedded, Failure> {
    let options = Options { data: config.data.clone(), bin_dir: config.pg_bin.clone(), fsync: true };
    let started = spawn_blocking(move || Embedded::start(&options)).await;
    Ok(started.map_err(Error::internal)??)
}

fn url(config: &Config, embedded: Option<&Embedded>) -> String {
    match &config.database_url {
        Some(url) => url.expose_secret().to_owned(),
        None => embedded.map(Embedded::url).unwrap_or_default(),
    }
}
