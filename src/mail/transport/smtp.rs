//! A mail server (RFC 5321), over plain TCP, STARTTLS or TLS, with AUTH where the URL names a user.
//!
//! lettre speaks the protocol; we send its commands one by one, because what a refusal means depends on the
//! command that it answers: after RCPT and DATA it is about this mail, before that it is about us.

mod connection;
mod server;

use std::{
    sync::{Mutex, PoisonError},
    time::Duration,
};

use lettre::{
    address::Envelope,
    transport::smtp::{client::AsyncSmtpConnection, commands, extension::Extension},
};
use tokio::time::timeout;

use super::Outcome;
use connection::{Step, connect, converse, needs_utf8};
pub use server::BadServer;
use server::Server;

/// For connecting, TLS and AUTH together.
const CONNECTING: Duration = Duration::from_secs(30);
/// For one mail from MAIL to the answer to its last line.
const CONVERSING: Duration = Duration::from_secs(85);
/// Connections kept open between mails.
const KEPT: usize = 8;

/// A mail server and our open connections to it.
pub struct Smtp {
    server: Server,
    open: Mutex<Vec<AsyncSmtpConnection>>,
}

impl Smtp {
    /// A server by its URL: `smtp://host` (with `?tls=required` for STARTTLS) or `smtps://host`, with
    /// `user:password@` where it wants them; `ca=/path/to/ca.pem` names a root of the server's own.
    ///
    /// # Errors
    /// [`BadServer`] says what is wrong with the URL, without repeating it.
    pub fn new(url: &str) -> Result<Self, BadServer> {
        Ok(Self { server: Server::parse(url)?, open: Mutex::default() })
    }

    /// Whether the server lets us in: connects, does TLS and AUTH, and leaves. For `plenary doctor`.
    ///
    /// # Errors
    /// The server's answer, or why there was none.
    pub async fn probe(&self) -> Result<(), String> {
        let mut connection = self.connected().await?;
        connection.abort().await;
        Ok(())
    }

    pub(super) async fn deliver(&self, envelope: &Envelope, mail: &[u8]) -> Outcome {
        let mut connection = match self.any().await {
            Ok(connection) => connection,
            Err(answer) => return Outcome::Away(answer),
        };
        if needs_utf8(envelope) && !connection.server_info().supports_feature(Extension::SmtpUtfEight) {
            self.keep(connection);
            return Outcome::Refused("the mail server takes no address beyond ASCII (SMTPUTF8)".to_owned());
        }
        let mut reached = Step::Mail;
        let outcome = match timeout(CONVERSING, converse(&mut connection, envelope, mail, &mut reached)).await
        {
            Ok(Ok(answer)) => Outcome::Accepted(answer),
            Ok(Err(error)) => reached.outcome(&error),
            Err(_) if reached == Step::Content => {
                Outcome::Deferred(format!("no answer within {CONVERSING:?}"))
            }
            Err(_) => Outcome::Away(format!("no answer within {CONVERSING:?}")),
        };
        match outcome {
            Outcome::Accepted(_) => self.keep(connection),
            // A refused recipient leaves the session usable; anything else may not.
            Outcome::Deferred(_) | Outcome::Refused(_) | Outcome::NoSuchAddress(_) => {
                if let Ok(Ok(_)) = timeout(Duration::from_secs(5), connection.command(commands::Rset)).await {
                    self.keep(connection);
                }
            }
            Outcome::Away(_) => {}
        }
        outcome
    }

    /// Leaves every open connection in good order.
    pub(super) async fn close(&self) {
        let open = std::mem::take(&mut *self.open.lock().unwrap_or_else(PoisonError::into_inner));
        for mut connection in open {
            // A server that does not even take QUIT is left by closing the socket.
            if timeout(Duration::from_secs(2), connection.quit()).await.is_err() {
                tracing::debug!("the mail server did not answer QUIT");
            }
        }
    }

    /// An open connection that still answers, or a new one.
    async fn any(&self) -> Result<AsyncSmtpConnection, String> {
        while let Some(mut connection) = self.take() {
            if let Ok(true) = timeout(Duration::from_secs(5), connection.test_connected()).await {
                return Ok(connection);
            }
        }
        self.connected().await
    }

    async fn connected(&self) -> Result<AsyncSmtpConnection, String> {
        match timeout(CONNECTING, connect(&self.server)).await {
            Ok(connected) => connected.map_err(|error| error.to_string()),
            Err(_) => Err(format!("no answer within {CONNECTING:?}")),
        }
    }

    fn take(&self) -> Option<AsyncSmtpConnection> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner).pop()
    }

    fn keep(&self, connection: AsyncSmtpConnection) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if open.len() < KEPT && !connection.has_broken() {
            open.push(connection);
        }
    }
}
