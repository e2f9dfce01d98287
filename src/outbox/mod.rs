//! The outbox as staff see it: what was sent to whom, what failed and why, and the two things to do about it.
//!
//! Communications see their edition's mails, less those that let somebody sign in or become staff; an admin sees all.
//! Nobody sees a live link.

mod addresses;
pub mod deliverability;
mod retention;
pub mod wordings;

use diesel_async::AsyncPgConnection;
use serde_json::json;

use crate::{
    accounts::proofs::{Admin, Communications},
    audit::{self, Actor, Entry},
    db::Tx,
    error::Error,
    mail::{self, Filter, Letter, Mail, MailState, OutboxEntry, Reach},
    values::{Id, Moment},
};

pub use addresses::{lift, suppressions, take_bounce, unreached};
pub use retention::purge;

/// Every action that this module records; each has a locale key `audit-noun-verb`.
pub const ACTIONS: &[&str] = &[
    "mail.retry",
    "mail.cancel",
    "mail.hold",
    "mail.release",
    "mail.word",
    "mail.test-wording",
    "mail.wording-failed",
    "suppression.add",
    "suppression.lift",
    "mail.prefer",
    "mail.purge",
    "dkim.make",
    "dkim.switch",
    "dkim.retire",
];

/// Who handles mail.
#[derive(Clone, Copy, Debug)]
pub enum Handler<'a> {
    /// Communications of one edition.
    Edition(&'a Communications),
    /// An admin, for all of them.
    Site(&'a Admin),
}

impl Handler<'_> {
    fn reach(self) -> Reach {
        match self {
            Self::Edition(who) => Reach::Edition(who.edition()),
            Self::Site(_) => Reach::Site,
        }
    }

    fn actor(&self) -> &Actor {
        match self {
            Self::Edition(who) => who.actor(),
            Self::Site(who) => who.actor(),
        }
    }
}

/// The newest `limit` mails that fit `filter`.
///
/// # Errors
/// The database's.
pub async fn mails(
    conn: &mut AsyncPgConnection,
    who: Handler<'_>,
    filter: &Filter,
    limit: i64,
) -> Result<Vec<OutboxEntry>, Error> {
    mail::list(conn, who.reach(), filter, limit).await
}

/// How many mails stand where.
///
/// # Errors
/// The database's.
pub async fn counts(conn: &mut AsyncPgConnection, who: Handler<'_>) -> Result<Vec<(MailState, i64)>, Error> {
    mail::counts(conn, who.reach()).await
}

/// One mail with every try.
///
/// # Errors
/// [`Error::NotFound`] also where it is not for their eyes.
pub async fn letter(conn: &mut AsyncPgConnection, who: Handler<'_>, id: Id<Mail>) -> Result<Letter, Error> {
    mail::letter(conn, who.reach(), id).await
}

/// Has a mail tried again now.
///
/// # Errors
/// [`Error::Conflict`] `mail_sent`, `mail_sending`; [`Error::NotFound`].
pub async fn retry(tx: &mut Tx, who: Handler<'_>, id: Id<Mail>, now: Moment) -> Result<(), Error> {
    let before = mail::retry(tx, who.reach(), id, now).await?;
    note(tx, who, "mail.retry", id, before).await
}

/// Takes a mail out of the line.
///
/// # Errors
/// As [`retry`].
pub async fn cancel(tx: &mut Tx, who: Handler<'_>, id: Id<Mail>) -> Result<(), Error> {
    let before = mail::cancel(tx, who.reach(), id).await?;
    note(tx, who, "mail.cancel", id, before).await
}

/// Holds a mail that waits, until it is released.
///
/// # Errors
/// [`Error::Conflict`] `mail_not_waiting`; [`Error::NotFound`].
pub async fn hold(tx: &mut Tx, who: Handler<'_>, id: Id<Mail>) -> Result<(), Error> {
    mail::hold(tx, who.reach(), id).await?;
    note(tx, who, "mail.hold", id, MailState::Queued).await
}

/// Lets a mail that was held go out at its time.
///
/// # Errors
/// [`Error::Conflict`] `mail_not_held`; [`Error::NotFound`].
pub async fn release(tx: &mut Tx, who: Handler<'_>, id: Id<Mail>) -> Result<(), Error> {
    mail::release(tx, who.reach(), id).await?;
    note(tx, who, "mail.release", id, MailState::Draft).await
}

async fn note(
    tx: &mut Tx,
    who: Handler<'_>,
    action: &'static str,
    id: Id<Mail>,
    before: MailState,
) -> Result<(), Error> {
    let edition = match who.reach() {
        Reach::Edition(edition) => Some(edition),
        Reach::Site => None,
    };
    let content = json!({ "before": { "state": before } });
    let entry = Entry { action, subject_kind: "mail", subject: id.uuid(), edition, content };
    audit::record(tx, who.actor(), entry).await
}
