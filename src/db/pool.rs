//! The connection pool, and how a transaction begins and ends.

use std::time::Duration;

use diesel_async::{
    AsyncConnection, AsyncPgConnection, TransactionManager,
    pooled_connection::{
        AsyncDieselConnectionManager, ManagerConfig,
        bb8::{Pool, PooledConnection},
    },
};
use futures_util::FutureExt;

use super::{Tx, tx};
use crate::error::Error;

/// A pooled connection for reads, and for the inside of a [`Tx`].
pub type Conn = PooledConnection<'static, AsyncPgConnection>;

/// How the connection begins and ends transactions.
pub(super) type Transactions = <AsyncPgConnection as AsyncConnection>::TransactionManager;

/// How much of the pool is in use.
#[derive(Clone, Copy, Debug)]
pub struct PoolUsage {
    /// Connections that are open.
    pub connections: u32,
    /// Those of them that nobody uses.
    pub idle: u32,
}

/// A handle on the database; clones share one pool.
#[derive(Clone)]
pub struct Db {
    pool: Pool<AsyncPgConnection>,
    url: String,
}

impl Db {
    /// Opens a pool of at most `connections` to `url`; connects lazily, so that a database that is
    /// away at start-up is reported by `/readyz` and not by a crash.
    ///
    /// # Errors
    /// [`Error::Internal`] when the pool cannot be built.
    pub async fn open(url: &str, connections: u32) -> Result<Self, Error> {
        let mut config = ManagerConfig::default();
        config.custom_setup = Box::new(|url| tx::connect(url.to_owned()).boxed());
        let manager = AsyncDieselConnectionManager::<AsyncPgConnection>::new_with_config(url, config);
        let pool = Pool::builder()
            .max_size(connections)
            .connection_timeout(Duration::from_secs(5))
            .max_lifetime(Some(Duration::from_secs(1800)))
            .build(manager)
            .await
            .map_err(Error::internal)?;
        Ok(Self { pool, url: url.to_owned() })
    }

    /// A connection to read with. Every statement is its own transaction.
    ///
    /// # Errors
    /// [`Error::Busy`] when none came free within five seconds.
    pub async fn read(&self) -> Result<Conn, Error> {
        self.pool.get_owned().await.map_err(|error| {
            tracing::error!(%error, "no database connection");
            Error::Busy
        })
    }

    /// A connection outside the pool, for LISTEN, migrations and advisory locks held long.
    ///
    /// # Errors
    /// [`Error::Internal`] when the database cannot be reached.
    pub async fn dedicated(&self) -> Result<AsyncPgConnection, Error> {
        tx::connect(self.url.clone()).await.map_err(Error::internal)
    }

    /// How much of the pool is in use at this moment.
    #[must_use]
    pub fn pool_usage(&self) -> PoolUsage {
        let state = self.pool.state();
        PoolUsage { connections: state.connections, idle: state.idle_connections }
    }

    /// Runs `verb` in a transaction: all of it is committed, or none.
    ///
    /// When the caller goes away while `verb` runs, the transaction is rolled back with its
    /// connection; once COMMIT is on its way it is awaited by a task of its own, whatever the caller does.
    ///
    /// # Errors
    /// What `verb` answers; [`Error::OutcomeUnknown`] when COMMIT was sent and no answer came.
    pub async fn transaction<T>(
        &self,
        verb: impl AsyncFnOnce(&mut Tx) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let mut conn = self.read().await?;
        Transactions::begin_transaction(&mut *conn).await?;
        let mut tx = Tx::new(conn);
        let answer = verb(&mut tx).await;
        let mut conn = tx.into_conn();
        match answer {
            Ok(value) => {
                let commit = tokio::spawn(async move { Transactions::commit_transaction(&mut *conn).await });
                commit.await.map_err(Error::internal)?.map_err(tx::commit_error)?;
                Ok(value)
            }
            Err(error) => {
                if let Err(broken) = Transactions::rollback_transaction(&mut *conn).await {
                    tracing::warn!(error = %broken, "rollback failed; the connection is dropped");
                }
                Err(error)
            }
        }
    }
}
