//! Forgetting what mails said when their edition's time of keeping them is over.

use diesel::sql_types::{Int8, Uuid as SqlUuid};
use diesel_async::RunQueryDsl;
use serde_json::json;
use uuid::Uuid;

use crate::{
    accounts::proofs::System,
    audit::{self, Entry},
    db::{Tx, prepared},
    error::Error,
};

/// Mails emptied in one transaction.
const BATCH: i64 = 1_000;

#[derive(diesel::QueryableByName)]
struct Emptied {
    #[diesel(sql_type = SqlUuid)]
    edition_id: Uuid,
    #[diesel(sql_type = Int8)]
    mails: i64,
}

/// Duty: empties mails that are over, so many days after their edition as its settings say; answers how many. Words, values, the
/// recipient's name and what servers answered go. Address, cause and the rows that its links lead to stay: they tell that
/// somebody was written to, count, and find the mail when its person is erased.
///
/// # Errors
/// The database's.
pub async fn purge(tx: &mut Tx, who: &System) -> Result<i64, Error> {
    let emptied: Vec<Emptied> = prepared(
        "WITH over AS (
             SELECT m.id FROM mail m JOIN edition e ON e.id = m.edition_id
             WHERE e.ends_at + e.mail_kept_days * interval '1 day' < clock_timestamp()
               AND m.emptied_at IS NULL AND m.state IN ('sent', 'failed', 'suppressed')
             LIMIT ? FOR UPDATE OF m SKIP LOCKED
         ), emptied AS (
             UPDATE mail SET emptied_at = clock_timestamp(), recipient_name = '', subject = NULL, body_text = NULL,
                    body_html = NULL, values = jsonb_build_object('links', coalesce(values -> 'links', '{}'))
             FROM over WHERE mail.id = over.id RETURNING mail.id, edition_id
         ), answers AS (
             UPDATE mail_attempt SET answer = '' FROM emptied WHERE mail_id = emptied.id
         ), reports AS (
             UPDATE bounce SET diagnostic = '' FROM emptied WHERE mail_id = emptied.id
         )
         SELECT edition_id, count(*) AS mails FROM emptied GROUP BY edition_id",
    )
    .bind::<Int8, _>(BATCH)
    .load(&mut **tx)
    .await?;
    let entry = |of: &Emptied| Entry {
        action: "mail.purge",
        subject_kind: "edition",
        subject: of.edition_id,
        edition: Some(of.edition_id),
        content: json!({ "mails": of.mails }),
    };
    let entries: Vec<_> = emptied.iter().map(|of| (who.actor(), entry(of))).collect();
    audit::record_all(tx, &entries).await?;
    Ok(emptied.iter().map(|of| of.mails).sum())
}
