//! The draft as a whole, what clashes in it, and why some of that may stand.

use std::collections::{BTreeMap, BTreeSet};

use diesel_async::AsyncPgConnection;
use jiff::SignedDuration;
use serde_json::json;

use super::{
    Draft, DraftSession, Interval, Part, Session, SessionRow,
    clash::{Clash, clashes},
    store,
};
use crate::{
    accounts::proofs::Programme,
    audit::{self, Entry},
    db::Tx,
    editions::{self, Room},
    error::{Error, Reason},
    speakers::SpeakerId,
    values::{Id, Line, Moment},
};

/// A clash, and the reason why it may stand if somebody gave one.
#[derive(Clone, Debug)]
pub struct Checked {
    /// What is wrong.
    pub clash: Clash,
    /// Why it may stand.
    pub reason: Option<String>,
}

impl Checked {
    /// Whether the draft can't be released with it.
    #[must_use]
    pub fn blocks(&self) -> bool {
        self.clash.blocks(self.reason.is_some())
    }
}

/// The sessions of the draft: those on the grid by time, then the others.
///
/// # Errors
/// The database's.
pub async fn sessions(conn: &mut AsyncPgConnection, who: &Programme) -> Result<Vec<SessionRow>, Error> {
    store::session::of_edition(conn, who.edition()).await
}

/// A session of the draft with its slot, and who takes part in it in the order of protocol.
///
/// # Errors
/// [`Error::NotFound`] outside the proof's edition, or once it was removed.
pub async fn find(
    conn: &mut AsyncPgConnection,
    who: &Programme,
    id: Id<Session>,
) -> Result<(SessionRow, DraftSession, Vec<(SpeakerId, Part)>), Error> {
    let row = store::session::find(conn, who.edition(), id).await?;
    let rooms = store::draft::rooms_of_sessions(conn, who.edition()).await?.remove(&id);
    let people = store::draft::people_of_sessions(conn, who.edition()).await?.remove(&id);
    let (rooms, people) = (rooms.unwrap_or_default(), people.unwrap_or_default());
    let facts = facts(&row, rooms, people.iter().copied().collect())?;
    Ok((row, facts, people))
}

/// Every session as [`find`] shows it: those on the grid by time, then the others.
///
/// # Errors
/// The database's.
pub async fn whole_sessions(
    conn: &mut AsyncPgConnection,
    who: &Programme,
) -> Result<Vec<(SessionRow, DraftSession, Vec<(SpeakerId, Part)>)>, Error> {
    let rows = store::session::of_edition(conn, who.edition()).await?;
    let mut rooms = store::draft::rooms_of_sessions(conn, who.edition()).await?;
    let mut people = store::draft::people_of_sessions(conn, who.edition()).await?;
    let whole = rows.into_iter().map(|row| {
        let people = people.remove(&row.id).unwrap_or_default();
        let rooms = rooms.remove(&row.id).unwrap_or_default();
        let facts = facts(&row, rooms, people.iter().copied().collect())?;
        Ok((row, facts, people))
    });
    whole.collect()
}

/// Who takes part in each session of the draft, in the order of protocol.
///
/// # Errors
/// The database's.
pub async fn people(
    conn: &mut AsyncPgConnection,
    who: &Programme,
) -> Result<BTreeMap<Id<Session>, Vec<(SpeakerId, Part)>>, Error> {
    store::draft::people_of_sessions(conn, who.edition()).await
}

/// The draft as its checks see it.
///
/// # Errors
/// The database's.
pub async fn draft(conn: &mut AsyncPgConnection, who: &Programme) -> Result<Draft, Error> {
    let edition = editions::for_staff(conn, &who.into()).await?;
    let sessions = whole_sessions(conn, who).await?.into_iter().map(|(_, facts, _)| facts).collect();
    let within = Interval::new(edition.starts_at, edition.ends_at);
    Ok(Draft {
        edition: within.map_err(|_| Error::internal("an edition ends before it starts"))?,
        sessions,
        rooms: store::draft::rooms(conn, who.edition()).await?,
        availability: store::draft::availability_of_speakers(conn, who.edition()).await?,
    })
}

fn facts(
    row: &SessionRow,
    rooms: BTreeSet<Id<Room>>,
    people: BTreeSet<(SpeakerId, Part)>,
) -> Result<DraftSession, Error> {
    Ok(DraftSession {
        id: row.id,
        kind: row.kind,
        rooms,
        time: row.starts_at.map(|start| lasting(start, row.minutes)).transpose()?,
        minutes: row.minutes.unsigned_abs(),
        people,
        expected: row.expected.unsigned_abs(),
        setup_minutes: row.setup_minutes.unsigned_abs(),
        track: row.track,
        pinned: row.pinned,
    })
}

/// From `start` on for so many minutes; the table lets none be shorter than five.
fn lasting(start: Moment, minutes: i32) -> Result<Interval, Error> {
    let end = start.plus(SignedDuration::from_mins(minutes.into()));
    Interval::new(start, end).map_err(|_| Error::internal("a session takes no time"))
}

/// Everything that clashes in the draft, the worst first, with the reasons given.
///
/// # Errors
/// The database's.
pub async fn check(conn: &mut AsyncPgConnection, who: &Programme) -> Result<Vec<Checked>, Error> {
    let draft = draft(conn, who).await?;
    let mut reasons: BTreeMap<_, _> = store::draft::acknowledged(conn, who.edition()).await?;
    let checked = |clash: Clash| Checked { reason: reasons.remove(clash.key.as_str()), clash };
    Ok(clashes(&draft).into_iter().map(checked).collect())
}

/// Says why a clash may stand. The reason lapses by itself as soon as the clash's facts change.
///
/// # Errors
/// [`Error::NotFound`] for what does not clash, or not any more; [`Error::Conflict`]
/// `clash_not_acknowledgeable` for a room that is used twice.
pub async fn acknowledge(tx: &mut Tx, who: &Programme, key: &str, reason: Line<200>) -> Result<(), Error> {
    let found = check(tx, who).await?.into_iter().find(|checked| checked.clash.key.as_str() == key);
    let clash = found.ok_or(Error::NotFound)?.clash;
    if !clash.kind.can_be_acknowledged() {
        return Err(Error::Conflict(Reason::new("clash_not_acknowledgeable")));
    }
    store::draft::acknowledge(tx, who.edition(), key, reason.as_str()).await?;
    let (action, subject, edition) = ("clash.acknowledge", who.edition(), Some(who.edition()));
    let content = json!({ "clash": clash, "reason": reason.as_str() });
    let entry = Entry { action, subject_kind: "edition", subject, edition, content };
    audit::record(tx, who.actor(), entry).await
}
