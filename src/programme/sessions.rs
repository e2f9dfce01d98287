//! Making, changing, placing and removing sessions of the draft.
//!
//! Every change names the version it was made from: two organisers who edit at once never overwrite each
//! other unseen.

use serde_json::{Value, json};

use super::{NewSession, Placement, Session, SessionKind, SessionRow, places, store};
use crate::{
    accounts::proofs::Programme,
    audit::{self, Entry},
    db::Tx,
    error::{Error, Reason},
    submissions::SubmissionId,
    values::Id,
};

/// Makes a session that has no slot yet.
///
/// # Errors
/// [`Error::Invalid`]: `choice_unknown` for a track, `speaker_unknown` for a person of another edition.
pub async fn create(tx: &mut Tx, who: &Programme, new: NewSession) -> Result<SessionRow, Error> {
    insert(tx, who, None, new).await
}

/// Makes one, of what was handed in where it was.
pub(super) async fn insert(
    tx: &mut Tx,
    who: &Programme,
    submission: Option<SubmissionId>,
    new: NewSession,
) -> Result<SessionRow, Error> {
    let row = store::session::insert(tx, who.edition(), submission, &new).await?;
    record(tx, who, "session.create", row.id, json!({ "after": new })).await?;
    Ok(row)
}

/// Changes what a session is; its slot stays.
///
/// # Errors
/// [`Error::Conflict`] `edited_meanwhile`; [`Error::Invalid`] as [`create`], and `room_one` when it was in
/// several rooms and is to be a thing of one; [`Error::NotFound`].
pub async fn change(
    tx: &mut Tx,
    who: &Programme,
    (id, seen): (Id<Session>, i32),
    new: NewSession,
) -> Result<SessionRow, Error> {
    let before = locked(tx, who, id, seen).await?;
    if new.details.kind == SessionKind::Session {
        let rooms = store::draft::rooms_of_sessions(tx, who.edition()).await?;
        one_room(rooms.get(&id).map_or(0, |rooms| rooms.len()), "kind")?;
    }
    let after = store::session::update(tx, id, &new).await?;
    record(tx, who, "session.change", id, json!({ "before": before, "after": new })).await?;
    Ok(after)
}

/// Gives a session its slot in the draft, moves it, or takes it off the grid. Nobody outside hears of it
/// before the next release.
///
/// # Errors
/// [`Error::Conflict`] `edited_meanwhile`; [`Error::Invalid`]: `room_unknown`, `room_one` for several rooms
/// of what takes place in one; [`Error::NotFound`].
pub async fn place(
    tx: &mut Tx,
    who: &Programme,
    (id, seen): (Id<Session>, i32),
    placement: Placement,
) -> Result<SessionRow, Error> {
    let before = locked(tx, who, id, seen).await?;
    if before.kind == SessionKind::Session {
        one_room(placement.rooms.len(), "rooms")?;
    }
    let after = store::session::place(tx, id, &placement).await?;
    let content =
        json!({ "before": { "starts_at": before.starts_at, "minutes": before.minutes }, "after": placement });
    record(tx, who, "session.place", id, content).await?;
    Ok(after)
}

/// Takes a session out of the draft; the releases that it is in keep it.
///
/// # Errors
/// [`Error::Conflict`]: `edited_meanwhile`, `session_signed_up` while somebody is signed up for it or waits;
/// [`Error::NotFound`].
pub async fn remove(tx: &mut Tx, who: &Programme, (id, seen): (Id<Session>, i32)) -> Result<(), Error> {
    let before = locked(tx, who, id, seen).await?;
    places::unlimited(tx, who, before.clone()).await?;
    store::session::remove(tx, id).await?;
    record(tx, who, "session.remove", id, json!({ "before": before })).await
}

/// The session as it is, if that is what was seen. Whoever holds a pool never waits for a session: this lock lets
/// sign-ups refer to it.
pub(super) async fn locked(
    tx: &mut Tx,
    who: &Programme,
    id: Id<Session>,
    seen: i32,
) -> Result<SessionRow, Error> {
    let row = store::session::lock(tx, who.edition(), id).await?;
    if row.version == seen { Ok(row) } else { Err(Error::conflict("edited_meanwhile")) }
}

fn one_room(rooms: usize, field: &'static str) -> Result<(), Error> {
    if rooms > 1 { Err(Error::field(field, Reason::new("room_one"))) } else { Ok(()) }
}

pub(super) async fn record(
    tx: &mut Tx,
    who: &Programme,
    action: &'static str,
    session: Id<Session>,
    content: Value,
) -> Result<(), Error> {
    let (subject, edition) = (session.uuid(), Some(who.edition()));
    let entry = Entry { action, subject_kind: "session", subject, edition, content };
    audit::record(tx, who.actor(), entry).await
}
