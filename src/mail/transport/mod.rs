//! Ways out: a mail server, or files where there is none.

mod files;
mod smtp;

pub use files::Files;
pub use smtp::{BadServer, Smtp};

use lettre::address::Envelope;

/// Longest time one delivery may take. Leases are longer, so that nobody sends a mail which is still on its way.
pub(super) const LONGEST: std::time::Duration = std::time::Duration::from_secs(120);

/// What became of one delivery. The text is the server's answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The server took the mail and answers for it now.
    Accepted(String),
    /// Not this time: a 4xx answer to this mail, or no answer after its last line.
    Deferred(String),
    /// Never: a 5xx answer to this mail.
    Refused(String),
    /// Never, and so with every mail to this address: a 5xx answer to the recipient that speaks of the address.
    NoSuchAddress(String),
    /// Nothing can be sent at present, and it is not the mail's fault: no connection, no TLS, sign-in or sender refused.
    Away(String),
}

/// A way out.
pub enum Transport {
    /// To a mail server.
    Smtp(Box<Smtp>),
    /// Into files.
    Files(Files),
}

impl Transport {
    /// Delivers one mail, within [`LONGEST`].
    pub async fn deliver(&self, id: uuid::Uuid, envelope: &Envelope, mail: Vec<u8>) -> Outcome {
        match self {
            Self::Smtp(smtp) => smtp.deliver(envelope, &mail).await,
            Self::Files(files) => files.deliver(id, mail).await,
        }
    }

    /// Says goodbye to the mail server.
    pub async fn close(&self) {
        if let Self::Smtp(smtp) = self {
            smtp.close().await;
        }
    }
}
