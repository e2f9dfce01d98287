//! From the audit trail to deliveries, and the table `webhook_cursor`.

use diesel::{
    prelude::*,
    sql_types::{Array, BigInt, Text, Timestamptz, Uuid as SqlUuid},
};
use diesel_async::RunQueryDsl;
use uuid::Uuid;

use crate::{
    db::{Tx, schema::webhook_cursor},
    error::Error,
    values::Moment,
    webhooks::events::EVENTS,
};

/// About how many entries become deliveries in one transaction; one seal is never torn apart.
const ENTRIES: i64 = 5_000;

#[derive(QueryableByName)]
struct Reached {
    #[diesel(sql_type = diesel::sql_types::Nullable<BigInt>)]
    seal: Option<i64>,
}

/// What one entry means to one webhook.
#[derive(QueryableByName)]
struct Told {
    #[diesel(sql_type = SqlUuid)]
    webhook_id: Uuid,
    #[diesel(sql_type = SqlUuid)]
    entry_id: Uuid,
    #[diesel(sql_type = Text)]
    event: String,
    #[diesel(sql_type = SqlUuid)]
    subject_id: Uuid,
    #[diesel(sql_type = Timestamptz)]
    at: Moment,
}

/// Moves the cursor on over a few seals and makes deliveries of their entries. Answers whether there was anything to move
/// over; not while another node is at it.
pub(in crate::webhooks) async fn advance(tx: &mut Tx) -> Result<bool, Error> {
    let cursor: Option<i64> = webhook_cursor::table
        .select(webhook_cursor::seal)
        .for_update()
        .skip_locked()
        .first(&mut **tx)
        .await
        .optional()?;
    let Some(from) = cursor else { return Ok(false) };
    let reached: Reached = diesel::sql_query(
        "SELECT max(number) AS seal FROM (
             SELECT number, sum(entries) OVER (ORDER BY number) - entries AS before
             FROM (SELECT number, entries FROM audit_seal WHERE number > $1 ORDER BY number LIMIT 500) AS next) AS few
         WHERE before < $2",
    )
    .bind::<BigInt, _>(from)
    .bind::<BigInt, _>(ENTRIES)
    .get_result(&mut **tx)
    .await?;
    let Some(to) = reached.seal else { return Ok(false) };
    let told = told(tx, from, to).await?;
    insert(tx, &told).await?;
    diesel::update(webhook_cursor::table).set(webhook_cursor::seal.eq(to)).execute(&mut **tx).await?;
    Ok(true)
}

/// In the order of the trail. A disabled webhook is told nothing.
async fn told(tx: &mut Tx, from: i64, to: i64) -> Result<Vec<Told>, Error> {
    let pairs = EVENTS.iter().flat_map(|event| event.actions.iter().map(|action| (*action, event.name)));
    let (actions, names): (Vec<&str>, Vec<&str>) = pairs.unzip();
    let told = diesel::sql_query(
        "SELECT w.id AS webhook_id, e.id AS entry_id, named.event, e.subject_id, e.at
         FROM audit_entry e
         JOIN unnest($3, $4) AS named (action, event) ON named.action = e.action
         JOIN webhook w ON w.edition_id = e.edition_id AND w.state <> 'disabled' AND w.after_seal < e.seal
              AND (w.events = '{}' OR named.event = ANY (w.events))
         WHERE e.seal > $1 AND e.seal <= $2
         ORDER BY e.seal, e.position, w.id",
    )
    .bind::<BigInt, _>(from)
    .bind::<BigInt, _>(to)
    .bind::<Array<Text>, _>(actions)
    .bind::<Array<Text>, _>(names);
    Ok(told.load(&mut **tx).await?)
}

/// Ids rise in the order of the trail. A webhook that was removed just now is not missed.
async fn insert(tx: &mut Tx, told: &[Told]) -> Result<(), Error> {
    if told.is_empty() {
        return Ok(());
    }
    diesel::sql_query(
        "INSERT INTO delivery (id, webhook_id, entry_id, event, subject_id, occurred_at)
         SELECT t.id, t.webhook_id, t.entry_id, t.event, t.subject_id, t.occurred_at
         FROM unnest($1, $2, $3, $4, $5, $6) AS t (id, webhook_id, entry_id, event, subject_id, occurred_at)
         JOIN (SELECT id FROM webhook WHERE id = ANY ($2) FOR KEY SHARE) AS there ON there.id = t.webhook_id
         ON CONFLICT ON CONSTRAINT delivery_entry_key DO NOTHING",
    )
    .bind::<Array<SqlUuid>, _>(told.iter().map(|_| Uuid::now_v7()).collect::<Vec<_>>())
    .bind::<Array<SqlUuid>, _>(told.iter().map(|told| told.webhook_id).collect::<Vec<_>>())
    .bind::<Array<SqlUuid>, _>(told.iter().map(|told| told.entry_id).collect::<Vec<_>>())
    .bind::<Array<Text>, _>(told.iter().map(|told| told.event.as_str()).collect::<Vec<_>>())
    .bind::<Array<SqlUuid>, _>(told.iter().map(|told| told.subject_id).collect::<Vec<_>>())
    .bind::<Array<Timestamptz>, _>(told.iter().map(|told| told.at).collect::<Vec<_>>())
    .execute(&mut **tx)
    .await?;
    Ok(())
}
