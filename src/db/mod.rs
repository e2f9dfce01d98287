//! The way to PostgreSQL: a pool, transactions as a type, migrations, batches, idempotency claims, rows in an order.
//!
//! Reads take a [`Conn`]; writes take `&mut` [`Tx`], which only [`Db::transaction`] hands out, so that
//! no row is ever written beside its audit entry and its mails. COMMIT, once sent, is never cancelled.

pub mod attempts;
pub mod batch;
mod clock;
pub mod embedded;
pub mod health;
pub mod idempotency;
pub mod ordering;
mod pool;
mod prepared;
#[expect(missing_docs, reason = "printed by diesel from the migrations, which carry the comments")]
pub mod schema;
pub mod sources;
mod tx;
pub mod violation;

pub use clock::clock_timestamp;
pub use pool::{Conn, Db, PoolUsage};
pub use prepared::{Prepared, prepared};
pub use tx::Tx;

use diesel::{
    migration::MigrationSource,
    result::Error::DatabaseError,
    sql_types::{Array, Text},
};
use diesel_async::{AsyncMigrationHarness, RunQueryDsl, TransactionManager};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use crate::error::Error;
use pool::Transactions;

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

/// Brings the database up to this program's schema: all missing migrations, or none.
///
/// Nodes that start together take turns. Needs a multi-thread runtime, since migrations run synchronously.
///
/// # Errors
/// [`Error::Internal`] when the database cannot be reached or refuses a migration.
pub async fn migrate(db: &Db) -> Result<(), Error> {
    let mut connection = db.dedicated().await?;
    Transactions::begin_transaction(&mut connection).await?;
    diesel::sql_query("SELECT pg_advisory_xact_lock(7464)").execute(&mut connection).await?;
    let mut harness = AsyncMigrationHarness::new(connection);
    harness.run_pending_migrations(MIGRATIONS).map_err(Error::internal)?;
    Ok(Transactions::commit_transaction(&mut harness.into_inner()).await?)
}

/// Whether the database holds every migration of this program.
///
/// # Errors
/// [`Error::Internal`] when the database cannot be asked.
pub async fn is_migrated(db: &Db) -> Result<bool, Error> {
    let known = MigrationSource::<diesel::pg::Pg>::migrations(&MIGRATIONS).map_err(Error::internal)?;
    let versions: Vec<String> = known.iter().map(|one| one.name().version().to_string()).collect();
    let missing = diesel::sql_query(
        "SELECT version FROM unnest($1) AS known (version)
         EXCEPT SELECT version FROM __diesel_schema_migrations LIMIT 1",
    );
    match missing.bind::<Array<Text>, _>(versions).execute(&mut *db.read().await?).await {
        Ok(missing) => Ok(missing == 0),
        // Before the first migration there is not even its table.
        Err(DatabaseError(_, refusal)) if refusal.message().contains("__diesel_schema_migrations") => {
            Ok(false)
        }
        Err(error) => Err(error.into()),
    }
}
