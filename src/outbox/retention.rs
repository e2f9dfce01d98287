//! Forgetting what mails said when their edition's time of keeping them is over.

use diesel::sql_types::{Int4, Int8, Nullable, Uuid as SqlUuid};
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

/// Days for which mails of no edition are kept: those that let somebody sign in, or tell of her account.
const SITE_DAYS: i32 = 90;

#[derive(diesel::QueryableByName)]
struct Emptied {
    #[diesel(sql_type = Nullable<SqlUuid>)]
    edition_id: Option<Uuid>,
    #[diesel(sql_type = Int8)]
    mails: i64,
}

/// Duty: empties mails that are over, so many days after their edition as its settings say, those of no edition 90 days after they
/// were put in; answers how many. One that staff still hold is taken out of the line. Words, values, the recipient's name and what
/// servers answered go. Address, cause and the rows that its links lead to stay: they tell that
/// somebody was written to, count, and find the mail when its person is erased.
///
/// # Errors
/// The database's.
pub async fn purge(tx: &mut Tx, who: &System) -> Result<i64, Error> {
    let emptied: Vec<Emptied> = prepared(
        "WITH over AS (
             SELECT id FROM mail
             WHERE emptied_at IS NULL AND state NOT IN ('queued', 'sending')
               AND (edition_id = ANY (ARRAY(
                        SELECT id FROM edition WHERE ends_at + mail_kept_days * interval '1 day' < clock_timestamp()))
                    OR edition_id IS NULL AND created_at < clock_timestamp() - make_interval(days => ?))
             LIMIT ? FOR UPDATE SKIP LOCKED
         ), emptied AS (
             UPDATE mail SET emptied_at = clock_timestamp(), recipient_name = '', subject = NULL, body_text = NULL,
                    body_html = NULL, state = CASE state WHEN 'draft' THEN 'suppressed' ELSE state END,
                    withheld = CASE state WHEN 'draft' THEN 'staff' ELSE withheld END,
                    values = jsonb_build_object('links', coalesce(values -> 'links', '{}'))
             FROM over WHERE mail.id = over.id RETURNING mail.id, edition_id
         ), answers AS (
             UPDATE mail_attempt SET answer = '' FROM emptied WHERE mail_id = emptied.id
         ), addresses AS (
             UPDATE suppression SET diagnostic = '' FROM emptied WHERE mail_id = emptied.id
         ), reports AS (
             UPDATE bounce SET diagnostic = '' FROM emptied WHERE mail_id = emptied.id
         )
         SELECT edition_id, count(*) AS mails FROM emptied GROUP BY edition_id",
    )
    .bind::<Int4, _>(SITE_DAYS)
    .bind::<Int8, _>(BATCH)
    .load(&mut **tx)
    .await?;
    let entry = |of: &Emptied| Entry {
        action: "mail.purge",
        subject_kind: if of.edition_id.is_some() { "edition" } else { "mail" },
        subject: of.edition_id.unwrap_or_default(),
        edition: of.edition_id,
        content: json!({ "mails": of.mails }),
    };
    let entries: Vec<_> = emptied.iter().map(|of| (who.actor(), entry(of))).collect();
    audit::record_all(tx, &entries).await?;
    Ok(emptied.iter().map(|of| of.mails).sum())
}
