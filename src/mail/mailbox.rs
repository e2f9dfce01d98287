//! Reading the mails that were written to files: the mailbox of an installation without a mail server.
//!
//! It shows mails as their recipients get them, live links included, so it is for the person at the machine alone.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use data_encoding::BASE64;
use mail_parser::{Message, MessageParser, MimeHeaders};

use super::outbox::Mail;
use crate::{
    error::Error,
    values::{Id, Moment},
};

/// What a list of mails shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    /// Its id.
    pub id: Id<Mail>,
    /// To whom: name and address.
    pub to: String,
    /// Its subject.
    pub subject: String,
    /// When it was sent.
    pub sent_at: Option<Moment>,
}

/// A mail as its reader sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// What the list shows.
    pub envelope: Envelope,
    /// Plain text.
    pub text: String,
    /// HTML, its pictures inside it as `data:` URLs.
    pub html: String,
    /// The names of attached files.
    pub attachments: Vec<String>,
}

/// The newest `limit` mails in `folder`, newest first. Reads files: call it where that may take its time.
///
/// # Errors
/// [`Error::Internal`] when the folder cannot be read. One that is not there yet holds no mail.
pub fn list(folder: &Path, limit: usize) -> Result<Vec<Envelope>, Error> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(Error::internal)?,
    };
    let mut ids = Vec::new();
    for entry in entries {
        let name = entry.map_err(Error::internal)?.file_name();
        let id = name
            .to_str()
            .and_then(|name| name.strip_suffix(".eml"))
            .and_then(|id| id.parse::<Id<Mail>>().ok());
        ids.extend(id);
    }
    ids.sort_unstable_by(|one, other| other.cmp(one));
    ids.iter().take(limit).map(|id| read(folder, *id, |message| envelope(*id, message))).collect()
}

/// One mail.
///
/// # Errors
/// [`Error::NotFound`].
pub fn open(folder: &Path, id: Id<Mail>) -> Result<Opened, Error> {
    read(folder, id, |message| Opened {
        envelope: envelope(id, message),
        text: message.body_text(0).unwrap_or_default().into_owned(),
        html: with_pictures(message),
        attachments: message
            .attachments()
            .filter(|part| part.content_id().is_none())
            .filter_map(|part| part.attachment_name().map(str::to_owned))
            .collect(),
    })
}

fn read<T>(folder: &Path, id: Id<Mail>, look: impl FnOnce(&Message<'_>) -> T) -> Result<T, Error> {
    let path: PathBuf = folder.join(format!("{id}.eml"));
    let bytes = match fs::read(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(Error::NotFound),
        bytes => bytes.map_err(Error::internal)?,
    };
    let message =
        MessageParser::default().parse(&bytes).ok_or_else(|| Error::internal("a file is no mail"))?;
    Ok(look(&message))
}

fn envelope(id: Id<Mail>, message: &Message<'_>) -> Envelope {
    let to = message.to().and_then(|to| to.first());
    let address = to.and_then(|to| to.address()).unwrap_or_default();
    Envelope {
        id,
        to: to
            .and_then(|to| to.name())
            .map_or_else(|| address.to_owned(), |name| format!("{name} <{address}>")),
        subject: message.subject().unwrap_or_default().to_owned(),
        sent_at: message
            .date()
            .and_then(|date| jiff::Timestamp::from_second(date.to_timestamp()).ok())
            .map(Moment::from),
    }
}

/// The HTML part with what it shows by Content-ID put in its place.
fn with_pictures(message: &Message<'_>) -> String {
    let html = message.body_html(0).unwrap_or_default().into_owned();
    message.parts.iter().fold(html, |html, part| match part.content_id() {
        Some(id) => {
            let picture = format!("data:image/png;base64,{}", BASE64.encode(part.contents()));
            html.replace(&format!("cid:{id}"), &picture)
        }
        None => html,
    })
}
