//! A transaction as a type, and what a broken connection means at each point of it.

use std::{
    ops::{Deref, DerefMut},
    sync::Arc,
};

use diesel::{
    ConnectionError, ConnectionResult, result::DatabaseErrorKind, result::Error as DieselError, sql_types,
};
use diesel_async::{AsyncConnection, AsyncPgConnection, RunQueryDsl};

use super::Conn;
use crate::{error::Error, values::Moment};

/// An open transaction. Only `Db::transaction` makes one, so a verb that takes it cannot write outside.
pub struct Tx {
    conn: Conn,
}

impl Tx {
    pub(super) fn new(conn: Conn) -> Self {
        Self { conn }
    }

    pub(super) fn into_conn(self) -> Conn {
        self.conn
    }

    /// The database's clock at this very moment, not at the transaction's start: deadlines are judged
    /// by it, read after the lock they depend on.
    ///
    /// # Errors
    /// [`Error::Internal`] when the database cannot be asked.
    pub async fn now(&mut self) -> Result<Moment, Error> {
        let query = diesel::select(diesel::dsl::sql::<sql_types::Timestamptz>("clock_timestamp()"));
        Ok(query.get_result(&mut *self.conn).await?)
    }
}

impl Deref for Tx {
    type Target = AsyncPgConnection;
    fn deref(&self) -> &AsyncPgConnection {
        &self.conn
    }
}

impl DerefMut for Tx {
    fn deref_mut(&mut self) -> &mut AsyncPgConnection {
        &mut self.conn
    }
}

/// A COMMIT that failed: the server's own refusal rolled it back; anything else leaves it open whether it happened.
pub(super) fn commit_error(error: DieselError) -> Error {
    match error {
        DieselError::DatabaseError(
            DatabaseErrorKind::ClosedConnection | DatabaseErrorKind::UnableToSendCommand,
            _,
        )
        | DieselError::BrokenTransactionManager => Error::OutcomeUnknown,
        DieselError::DatabaseError(DatabaseErrorKind::Unknown, ref info)
            if info.constraint_name().is_none() && info.table_name().is_none() =>
        {
            tracing::error!(error = %error, "no answer to COMMIT");
            Error::OutcomeUnknown
        }
        other => Error::internal(other),
    }
}

/// Connects over a Unix socket, plainly, or over TLS where the URL asks for it (`sslmode=require`).
pub(super) async fn connect(url: String) -> ConnectionResult<AsyncPgConnection> {
    let config: tokio_postgres::Config = url
        .parse()
        .map_err(|error: tokio_postgres::Error| ConnectionError::InvalidConnectionUrl(error.to_string()))?;
    if config.get_ssl_mode() == tokio_postgres::config::SslMode::Require {
        let roots = rustls::RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let tls = rustls::ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(|error| ConnectionError::BadConnection(error.to_string()))?
            .with_root_certificates(roots)
            .with_no_client_auth();
        let connector = tokio_postgres_rustls::MakeRustlsConnect::new(tls);
        let (client, connection) = config
            .connect(connector)
            .await
            .map_err(|error| ConnectionError::BadConnection(error.to_string()))?;
        return AsyncPgConnection::try_from_client_and_connection(client, connection).await;
    }
    AsyncPgConnection::establish(&url).await
}
