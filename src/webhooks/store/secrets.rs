//! The table `webhook_secret`.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use jiff::SignedDuration;
use uuid::Uuid;

use crate::{
    db::{Tx, clock_timestamp, schema::webhook_secret},
    error::Error,
    keys::Keys,
    values::Id,
    webhooks::{SECRET_OVERLAP_HOURS, Webhook, secrets::Secret},
};

/// Makes the webhook's first secret, or one that takes the place of the present; that one still signs for a day.
pub(in crate::webhooks) async fn replace(tx: &mut Tx, keys: &Keys, of: Id<Webhook>) -> Result<Secret, Error> {
    let present = webhook_secret::webhook_id.eq(of).and(webhook_secret::ends_at.is_null());
    let end = tx.now().await?.plus(SignedDuration::from_hours(SECRET_OVERLAP_HOURS));
    diesel::update(webhook_secret::table.filter(present))
        .set(webhook_secret::ends_at.eq(end))
        .execute(&mut **tx)
        .await?;
    let (secret, id) = (Secret::fresh(), Uuid::now_v7());
    let row = (
        webhook_secret::id.eq(id),
        webhook_secret::webhook_id.eq(of),
        webhook_secret::sealed.eq(secret.sealed(keys, id)?),
    );
    diesel::insert_into(webhook_secret::table).values(row).execute(&mut **tx).await?;
    Ok(secret)
}

/// What signs for the webhook at this moment, the present secret first.
pub(in crate::webhooks) async fn signing(
    tx: &mut Tx,
    keys: &Keys,
    of: Id<Webhook>,
) -> Result<Vec<Secret>, Error> {
    let ended = webhook_secret::ends_at.le(clock_timestamp().nullable());
    let rows: Vec<(Uuid, Vec<u8>)> = webhook_secret::table
        .filter(webhook_secret::webhook_id.eq(of))
        .filter(webhook_secret::ends_at.is_null().or(diesel::dsl::not(ended)))
        .order(webhook_secret::id.desc())
        .select((webhook_secret::id, webhook_secret::sealed))
        .load(&mut **tx)
        .await?;
    rows.into_iter().map(|(id, sealed)| Secret::open(keys, id, &sealed)).collect()
}

/// Forgets secrets that sign nothing any more.
pub(in crate::webhooks) async fn forget(tx: &mut Tx) -> Result<usize, Error> {
    let over = webhook_secret::ends_at.le(clock_timestamp().nullable());
    Ok(diesel::delete(webhook_secret::table.filter(over)).execute(&mut **tx).await?)
}
