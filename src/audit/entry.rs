//! Writing entries, and emptying them when a person is erased.

use diesel::{
    prelude::*,
    sql_types::{Array, Binary, Jsonb, Nullable, Text, Timestamptz, Uuid as SqlUuid},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde_json::Value;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{
    db::{Tx, prepared, schema::audit_entry},
    error::Error,
    values::Moment,
};

crate::text_enum! {
    /// What kind of hand made a change.
    pub enum ActorKind {
        /// Somebody on a public page.
        Visitor = "visitor",
        /// A signed-in account; `id` is the account's.
        Account = "account",
        /// The holder of a secret link; `id` is the row it opens.
        Link = "link",
        /// An API token; `id` is the token's.
        Token = "token",
        /// The operator at the shell.
        Shell = "shell",
        /// A duty of the program itself.
        Duty = "duty",
    }
}

/// Who acts, and from where. Every proof carries one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// What kind of hand.
    pub kind: ActorKind,
    /// Whose, where the kind has an id.
    pub id: Option<Uuid>,
    /// The network address asked from.
    pub address: Option<String>,
    /// The request it came with, as in the log.
    pub request_id: Option<String>,
}

impl Actor {
    /// The program itself.
    #[must_use]
    pub fn duty() -> Self {
        Self { kind: ActorKind::Duty, id: None, address: None, request_id: None }
    }

    /// The account that acts, where it is one.
    #[must_use]
    pub fn account(&self) -> Option<Uuid> {
        self.id.filter(|_| self.kind == ActorKind::Account)
    }

    /// The operator at the shell.
    #[must_use]
    pub fn shell() -> Self {
        Self { kind: ActorKind::Shell, id: None, address: None, request_id: None }
    }
}

/// What an entry says besides who.
#[derive(Clone, Debug)]
pub struct Entry {
    /// `noun.verb`, such as `registration.cancel`; each has a locale key `audit-noun-verb`.
    pub action: &'static str,
    /// The table of the changed row.
    pub subject_kind: &'static str,
    /// The changed row.
    pub subject: Uuid,
    /// The edition it belongs to, if any.
    pub edition: Option<Uuid>,
    /// What was before and is after, as the domain sees fit; null where the action says it all.
    pub content: Value,
}

/// An entry with what is made up when it is written.
struct Row<'a> {
    id: Uuid,
    at: Moment,
    actor: &'a Actor,
    entry: &'a Entry,
    salt: [u8; 16],
    digest: Vec<u8>,
}

/// Records one change in the transaction that makes it.
///
/// # Errors
/// The database's.
pub async fn record(tx: &mut Tx, actor: &Actor, entry: Entry) -> Result<(), Error> {
    record_all(tx, &[(actor, entry)]).await
}

/// Records the changes of a batch, each with its own actor, in one statement. A batch sends it without
/// waiting for the answer to the statement before, hence the shared reference.
///
/// # Errors
/// The database's.
pub async fn record_all(tx: &Tx, entries: &[(&Actor, Entry)]) -> Result<(), Error> {
    let mut conn: &AsyncPgConnection = tx;
    let rows: Vec<Row<'_>> = entries.iter().map(|(actor, entry)| row(actor, entry)).collect();
    prepared(
        "INSERT INTO audit_entry (id, at, actor_kind, actor_id, address, request_id, edition_id, action, subject_kind,
                                  subject_id, content, salt, digest)
         SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind::<Array<SqlUuid>, _>(each(&rows, |row| row.id))
    .bind::<Array<Timestamptz>, _>(each(&rows, |row| row.at))
    .bind::<Array<Text>, _>(each(&rows, |row| row.actor.kind))
    .bind::<Array<Nullable<SqlUuid>>, _>(each(&rows, |row| row.actor.id))
    .bind::<Array<Nullable<Text>>, _>(each(&rows, |row| row.actor.address.as_deref()))
    .bind::<Array<Nullable<Text>>, _>(each(&rows, |row| row.actor.request_id.as_deref()))
    .bind::<Array<Nullable<SqlUuid>>, _>(each(&rows, |row| row.entry.edition))
    .bind::<Array<Text>, _>(each(&rows, |row| row.entry.action))
    .bind::<Array<Text>, _>(each(&rows, |row| row.entry.subject_kind))
    .bind::<Array<SqlUuid>, _>(each(&rows, |row| row.entry.subject))
    .bind::<Array<Jsonb>, _>(each(&rows, |row| &row.entry.content))
    .bind::<Array<Binary>, _>(each(&rows, |row| row.salt.as_slice()))
    .bind::<Array<Binary>, _>(each(&rows, |row| row.digest.as_slice()))
    .execute(&mut conn)
    .await?;
    Ok(())
}

fn each<'a, T>(rows: &'a [Row<'a>], column: impl Fn(&'a Row<'a>) -> T) -> Vec<T> {
    rows.iter().map(column).collect()
}

fn row<'a>(actor: &'a Actor, entry: &'a Entry) -> Row<'a> {
    let (at, salt) = (Moment::now(), rand::random::<[u8; 16]>());
    let digest = digest(&salt, at, entry.action, entry.subject, actor, &entry.content);
    Row { id: Uuid::now_v7(), at, actor, entry, salt, digest }
}

/// SHA-256 over the salt and everything an entry says, in a fixed order with separators. JSON objects
/// have sorted keys on both sides, as `serde_json` and `jsonb` do not keep an order of their own.
pub(super) fn digest(
    salt: &[u8],
    at: Moment,
    action: &str,
    subject: Uuid,
    actor: &Actor,
    content: &Value,
) -> Vec<u8> {
    let said = format!(
        "{at}\u{1f}{action}\u{1f}{subject}\u{1f}{}\u{1f}{}\u{1f}{}\u{1f}{content}",
        actor.kind,
        actor.id.map(|id| id.to_string()).unwrap_or_default(),
        actor.address.as_deref().unwrap_or_default(),
    );
    Sha256::new().chain_update(salt).chain_update(said.as_bytes()).finalize().to_vec()
}

/// Empties content, salt and address of every entry about `subjects`; digests stay, so seals still verify.
///
/// # Errors
/// The database's.
pub async fn erase(tx: &mut Tx, subjects: &[Uuid]) -> Result<(), Error> {
    use audit_entry as e;
    diesel::update(e::table.filter(e::subject_id.eq_any(subjects)))
        .set((e::content.eq(None::<Value>), e::salt.eq(None::<Vec<u8>>), e::address.eq(None::<String>)))
        .execute(&mut **tx)
        .await?;
    Ok(())
}
