//! One conversation with a mail server.

use std::error::Error as StdError;

use lettre::{
    address::Envelope,
    transport::smtp::{
        Error,
        authentication::Mechanism,
        client::AsyncSmtpConnection,
        commands,
        extension::{Extension, MailBodyParameter, MailParameter},
        response::Response,
    },
};
use tokio::net::TcpStream;

use super::server::{Security, Server};
use crate::mail::{
    bounces::{Weight, of_refusal},
    transport::Outcome,
};

/// How far a conversation came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Naming the sender.
    Mail,
    /// Naming the recipient.
    Recipient,
    /// Asking to send the content.
    Data,
    /// Content sent; a lost answer leaves it open whether the mail was taken.
    Content,
}

impl Step {
    /// What an error at this step means for the mail.
    pub(super) fn outcome(self, error: &Error) -> Outcome {
        let code = error.status().map(u16::from);
        let answer = error.to_string();
        match (self, code) {
            // The server is about to close (RFC 5321 section 3.8), or wants us to sign in (RFC 4954 section 6).
            (_, Some(421 | 530 | 534 | 535 | 538)) | (Self::Mail, _) => Outcome::Away(answer),
            (_, Some(400..=499)) => Outcome::Deferred(answer),
            (Self::Recipient, Some(code @ 500..=599)) if of_refusal(code, &answer) == Weight::Hard => {
                Outcome::NoSuchAddress(answer)
            }
            (_, Some(500..=599)) => Outcome::Refused(answer),
            (Self::Content, _) => Outcome::Deferred(answer),
            (Self::Recipient | Self::Data, _) => Outcome::Away(answer),
        }
    }
}

/// Connects, encrypts, signs in.
pub(super) async fn connect(server: &Server) -> Result<AsyncSmtpConnection, Box<dyn StdError + Send + Sync>> {
    let (address, hello) = ((server.host.as_str(), server.port), &server.hello);
    let mut connection = match &server.security {
        // lettre alone can begin with TLS, and opens the socket itself then.
        Security::Tls(tls) => {
            AsyncSmtpConnection::connect_tokio1(address, None, hello, Some(tls.clone()), None).await?
        }
        Security::StartTls(_) | Security::Plain => {
            let stream = TcpStream::connect(address).await?;
            // The end of a mail is a small packet of its own. It would be held back (RFC 1122 section 4.2.3.4) until the
            // server has acknowledged the rest, which it puts off (section 4.2.3.2): some 40 ms for each mail.
            stream.set_nodelay(true)?;
            AsyncSmtpConnection::connect_with_transport(Box::new(stream), hello).await?
        }
    };
    if let Security::StartTls(tls) = &server.security {
        connection.starttls(tls.clone(), &server.hello).await?;
    }
    if let Some(credentials) = &server.credentials {
        connection.auth(&[Mechanism::Plain, Mechanism::Login], credentials).await?;
    }
    Ok(connection)
}

/// Whether an address is beyond ASCII, which only a server with SMTPUTF8 (RFC 6531) takes.
pub(super) fn needs_utf8(envelope: &Envelope) -> bool {
    envelope.from().into_iter().chain(envelope.to()).any(|address| !AsRef::<str>::as_ref(address).is_ascii())
}

/// Hands over one mail; `reached` follows along, so that an error or a timeout can be judged.
pub(super) async fn converse(
    connection: &mut AsyncSmtpConnection,
    envelope: &Envelope,
    mail: &[u8],
    reached: &mut Step,
) -> Result<String, Error> {
    let mut parameters = Vec::new();
    if needs_utf8(envelope) {
        parameters.push(MailParameter::SmtpUtfEight);
    }
    if !mail.is_ascii() && connection.server_info().supports_feature(Extension::EightBitMime) {
        parameters.push(MailParameter::Body(MailBodyParameter::EightBitMime));
    }
    connection.command(commands::Mail::new(envelope.from().cloned(), parameters)).await?;
    *reached = Step::Recipient;
    for recipient in envelope.to() {
        connection.command(commands::Rcpt::new(recipient.clone(), Vec::new())).await?;
    }
    *reached = Step::Data;
    connection.command(commands::Data).await?;
    *reached = Step::Content;
    connection.message(mail).await.map(|response| said(&response))
}

fn said(response: &Response) -> String {
    let lines: Vec<&str> = response.message().collect();
    format!("{} {}", response.code(), lines.join(" "))
}
