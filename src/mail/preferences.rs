//! Which kinds of mail somebody does without: per address and edition, through a link in every mail of a bulk kind.
//!
//! The link opens the mail's own row, and lives as long as that. Who holds it may turn kinds off and on for the
//! address that the mail went to, nothing else; turning off what is off changes nothing.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde_json::json;
use uuid::Uuid;

use super::{MailKind, named, outbox::Mail, store::Claimed};
use crate::{
    audit::{self, Actor, ActorKind, Entry},
    db::{
        Tx,
        schema::{mail, mail_preference},
    },
    error::Error,
    keys::{Keys, Link, LinkToken, Purpose},
    values::{Id, Lang},
};

/// The name of the link in templates.
pub(super) const LINK: &str = "preferences";
/// The link's version: nothing makes it anew.
const VERSION: i32 = 1;

/// The link of the mail `id`.
pub(super) fn link(id: Id<Mail>) -> Link {
    Link { purpose: Purpose::Preferences, id: id.uuid(), version: VERSION }
}

/// Whoever got a mail of a bulk kind, or clicks in it.
#[derive(Debug)]
pub struct Subscriber {
    actor: Actor,
    edition: Uuid,
    address: String,
    /// The kind of the mail.
    pub kind: MailKind,
    /// Its language.
    pub lang: Lang,
}

impl Subscriber {
    /// The edition whose mails it is about.
    #[must_use]
    pub fn edition(&self) -> Uuid {
        self.edition
    }

    /// The address, in lower case.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }
}

/// The holder of a link out of a mail; `who` asks.
///
/// # Errors
/// [`Error::NotFound`] for a token that is no such link, or whose mail is gone.
pub async fn subscriber(
    conn: &mut AsyncPgConnection,
    who: &Actor,
    keys: &Keys,
    token: &LinkToken,
) -> Result<Subscriber, Error> {
    if !keys.opens(token, Purpose::Preferences, VERSION) {
        return Err(Error::NotFound);
    }
    let columns = (mail::edition_id, mail::recipient, mail::template, mail::lang);
    let row = mail::table.find(token.id()).select(columns);
    let (edition, recipient, template, lang): (Option<Uuid>, String, String, Lang) = row.first(conn).await?;
    // What stands in the place of an erased address belongs to nobody.
    let edition = edition.filter(|_| !recipient.ends_with(".invalid")).ok_or(Error::NotFound)?;
    let kind = named(&template).ok_or(Error::NotFound)?.kind;
    let actor = Actor { kind: ActorKind::Link, id: Some(token.id()), ..who.clone() };
    Ok(Subscriber { actor, edition, address: recipient.to_lowercase(), kind, lang })
}

/// The kinds that she turned off.
///
/// # Errors
/// The database's.
pub async fn turned_off(conn: &mut AsyncPgConnection, who: &Subscriber) -> Result<Vec<MailKind>, Error> {
    let hers = mail_preference::table
        .filter(mail_preference::edition_id.eq(who.edition))
        .filter(mail_preference::address.eq(&who.address));
    Ok(hers.select(mail_preference::kind).order(mail_preference::kind).load(conn).await?)
}

/// Turns off the kind of the mail that the link stands in. Doing it twice is doing it once.
///
/// # Errors
/// The database's.
pub async fn unsubscribe(tx: &mut Tx, who: &Subscriber) -> Result<(), Error> {
    let mut off = turned_off(tx, who).await?;
    off.push(who.kind);
    set_turned_off(tx, who, &off).await
}

/// Turns off exactly the bulk kinds among `off`.
///
/// # Errors
/// The database's.
pub async fn set_turned_off(tx: &mut Tx, who: &Subscriber, off: &[MailKind]) -> Result<(), Error> {
    use mail_preference as p;
    let off: Vec<MailKind> = MailKind::BULK.into_iter().filter(|kind| off.contains(kind)).collect();
    let hers = p::table.filter(p::edition_id.eq(who.edition)).filter(p::address.eq(&who.address));
    let on = diesel::delete(hers.filter(p::kind.ne_all(off.clone()))).execute(&mut **tx).await?;
    let row =
        |kind: &MailKind| (p::edition_id.eq(who.edition), p::address.eq(&who.address), p::kind.eq(*kind));
    let rows: Vec<_> = off.iter().map(row).collect();
    let new = diesel::insert_into(p::table).values(rows).on_conflict_do_nothing().execute(&mut **tx).await?;
    if on + new == 0 {
        return Ok(());
    }
    // Not the address: the trail outlives her.
    let subject = who.actor.id.unwrap_or_default();
    let content = json!({ "after": { "off": off } });
    let edition = Some(who.edition);
    let entry = Entry { action: "mail.prefer", subject_kind: "mail", subject, edition, content };
    audit::record(tx, &who.actor, entry).await
}

/// Which of these mails their recipients turned off.
pub(super) async fn unwanted(tx: &mut Tx, mails: &[Claimed]) -> Result<Vec<Id<Mail>>, Error> {
    use mail_preference as p;
    let keys: Vec<String> = mails.iter().map(|row| row.recipient.to_lowercase()).collect();
    let off: Vec<(Uuid, String, MailKind)> = p::table
        .filter(p::address.eq_any(keys))
        .select((p::edition_id, p::address, p::kind))
        .load(&mut **tx)
        .await?;
    let is_off = |row: &&Claimed| {
        let kind = named(&row.template).map(|template| template.kind);
        let address = row.recipient.to_lowercase();
        off.iter().any(|one| Some(one.0) == row.edition_id && one.1 == address && Some(one.2) == kind)
    };
    Ok(mails.iter().filter(is_off).map(|row| row.id).collect())
}
