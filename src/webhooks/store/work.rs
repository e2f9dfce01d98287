//! Deliveries as the courier uses them: claim, note what became of a try.

use diesel::{
    prelude::*,
    sql_types::{BigInt, Bool, Double, Integer, Text, Timestamptz, Uuid as SqlUuid},
};
use diesel_async::RunQueryDsl;
use uuid::Uuid;

use crate::{
    db::{Tx, schema::delivery_attempt},
    error::Error,
    values::{Id, Moment},
    webhooks::{Delivery, DeliveryState, Tried, Webhook, schedule::Fate},
};

/// Deliveries that one webhook is sent at a time while it works; while it does not, it gets one, so that those
/// that work don't wait for it.
const AT_ONCE: i64 = 4;

/// A delivery that this worker holds a lease of.
#[derive(Clone, Debug, QueryableByName)]
pub(in crate::webhooks) struct Row {
    #[diesel(sql_type = SqlUuid)]
    pub(in crate::webhooks) id: Id<Delivery>,
    #[diesel(sql_type = SqlUuid)]
    pub(in crate::webhooks) webhook_id: Id<Webhook>,
    #[diesel(sql_type = Text)]
    pub(in crate::webhooks) event: String,
    #[diesel(sql_type = SqlUuid)]
    pub(in crate::webhooks) subject_id: Uuid,
    #[diesel(sql_type = Timestamptz)]
    pub(in crate::webhooks) occurred_at: Moment,
    /// This try's number: whoever holds a later one took the delivery over.
    #[diesel(sql_type = Integer)]
    pub(in crate::webhooks) attempts: i32,
    #[diesel(sql_type = Integer)]
    pub(in crate::webhooks) tries_from: i32,
    /// How many seconds ago the present series of tries began.
    #[diesel(sql_type = Double)]
    pub(in crate::webhooks) age: f64,
    #[diesel(sql_type = Text)]
    pub(in crate::webhooks) url: String,
    #[diesel(sql_type = SqlUuid)]
    pub(in crate::webhooks) edition_id: Uuid,
    #[diesel(sql_type = Text)]
    pub(in crate::webhooks) edition: String,
}

/// Takes at most `limit` deliveries that are due, or whose lease ran out, for `lease` seconds; webhooks take turns by chance.
pub(in crate::webhooks) async fn claim(tx: &mut Tx, limit: usize, lease: f64) -> Result<Vec<Row>, Error> {
    let claimed = diesel::sql_query(
        "UPDATE delivery SET state = 'sending', attempts = attempts + 1,
                series_from = coalesce(series_from, clock_timestamp()),
                lease_until = clock_timestamp() + make_interval(secs => $2)
         FROM (SELECT d.id, w.url, w.edition_id, e.slug
               FROM webhook w
               JOIN edition e ON e.id = w.edition_id
               CROSS JOIN LATERAL (
                   SELECT id FROM delivery
                   WHERE webhook_id = w.id AND due_at <= statement_timestamp()
                     AND (state = 'queued' OR state = 'sending' AND lease_until <= statement_timestamp())
                   ORDER BY due_at, id LIMIT CASE WHEN w.failing_since IS NULL THEN $3 ELSE 1 END
                   FOR UPDATE SKIP LOCKED) AS d
               WHERE w.state = 'active'
                 AND (SELECT count(*) FROM delivery busy
                      WHERE busy.webhook_id = w.id AND busy.state = 'sending' AND busy.lease_until > statement_timestamp())
                     < CASE WHEN w.failing_since IS NULL THEN $3 ELSE 1 END
               ORDER BY random() LIMIT $1) AS due
         WHERE delivery.id = due.id
         RETURNING delivery.id, webhook_id, event, subject_id, occurred_at, attempts, tries_from,
                   extract(epoch FROM clock_timestamp() - series_from)::float8 AS age,
                   due.url, due.edition_id, due.slug AS edition",
    )
    .bind::<BigInt, _>(i64::try_from(limit).unwrap_or(i64::MAX))
    .bind::<Double, _>(lease)
    .bind::<BigInt, _>(AT_ONCE);
    Ok(claimed.load(&mut **tx).await?)
}

/// Notes how this try ended and moves the delivery on. Answers false when another worker has taken it over since; the try is
/// kept all the same.
pub(in crate::webhooks) async fn settle(
    tx: &mut Tx,
    row: &Row,
    tried: &Tried,
    fate: Fate,
) -> Result<bool, Error> {
    use delivery_attempt as a;
    diesel::insert_into(a::table)
        .values((
            a::delivery_id.eq(row.id),
            a::number.eq(row.attempts),
            a::outcome.eq(tried.outcome),
            a::status.eq(tried.status.map(i32::from)),
            a::milliseconds.eq(i32::try_from(tried.took.as_millis()).unwrap_or(i32::MAX)),
            a::answer.eq(&tried.answer),
        ))
        .on_conflict_do_nothing()
        .execute(&mut **tx)
        .await?;
    let (state, wait) = match fate {
        Fate::Delivered => (DeliveryState::Delivered, 0.0),
        Fate::Failed => (DeliveryState::Failed, 0.0),
        Fate::Later(wait) => (DeliveryState::Queued, wait.as_secs_f64()),
    };
    let moved = diesel::sql_query(
        "UPDATE delivery SET state = $3, lease_until = NULL,
                delivered_at = CASE WHEN $4 THEN clock_timestamp() END,
                due_at = CASE WHEN $3 = 'queued' THEN clock_timestamp() + make_interval(secs => $5) ELSE due_at END
         WHERE id = $1 AND state = 'sending' AND attempts = $2",
    )
    .bind::<SqlUuid, _>(row.id)
    .bind::<Integer, _>(row.attempts)
    .bind::<Text, _>(state)
    .bind::<Bool, _>(state == DeliveryState::Delivered)
    .bind::<Double, _>(wait)
    .execute(&mut **tx)
    .await?;
    Ok(moved > 0)
}
