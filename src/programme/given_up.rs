//! Slots of those who gave up their places: they leave the draft, and are kept in mind until somebody has them.

use diesel_async::AsyncPgConnection;
use jiff::SignedDuration;

use super::{FreedSlot, sessions, store};
use crate::{
    accounts::proofs::{Admin, Programme, System},
    db::Tx,
    error::Error,
    submissions::SubmissionId,
};

/// Duty: takes one session out of the draft whose applicant gave it up, and keeps its slot in mind; answers whether there was
/// one. A session for which people can sign up is left to staff, who tell them first; and so is one of a person that staff pinned, or put
/// others into.
///
/// # Errors
/// The database's.
pub async fn free_given_up(tx: &mut Tx, who: &System) -> Result<bool, Error> {
    let Some((edition, submission)) = store::given_up::due(tx).await? else { return Ok(false) };
    let who = Programme::from(&Admin::of_system(who).organiser_of(edition));
    free(tx, &who, submission).await?;
    Ok(true)
}

/// The slots that stand free again.
///
/// # Errors
/// The database's.
pub async fn freed(conn: &mut AsyncPgConnection, who: &Programme) -> Result<Vec<FreedSlot>, Error> {
    store::given_up::of_edition(conn, who.edition()).await
}

/// Forgets the slot that was given up and answers it, for who is to have it now; its session leaves the draft if it is there
/// still.
///
/// # Errors
/// The database's.
pub async fn take_freed(
    tx: &mut Tx,
    who: &Programme,
    submission: SubmissionId,
) -> Result<Option<FreedSlot>, Error> {
    if store::given_up::is_due(tx, who.edition(), submission).await? {
        free(tx, who, submission).await?;
    }
    store::given_up::take(tx, who.edition(), submission).await
}

/// Whether nothing else of the draft is in the slot's room then.
///
/// # Errors
/// The database's.
pub async fn is_free(conn: &mut AsyncPgConnection, slot: &FreedSlot) -> Result<bool, Error> {
    let end = slot.starts_at.plus(SignedDuration::from_mins(slot.minutes.into()));
    Ok(!store::given_up::is_used(conn, slot.room, (slot.starts_at, end)).await?)
}

async fn free(tx: &mut Tx, who: &Programme, submission: SubmissionId) -> Result<(), Error> {
    let rooms = store::draft::rooms_of_sessions(tx, who.edition()).await?;
    for row in store::session::lock_made_from(tx, who.edition(), &[submission]).await? {
        let room = rooms.get(&row.id).and_then(|rooms| rooms.first()).copied();
        if let Some((room, starts_at)) = room.zip(row.starts_at) {
            let slot = FreedSlot { submission, edition: row.edition, room, starts_at, minutes: row.minutes };
            store::given_up::insert(tx, &slot).await?;
        }
        sessions::remove(tx, who, (row.id, row.version)).await?;
    }
    Ok(())
}
