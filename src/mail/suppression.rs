//! Addresses that mail does not reach. Nothing is sent there until somebody who knows better lifts that; a corrected
//! address is another one.

use std::collections::BTreeSet;

use diesel::{
    prelude::*,
    sql_types::{Bool, Text, Uuid as SqlUuid},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde_json::json;
use uuid::Uuid;

use super::{letters::Reach, outbox::Mail};
use crate::{
    audit::{self, Actor, Entry},
    db::{Tx, prepared, schema::suppression},
    error::Error,
    values::{Id, Moment},
};

crate::text_enum! {
    /// Why an address is suppressed.
    pub enum SuppressionReason {
        /// A mail came back for good.
        Bounced = "bounced",
        /// Its mail server refused the address.
        Refused = "refused",
        /// Mails came back again and again.
        KeptFailing = "kept-failing",
    }
}

/// An address that mail does not reach.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = suppression)]
pub struct Suppression {
    /// Its id.
    pub id: Id<Suppression>,
    /// The address, in lower case.
    pub address: String,
    /// Why.
    pub reason: SuppressionReason,
    /// What the last server said; may be blank.
    pub diagnostic: String,
    /// The mail that failed, while it is kept.
    pub mail_id: Option<Id<Mail>>,
    /// Since when.
    pub since: Moment,
}

/// What is known when an address fails.
pub(super) struct NewSuppression<'a> {
    pub(super) address: &'a str,
    pub(super) reason: SuppressionReason,
    pub(super) diagnostic: &'a str,
    pub(super) mail: Id<Mail>,
    pub(super) edition: Option<Uuid>,
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = SqlUuid)]
    id: Id<Suppression>,
}

/// Suppresses an address, unless it is already. The audit entry says which mail told, not the address: it outlives her.
pub(super) async fn suppress(tx: &mut Tx, who: &Actor, new: NewSuppression<'_>) -> Result<(), Error> {
    let upsert = "INSERT INTO suppression (id, address, reason, diagnostic, mail_id) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT ON CONSTRAINT suppression_address_key
         DO UPDATE SET reason = excluded.reason, diagnostic = excluded.diagnostic, mail_id = excluded.mail_id,
                       since = excluded.since, lifted_at = NULL
         WHERE suppression.lifted_at IS NOT NULL RETURNING id";
    let id: Option<Row> = prepared(upsert)
        .bind::<SqlUuid, _>(Id::<Suppression>::fresh())
        .bind::<Text, _>(new.address.to_lowercase())
        .bind::<Text, _>(new.reason)
        .bind::<Text, _>(new.diagnostic.replace('\0', ""))
        .bind::<SqlUuid, _>(new.mail)
        .get_result(&mut **tx)
        .await
        .optional()?;
    let Some(Row { id }) = id else { return Ok(()) };
    let content = json!({ "after": { "reason": new.reason, "mail": new.mail } });
    record(tx, who, "suppression.add", id, new.edition, content).await
}

async fn record(
    tx: &mut Tx,
    who: &Actor,
    action: &'static str,
    id: Id<Suppression>,
    edition: Option<Uuid>,
    content: serde_json::Value,
) -> Result<(), Error> {
    let entry = Entry { action, subject_kind: "suppression", subject: id.uuid(), edition, content };
    audit::record(tx, who, entry).await
}

/// Has mail sent to an address within `reach` again.
///
/// # Errors
/// [`Error::NotFound`] beyond `reach`, or when it is not suppressed.
pub async fn lift(
    tx: &mut Tx,
    reach: Reach,
    who: &Actor,
    id: Id<Suppression>,
    now: Moment,
) -> Result<(), Error> {
    let seen = seen(reach).filter(suppression::id.eq(id)).select(Suppression::as_select());
    let before: Suppression = seen.first(&mut **tx).await?;
    let lifted = diesel::update(suppression::table.find(id).filter(suppression::lifted_at.is_null()));
    if lifted.set(suppression::lifted_at.eq(now)).execute(&mut **tx).await? == 0 {
        return Err(Error::NotFound);
    }
    let edition = match reach {
        Reach::Edition(edition) => Some(edition),
        Reach::Site => None,
    };
    let content = json!({ "before": { "reason": before.reason, "since": before.since } });
    record(tx, who, "suppression.lift", id, edition, content).await
}

/// Those within `reach`: an edition's are those that a mail of it was for.
fn seen(reach: Reach) -> suppression::BoxedQuery<'static, diesel::pg::Pg> {
    let all = suppression::table.filter(suppression::lifted_at.is_null()).into_boxed();
    match reach {
        Reach::Site => all,
        Reach::Edition(edition) => {
            let used = diesel::dsl::sql::<Bool>(
                "EXISTS (SELECT FROM mail WHERE lower(mail.recipient) = suppression.address AND mail.edition_id = ",
            );
            all.filter(used.bind::<SqlUuid, _>(edition).sql(")"))
        }
    }
}

/// The suppressed addresses within `reach`, the latest first; the latest 500 where there are more.
///
/// # Errors
/// The database's.
pub async fn suppressions(conn: &mut AsyncPgConnection, reach: Reach) -> Result<Vec<Suppression>, Error> {
    let rows = seen(reach).order((suppression::since.desc(), suppression::id)).limit(500);
    Ok(rows.select(Suppression::as_select()).load(conn).await?)
}

/// Which of these addresses are suppressed, in any case.
///
/// # Errors
/// The database's.
pub async fn suppressed(
    conn: &mut AsyncPgConnection,
    addresses: impl IntoIterator<Item = &str>,
) -> Result<Vec<Suppression>, Error> {
    let keys: BTreeSet<String> = addresses.into_iter().map(str::to_lowercase).collect();
    let rows =
        suppression::table.filter(suppression::address.eq_any(keys)).filter(suppression::lifted_at.is_null());
    Ok(rows.select(Suppression::as_select()).order(suppression::address).load(conn).await?)
}
