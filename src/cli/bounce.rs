//! `plenary bounce`: where the mail system hands over what came back.

use std::io::{self, Read};

use clap::Args;
use tokio::task::spawn_blocking;

use super::{Failure, Site};
use crate::{
    accounts::proofs::System,
    config::Config,
    error::Error,
    mail::bounces::{self, Bounce, Taken, Unread},
    outbox,
    values::Moment,
};

/// Bytes of a message that are read; what says why it failed stands before the mail that is sent back with it.
const READ: u64 = 1024 * 1024;

/// What came back, and to whom.
#[derive(Debug, Args)]
pub struct BounceArguments {
    /// The envelope's recipient; without it ORIGINAL_RECIPIENT, else RECIPIENT of the environment, as Postfix's local(8)
    /// sets them
    recipient: Option<String>,
}

/// Reads a message from standard input and notes the failure that it reports. What counts for nothing is logged and
/// taken all the same, so that no mail server answers it.
///
/// # Errors
/// [`Failure::Later`] for whatever may be mended: the mail system keeps the message.
pub async fn run(arguments: BounceArguments, config: Result<Config, Failure>) -> Result<(), Failure> {
    receive(arguments, config).await.map_err(|failure| Failure::Later(Box::new(failure)))
}

async fn receive(arguments: BounceArguments, config: Result<Config, Failure>) -> Result<(), Failure> {
    let variable = |name| std::env::var(name).ok();
    let recipient =
        arguments.recipient.or_else(|| variable("ORIGINAL_RECIPIENT")).or_else(|| variable("RECIPIENT"));
    let recipient = recipient.unwrap_or_default();
    let message = spawn_blocking(message).await.map_err(Error::internal)?;
    let message = message.map_err(|error| Failure::System("read the message", error))?;
    let site = Site::running(config?).await?;
    let noted = match bounces::read(&site.keys, &recipient, &message) {
        Ok(bounce) => note(&site, bounce).await,
        Err(why) => {
            pass_over(why);
            Ok(())
        }
    };
    site.close().await;
    Ok(noted?)
}

fn pass_over(why: Unread) {
    match why {
        Unread::Forged => tracing::warn!("a message came to no return path of ours, and counts for nothing"),
        Unread::NoReport => tracing::info!("a message reports no failed delivery, and counts for nothing"),
    }
}

async fn note(site: &Site, bounce: Bounce) -> Result<(), Error> {
    let (who, now) = (System::shell(), Moment::now());
    let taken = site.db.transaction(async |tx| outbox::take_bounce(tx, &who, &bounce, now).await).await?;
    let mail = bounce.mail;
    match taken {
        Taken::Gone => tracing::info!(%mail, "a mail came back that is no longer kept"),
        Taken::NoFailure => tracing::info!(%mail, "a mail has not failed yet"),
        Taken::Known => tracing::info!(%mail, "a mail was known to have come back"),
        Taken::PutOff => tracing::warn!(%mail, "a mail came back and is tried again later"),
        Taken::Suppressed => tracing::warn!(%mail, "a mail came back; its address is suppressed"),
    }
    Ok(())
}

/// The head of the message; the rest is read and dropped, since a writer whose pipe breaks would try again.
fn message() -> io::Result<Vec<u8>> {
    let (mut input, mut message) = (io::stdin().lock(), Vec::new());
    input.by_ref().take(READ).read_to_end(&mut message)?;
    io::copy(&mut input, &mut io::sink())?;
    Ok(message)
}
