//! What happens to offers by itself.

use serde_json::json;

use crate::{
    accounts::proofs::System,
    audit::{self, Entry},
    db::Tx,
    editions,
    error::Error,
    mail::{self, NewMail},
    registrations::{
        Act, CancelReason, Offer, Registration,
        line::Line,
        locked::{addressee, advance, send},
        store::{self, offers::Due},
        types::TypeId,
    },
    values::{Id, time},
};

/// Duty: offers free places to the first in line whose pools all have room, where offers have not ended;
/// answers how many.
///
/// # Errors
/// The database's.
pub async fn offer_places(tx: &mut Tx, who: &System) -> Result<usize, Error> {
    let due = store::offers::due(tx).await?;
    if due.is_empty() {
        return Ok(0);
    }
    let types: Vec<TypeId> = due.iter().map(|due| due.type_id).collect();
    let mut line = Line::lock(tx, &types).await?;
    // Whoever waits can't leave the line before we let go of its pools.
    let waiting = line.waiting(tx, None).await?;
    let kept = line.places().reserve(waiting.iter().map(|waiter| waiter.type_id));
    let first = waiting.iter().zip(kept).filter(|(_, kept)| *kept).map(|(waiter, _)| waiter.id);
    let first: Vec<Id<Registration>> = first.collect();
    if first.is_empty() {
        return Ok(0);
    }
    let rows = store::offers::offer(tx, &first).await?;
    line.settle(tx, rows.iter().map(|(row, _)| (row.type_id, 1))).await?;
    tell(tx, who, &due, &rows).await?;
    Ok(rows.len())
}

async fn tell(
    tx: &mut Tx,
    who: &System,
    due: &[Due],
    rows: &[(Registration, Id<Offer>)],
) -> Result<(), Error> {
    let mut mails = Vec::with_capacity(rows.len());
    let mut entries = Vec::with_capacity(rows.len());
    for (row, offer) in rows {
        let hours = due.iter().find(|due| due.edition_id == row.edition).map_or(0, |due| due.offer_hours);
        mails.push(addressee(row, &row.name()).offered(offer.uuid(), hours));
        let entry = Entry {
            action: "registration.offer",
            subject_kind: "registration",
            subject: row.id.uuid(),
            edition: Some(row.edition.uuid()),
            content: json!({ "offer": offer }),
        };
        entries.push((who.actor(), entry));
    }
    audit::record_all(tx, &entries).await?;
    mail::queue(tx, &mails).await
}

/// Duty: gives offers their deadlines once the mail server has taken their mails, or has finally refused them;
/// answers how many.
///
/// # Errors
/// The database's.
pub async fn start_offer_clocks(tx: &mut Tx, _who: &System) -> Result<usize, Error> {
    let told = store::offers::told(tx).await?;
    let deadline = |told: store::offers::Told| {
        let hours = u16::try_from(told.offer_hours).unwrap_or_default();
        (told.id, time::offer_deadline(told.at, hours, &told.zone))
    };
    let deadlines: Vec<_> = told.into_iter().map(deadline).collect();
    store::offers::set_deadlines(tx, &deadlines).await?;
    Ok(deadlines.len())
}

/// Duty: reminds, once, those whose time to answer is nearly up; answers how many.
///
/// # Errors
/// The database's.
pub async fn remind_of_offers(tx: &mut Tx, who: &System) -> Result<usize, Error> {
    let open = store::offers::unreminded(tx).await?;
    if open.is_empty() {
        return Ok(0);
    }
    let (editions, now) = (editions::all(tx, who).await?, tx.now().await?);
    let reminder = |(row, offer): &(Registration, Offer)| {
        let zone = &editions.iter().find(|edition| edition.id == row.edition)?.zone;
        let end = offer.expires_at?;
        time::near_deadline(offer.offered_at, end, zone).filter(|due| *due <= now)?;
        let until = time::moment_with_zone(row.lang, end, zone);
        Some(addressee(row, &row.name()).offer_expiring(offer.id.uuid(), &until))
    };
    let mails: Vec<NewMail> = open.iter().filter_map(reminder).collect();
    mail::queue(tx, &mails).await?;
    Ok(mails.len())
}

/// Duty: ends offers whose time is up; answers how many.
///
/// # Errors
/// The database's.
pub async fn expire_offers(tx: &mut Tx, who: &System) -> Result<usize, Error> {
    let late = store::offers::late(tx).await?;
    if late.is_empty() {
        return Ok(0);
    }
    let types: Vec<TypeId> = late.iter().map(|(_, type_id)| *type_id).collect();
    let ids: Vec<Id<Registration>> = late.iter().map(|(id, _)| *id).collect();
    let mut line = Line::lock(tx, &types).await?;
    let rows = store::offers::lock_late(tx, &ids).await?;
    let now = tx.now().await?;
    let act = Act::Cancel(CancelReason::OfferLapsed);
    for row in &rows {
        if let Some(moved) =
            advance(tx, &mut line, row, who.actor(), ("registration.expire-offer", act), now).await?
        {
            send(tx, &moved, |addressee| addressee.ended(CancelReason::OfferLapsed)).await?;
        }
    }
    Ok(rows.len())
}
