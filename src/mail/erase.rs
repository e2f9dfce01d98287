//! Emptying the mails of somebody who was erased.

use diesel::sql_types::Uuid as SqlUuid;
use diesel_async::RunQueryDsl;
use uuid::Uuid;

use crate::{db::Tx, error::Error};

/// Empties recipient, values and bodies of every mail of `edition` that carries a link to `row`; those not
/// yet sent are suppressed. The rows stay, for the counts of the outbox.
///
/// # Errors
/// The database's.
pub async fn erase(tx: &mut Tx, edition: Uuid, row: Uuid) -> Result<(), Error> {
    diesel::sql_query(
        "UPDATE mail SET recipient = '', recipient_name = '', values = '{}', subject = NULL, body_text = NULL,
                body_html = NULL, lease_until = NULL,
                state = CASE WHEN state IN ('draft', 'queued', 'sending') THEN 'suppressed' ELSE state END
         WHERE edition_id = $1 AND $2 IN (
             SELECT (link.value ->> 'id')::uuid FROM jsonb_each(values -> 'links') AS link)",
    )
    .bind::<SqlUuid, _>(edition)
    .bind::<SqlUuid, _>(row)
    .execute(&mut **tx)
    .await?;
    Ok(())
}
