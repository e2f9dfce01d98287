//! What happens to submissions by itself.

use std::collections::BTreeMap;

use jiff::SignedDuration;

use super::{
    Event, Promoted,
    locked::{Move, advance},
    mails::Told,
    store,
    vacancies::fill,
};
use crate::{
    accounts::proofs::System,
    calls,
    db::Tx,
    editions::{self, Edition},
    error::Error,
    mail, speakers,
    values::{Id, Zone},
};

/// How long before her date an applicant is reminded.
const BEFORE: SignedDuration = SignedDuration::from_hours(72);
/// How long after she was told she is left in peace.
const AFTER: SignedDuration = SignedDuration::from_hours(24);
/// How long nobody has touched what was edited before its owner is told.
const AT_REST: SignedDuration = SignedDuration::from_mins(30);

/// Duty: ends promises whose date to confirm by is past; answers how many.
///
/// # Errors
/// The database's.
pub async fn lapse(tx: &mut Tx, who: &System) -> Result<usize, Error> {
    let late = store::due::late(tx).await?;
    let now = tx.now().await?;
    for row in &late {
        advance(tx, who.actor(), row, Move::new("submission.lapse", Event::Lapse), now).await?;
    }
    Ok(late.len())
}

/// Duty: reminds, once, those whose date to confirm by is near; answers how many.
///
/// # Errors
/// The database's.
pub async fn remind(tx: &mut Tx, who: &System) -> Result<usize, Error> {
    let now = tx.now().await?;
    let due = store::due::to_remind(tx, now.plus(-AFTER), now.plus(BEFORE)).await?;
    if due.is_empty() {
        return Ok(0);
    }
    let zones = zones(tx, who).await?;
    let mut mails = Vec::new();
    for row in &due {
        let call = calls::by_id(tx, row.edition, row.call).await?;
        let speaker = speakers::of_submission(tx, row.edition, row.owner).await?;
        if let (Some(addressee), Some(zone)) = (speaker.addressee(), zones.get(&row.edition)) {
            mails.push(Told { row, call: &call, addressee }.reminder(zone));
        }
    }
    mail::queue(tx, &mails).await?;
    let ids: Vec<_> = due.iter().map(|row| row.id).collect();
    store::due::set_reminded(tx, &ids, now).await?;
    Ok(due.len())
}

/// Duty: tells whose submission was changed after it was handed in, once nobody has touched it for a while, so that a burst
/// of edits makes one mail; answers how many there were.
///
/// # Errors
/// The database's.
pub async fn tell_edited(tx: &mut Tx, _who: &System) -> Result<usize, Error> {
    let now = tx.now().await?;
    let edited = store::due::edited(tx, now.plus(-AT_REST)).await?;
    let mut mails = Vec::new();
    for (row, at) in &edited {
        let call = calls::by_id(tx, row.edition, row.call).await?;
        let speaker = speakers::of_submission(tx, row.edition, row.owner).await?;
        mails.extend(speaker.addressee().map(|addressee| Told { row, call: &call, addressee }.edited(*at)));
    }
    mail::queue(tx, &mails).await?;
    let ids: Vec<_> = edited.iter().map(|(row, _)| row.id).collect();
    store::due::forget_edited(tx, &ids).await?;
    Ok(edited.len())
}

/// Duty: where a call says so, gives a place that was given up to the next on standby and tells her; answers who has whose.
///
/// # Errors
/// The database's.
pub async fn promote_by_themselves(tx: &mut Tx, who: &System) -> Result<Vec<Promoted>, Error> {
    let open = store::due::vacancies(tx, None).await?;
    let zones = if open.is_empty() { BTreeMap::new() } else { zones(tx, who).await? };
    let mut promoted = Vec::new();
    for given_up in &open {
        let Some(next) = store::due::next_standby(tx, given_up).await? else { continue };
        let Some(zone) = zones.get(&next.edition) else { continue };
        let now = tx.now().await?;
        match fill(tx, who.actor(), (given_up, &next), zone, now).await {
            Ok(place) => promoted.push(place),
            // Staff, or another node, did so since we looked.
            Err(Error::Conflict(_)) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(promoted)
}

async fn zones(tx: &mut Tx, who: &System) -> Result<BTreeMap<Id<Edition>, Zone>, Error> {
    let all = editions::all(tx, who).await?;
    Ok(all.into_iter().map(|edition| (edition.id, edition.zone)).collect())
}
