//! The way to PostgreSQL: a pool, transactions as a type, migrations, batches, idempotency claims, rows in an order.
//!
//! Reads take a [`Conn`]; writes take `&mut` [`Tx`], which only [`Db::transaction`] hands out, so that
//! no row is ever written beside its audit entry and its mails. COMMIT, once sent, is never cancelled.

mod clock;
pub mod embedded;
pub mod idempotency;
pub mod ordering;
mod pool;
#[expect(missing_docs, reason = "printed by diesel from the migrations, which carry the comments")]
pub mod schema;
mod tx;
pub mod violation;

pub use clock::clock_timestamp;
pub use pool::{Conn, Db};
pub use tx::Tx;

use diesel_async::{AsyncMigrationHarness, AsyncPgConnection};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use crate::error::Error;

/// Every migration, compiled in.
pub const MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations");

impl From<diesel::result::Error> for Error {
    fn from(error: diesel::result::Error) -> Self {
        match error {
            diesel::result::Error::NotFound => Self::NotFound,
            other => Self::internal(other),
        }
    }
}

/// Brings the database up to this program's schema.
///
/// Needs a multi-thread runtime, since migrations run synchronously.
///
/// # Errors
/// [`Error::Internal`] when the database refuses a migration.
pub async fn migrate(db: &Db) -> Result<(), Error> {
    let connection: AsyncPgConnection = db.dedicated().await?;
    let mut harness = AsyncMigrationHarness::new(connection);
    harness.run_pending_migrations(MIGRATIONS).map_err(Error::internal)?;
    Ok(())
}

/// Whether the database holds exactly this program's migrations or later ones.
///
/// # Errors
/// [`Error::Internal`] when the database cannot be asked.
pub async fn is_migrated(db: &Db) -> Result<bool, Error> {
    let connection: AsyncPgConnection = db.dedicated().await?;
    let mut harness = AsyncMigrationHarness::new(connection);
    Ok(!harness.has_pending_migration(MIGRATIONS).map_err(Error::internal)?)
}
