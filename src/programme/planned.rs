//! Finding sessions of the draft, each with its slot and its people.

use std::collections::BTreeSet;

use diesel_async::AsyncPgConnection;
use jiff::SignedDuration;
use uuid::Uuid;

use super::{DraftSession, Interval, Part, Places, Session, SessionRow, store};
use crate::{
    accounts::proofs::Programme,
    editions::{Edition, Room},
    error::Error,
    speakers::SpeakerId,
    submissions::SubmissionId,
    values::{Id, Moment},
};

/// A session of the draft, with all that belongs to it.
#[derive(Clone, Debug)]
pub struct Planned {
    /// What is said about it.
    pub row: SessionRow,
    /// What its checks see, its rooms and time among it.
    pub facts: DraftSession,
    /// Who takes part, in the order of protocol.
    pub people: Vec<(SpeakerId, Part)>,
    /// Its places, where they are limited.
    pub places: Option<Places>,
    /// Whether it was made from something that nobody confirmed, or nobody confirms any more; no release has it.
    pub unconfirmed: bool,
}

/// Every session of the draft: those with a time in its order, then the others.
///
/// # Errors
/// The database's.
pub async fn planned(conn: &mut AsyncPgConnection, who: &Programme) -> Result<Vec<Planned>, Error> {
    of_edition(conn, who.edition()).await
}

pub(super) async fn of_edition(conn: &mut AsyncPgConnection, edition: Uuid) -> Result<Vec<Planned>, Error> {
    let rows = store::session::of_edition(conn, edition).await?;
    let mut rooms = store::draft::rooms_of_sessions(conn, edition).await?;
    let mut people = store::draft::people_of_sessions(conn, edition).await?;
    let places = store::places::of_edition(conn, edition).await?;
    let unconfirmed = store::unplanned::unconfirmed(conn, edition).await?;
    let planned = rows.into_iter().map(|row| {
        let (rooms, people) = (rooms.remove(&row.id), people.remove(&row.id));
        let places = places.get(&row.id).copied();
        Planned::of(row, (rooms.unwrap_or_default(), people.unwrap_or_default()), places, &unconfirmed)
    });
    planned.collect()
}

/// How many sessions of the draft have no time or no room yet; a count, for whoever may see counts.
///
/// # Errors
/// The database's.
pub async fn unplaced(conn: &mut AsyncPgConnection, edition: Id<Edition>) -> Result<i64, Error> {
    store::session::unplaced(conn, edition.uuid()).await
}

/// One of them.
///
/// # Errors
/// [`Error::NotFound`] outside the proof's edition, or once it was removed.
pub async fn find(conn: &mut AsyncPgConnection, who: &Programme, id: Id<Session>) -> Result<Planned, Error> {
    let row = store::session::find(conn, who.edition(), id).await?;
    let rooms = store::draft::rooms_of_sessions(conn, who.edition()).await?.remove(&id);
    let people = store::draft::people_of_sessions(conn, who.edition()).await?.remove(&id);
    let places = store::places::of_session(conn, id).await?;
    let unconfirmed = store::unplanned::unconfirmed(conn, who.edition()).await?;
    Planned::of(row, (rooms.unwrap_or_default(), people.unwrap_or_default()), places, &unconfirmed)
}

impl Planned {
    fn of(
        row: SessionRow,
        (rooms, people): (BTreeSet<Id<Room>>, Vec<(SpeakerId, Part)>),
        places: Option<Places>,
        unconfirmed: &BTreeSet<SubmissionId>,
    ) -> Result<Self, Error> {
        let limit = places.map_or(0, |places| places.limit);
        let facts = DraftSession {
            id: row.id,
            kind: row.kind,
            rooms,
            time: row.starts_at.map(|start| lasting(start, row.minutes)).transpose()?,
            minutes: row.minutes.unsigned_abs(),
            people: people.iter().copied().collect(),
            expected: row.expected.max(limit).unsigned_abs(),
            signed_up: places.map_or(0, |places| places.taken).unsigned_abs(),
            setup_minutes: row.setup_minutes.unsigned_abs(),
            track: row.track,
            pinned: row.pinned,
        };
        let unconfirmed = row.submission.is_some_and(|made_from| unconfirmed.contains(&made_from));
        Ok(Self { row, facts, people, places, unconfirmed })
    }
}

/// From `start` on for so many minutes; the table lets none be shorter than five.
fn lasting(start: Moment, minutes: i32) -> Result<Interval, Error> {
    let end = start.plus(SignedDuration::from_mins(minutes.into()));
    Interval::new(start, end).map_err(|_| Error::internal("a session takes no time"))
}
