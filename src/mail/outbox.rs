//! Putting mails into the outbox.

use std::collections::BTreeMap;

use diesel::{
    prelude::*,
    sql_types::{Array, Jsonb, Nullable, Text, Timestamptz, Uuid as SqlUuid},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Rendering, Template};
use crate::{
    db::{Tx, prepared, schema::mail as table},
    error::Error,
    i18n::{self, Arg},
    keys::Link,
    values::{Email, Id, Lang, Moment},
};

/// Marks a row of the outbox in [`Id`].
#[derive(Debug)]
pub enum Mail {}

/// What a mail is about: one mail per cause, template and recipient, however often it is queued.
#[derive(Clone, Copy, Debug)]
pub struct Cause {
    /// The table of the causing row.
    pub kind: &'static str,
    /// The causing row; a fresh id where every asking is a cause of its own ("send again").
    pub id: Uuid,
}

impl Cause {
    /// What several rows cause together: the same whenever it is made of the same ones.
    #[must_use]
    pub fn of_all(kind: &'static str, rows: &[Uuid]) -> Self {
        let mixed = rows.iter().fold(0, |mixed, row| mixed ^ row.as_u128());
        Self { kind, id: Uuid::from_u128(mixed) }
    }
}

/// To whom, and in which language.
#[derive(Clone, Debug)]
pub struct Recipient {
    /// The address.
    pub email: Email,
    /// The name beside it; may be empty.
    pub name: String,
    /// The language of subject and body.
    pub lang: Lang,
}

/// A mail to be sent.
#[derive(Clone, Debug)]
pub struct NewMail {
    /// Its id, which also makes its Message-ID.
    pub id: Id<Mail>,
    /// The edition it speaks for; none for the site's own (sign-in, admin invitations).
    pub edition: Option<Uuid>,
    /// What caused it.
    pub cause: Cause,
    /// The template's name, such as `registration-confirmed`.
    pub template: &'static str,
    /// To whom.
    pub to: Recipient,
    /// What the template prints, as a JSON object. Values from outsiders are plain text.
    pub values: Value,
    /// Secret links the template may print as `links.NAME`, made live only at the socket.
    pub links: BTreeMap<&'static str, Link>,
    /// Not before this moment; none means at once.
    pub due_at: Option<Moment>,
}

/// Queues `mails` in the caller's transaction, in one statement. A mail with the same cause, template
/// and recipient as an earlier one is left out.
///
/// A batch sends this without waiting for the answer to the statement before, hence the shared reference.
///
/// # Errors
/// The database's.
pub async fn queue(tx: &Tx, mails: &[NewMail]) -> Result<(), Error> {
    let mut conn: &AsyncPgConnection = tx;
    let values = |mail: &NewMail| json!({ "values": mail.values, "links": mail.links });
    prepared(
        "INSERT INTO mail (id, edition_id, cause_kind, cause_id, template, recipient, recipient_name, lang, values, due_at)
         SELECT id, edition_id, cause_kind, cause_id, template, recipient, recipient_name, lang, values,
                coalesce(due_at, clock_timestamp())
         FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              AS t (id, edition_id, cause_kind, cause_id, template, recipient, recipient_name, lang, values, due_at)
         ON CONFLICT ON CONSTRAINT mail_cause_key DO NOTHING",
    )
    .bind::<Array<SqlUuid>, _>(mails.iter().map(|mail| mail.id.uuid()).collect::<Vec<_>>())
    .bind::<Array<Nullable<SqlUuid>>, _>(mails.iter().map(|mail| mail.edition).collect::<Vec<_>>())
    .bind::<Array<Text>, _>(mails.iter().map(|mail| mail.cause.kind).collect::<Vec<_>>())
    .bind::<Array<SqlUuid>, _>(mails.iter().map(|mail| mail.cause.id).collect::<Vec<_>>())
    .bind::<Array<Text>, _>(mails.iter().map(|mail| mail.template).collect::<Vec<_>>())
    .bind::<Array<Text>, _>(mails.iter().map(|mail| mail.to.email.as_str()).collect::<Vec<_>>())
    .bind::<Array<Text>, _>(mails.iter().map(|mail| mail.to.name.as_str()).collect::<Vec<_>>())
    .bind::<Array<Text>, _>(mails.iter().map(|mail| mail.to.lang.as_str()).collect::<Vec<_>>())
    .bind::<Array<Jsonb>, _>(mails.iter().map(values).collect::<Vec<_>>())
    .bind::<Array<Nullable<Timestamptz>>, _>(mails.iter().map(|mail| mail.due_at).collect::<Vec<_>>())
    .execute(&mut conn)
    .await?;
    Ok(())
}

/// Queues a mail that is printed already, as it shall go out: a test, in which no link may be live.
///
/// # Errors
/// The database's.
async fn queue_printed(tx: &mut Tx, mail: &NewMail, printed: &Rendering) -> Result<(), Error> {
    let dead = NewMail { links: BTreeMap::new(), ..mail.clone() };
    queue(tx, std::slice::from_ref(&dead)).await?;
    diesel::update(table::table.find(mail.id))
        .set((
            table::subject.eq(&printed.subject),
            table::body_text.eq(&printed.text),
            table::body_html.eq(&printed.html),
        ))
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Queues a test of `template` for `to`, printed already and marked as a test in its subject; answers its id.
///
/// # Errors
/// The database's.
pub async fn queue_test(
    tx: &mut Tx,
    edition: Uuid,
    (template, values): (&Template, Value),
    to: Recipient,
    mut printed: Rendering,
) -> Result<Id<Mail>, Error> {
    let subject = Arg::from(printed.subject.as_str());
    printed.subject = i18n::text_with(to.lang, "mail-test-subject", &[("subject", subject)]);
    let id = Id::fresh();
    let test = NewMail {
        id,
        edition: Some(edition),
        cause: Cause { kind: "mail_test", id: id.uuid() },
        template: template.name,
        to,
        values,
        links: BTreeMap::new(),
        due_at: None,
    };
    queue_printed(tx, &test, &printed).await?;
    Ok(id)
}
