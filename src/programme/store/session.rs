//! The tables `session`, `session_speaker` and `session_room`: sessions as the draft has them.

use std::collections::BTreeSet;

use diesel::{
    dsl::{exists, not},
    prelude::*,
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde::Serialize;
use uuid::Uuid;

use crate::{
    capacity::PoolId,
    db::{
        Tx, clock_timestamp,
        schema::{session, session_room, session_speaker},
        violation::{self, Constraints},
    },
    editions::{Edition, Room, Track},
    error::Error,
    programme::{Part, Session, SessionKind},
    speakers::SpeakerId,
    submissions::{Spoken, SubmissionId},
    values::{Id, Localised, Moment},
};

pub(super) const CONSTRAINTS: Constraints = &[
    ("session_track_id_fkey", "track", "choice_unknown"),
    ("session_room_room_id_fkey", "rooms", "room_unknown"),
    ("session_speaker_speaker_id_fkey", "people", "speaker_unknown"),
    ("session_submission_id_key", "submissions", "submission_placed"),
    ("session_pinned_check", "pinned", "pinned_without_time"),
];

/// A session, checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NewSession {
    /// What is said about it.
    #[serde(flatten)]
    pub details: SessionDetails,
    /// Who takes part, in the order of protocol.
    pub people: Vec<(SpeakerId, Part)>,
}

/// What is said about a session, checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Insertable, AsChangeset)]
#[diesel(table_name = session, treat_none_as_null = true)]
pub struct SessionDetails {
    /// What it is.
    pub kind: SessionKind,
    /// Its title.
    pub title: Localised,
    /// What it is about.
    #[diesel(column_name = abstract_)]
    pub r#abstract: Option<Localised>,
    /// The languages it is spoken in.
    pub spoken: Vec<Spoken>,
    /// Its field.
    #[diesel(column_name = track_id)]
    pub track: Option<Id<Track>>,
    /// How long it is, in minutes.
    pub minutes: i32,
    /// How long its room must be free before it, in minutes.
    pub setup_minutes: i32,
    /// How many are expected; 0 where nobody knows.
    pub expected: i32,
}

/// Where and when a session is to be, checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Placement {
    /// When it begins; `None` takes it off the grid.
    pub starts_at: Option<Moment>,
    /// Where.
    pub rooms: BTreeSet<Id<Room>>,
    /// How long it is from now on, in minutes; `None` for as long as it was.
    pub minutes: Option<i32>,
    /// Whether no machine may move it.
    pub pinned: bool,
}

/// A session of the draft, as its row has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Queryable, Selectable)]
#[diesel(table_name = session)]
pub struct SessionRow {
    /// Its id, for ever.
    pub id: Id<Session>,
    /// Whose it is.
    #[diesel(column_name = edition_id)]
    pub edition: Id<Edition>,
    /// What it was made from, if somebody handed it in.
    #[diesel(column_name = submission_id)]
    pub submission: Option<SubmissionId>,
    /// What it is.
    pub kind: SessionKind,
    /// Its title.
    pub title: Localised,
    /// What it is about.
    #[diesel(column_name = abstract_)]
    pub r#abstract: Option<Localised>,
    /// The languages it is spoken in.
    pub spoken: Vec<Spoken>,
    /// Its field.
    #[diesel(column_name = track_id)]
    pub track: Option<Id<Track>>,
    /// How long it is, in minutes.
    pub minutes: i32,
    /// How long its room must be free before it, in minutes.
    pub setup_minutes: i32,
    /// How many are expected; 0 where nobody knows.
    pub expected: i32,
    /// When it begins, if that is settled.
    pub starts_at: Option<Moment>,
    /// Whether no machine may move it.
    pub pinned: bool,
    /// Its own pool, where places are limited.
    #[diesel(column_name = pool_id)]
    pub pool: Option<PoolId>,
    /// Rises with every change.
    pub version: i32,
}

pub(in crate::programme) async fn of_edition(
    conn: &mut AsyncPgConnection,
    edition: Uuid,
) -> Result<Vec<SessionRow>, Error> {
    let sessions = session::table
        .filter(session::edition_id.eq(edition))
        .filter(session::removed_at.is_null())
        .order((session::starts_at.asc().nulls_last(), session::id))
        .select(SessionRow::as_select());
    Ok(sessions.load(conn).await?)
}

/// How many have no time or no room.
pub(in crate::programme) async fn unplaced(
    conn: &mut AsyncPgConnection,
    edition: Uuid,
) -> Result<i64, Error> {
    let placed = session_room::table.filter(session_room::session_id.eq(session::id));
    let open = session::table
        .filter(session::edition_id.eq(edition))
        .filter(session::removed_at.is_null())
        .filter(session::starts_at.is_null().or(not(exists(placed))));
    Ok(open.count().get_result(conn).await?)
}

pub(in crate::programme) async fn find(
    conn: &mut AsyncPgConnection,
    edition: Uuid,
    id: Id<Session>,
) -> Result<SessionRow, Error> {
    let found = session::table
        .find(id)
        .filter(session::edition_id.eq(edition))
        .filter(session::removed_at.is_null())
        .select(SessionRow::as_select());
    Ok(found.first(conn).await?)
}

/// Locks those made from these submissions, in the order of ids.
pub(in crate::programme) async fn lock_made_from(
    tx: &mut Tx,
    edition: Uuid,
    submissions: &[SubmissionId],
) -> Result<Vec<SessionRow>, Error> {
    let made = session::table
        .filter(session::edition_id.eq(edition))
        .filter(session::submission_id.eq_any(submissions.iter().copied().map(Some)))
        .filter(session::removed_at.is_null())
        .order(session::id)
        .for_update()
        .select(SessionRow::as_select());
    Ok(made.load(&mut **tx).await?)
}

pub(in crate::programme) async fn lock(
    tx: &mut Tx,
    edition: Uuid,
    id: Id<Session>,
) -> Result<SessionRow, Error> {
    let found = session::table
        .find(id)
        .filter(session::edition_id.eq(edition))
        .filter(session::removed_at.is_null())
        .for_no_key_update()
        .select(SessionRow::as_select());
    Ok(found.first(&mut **tx).await?)
}

/// Keeps every session of the edition as it is until the transaction ends, so that what was checked is what
/// is released. In the order of ids, as everybody locks several.
pub(in crate::programme) async fn hold(tx: &mut Tx, edition: Uuid) -> Result<(), Error> {
    let held = session::table.filter(session::edition_id.eq(edition)).order(session::id).for_share();
    held.select(session::id).load::<Id<Session>>(&mut **tx).await?;
    Ok(())
}

pub(in crate::programme) async fn insert(
    tx: &mut Tx,
    edition: Uuid,
    submission: Option<SubmissionId>,
    new: &NewSession,
) -> Result<SessionRow, Error> {
    let of = (session::id.eq(Id::<Session>::fresh()), session::edition_id.eq(edition));
    let from = session::submission_id.eq(submission);
    let inserted = diesel::insert_into(session::table).values((of, from, &new.details));
    let row = inserted
        .returning(SessionRow::as_returning())
        .get_result(&mut **tx)
        .await
        .map_err(|error| violation::named(CONSTRAINTS, error))?;
    set_people(tx, &row, &new.people).await?;
    Ok(row)
}

pub(in crate::programme) async fn update(
    tx: &mut Tx,
    id: Id<Session>,
    new: &NewSession,
) -> Result<SessionRow, Error> {
    let updated = diesel::update(session::table.find(id)).set((&new.details, raised()));
    let row = updated
        .returning(SessionRow::as_returning())
        .get_result(&mut **tx)
        .await
        .map_err(|error| violation::named(CONSTRAINTS, error))?;
    diesel::delete(session_speaker::table.filter(session_speaker::session_id.eq(id)))
        .execute(&mut **tx)
        .await?;
    set_people(tx, &row, &new.people).await?;
    Ok(row)
}

pub(in crate::programme) async fn place(
    tx: &mut Tx,
    id: Id<Session>,
    placement: &Placement,
) -> Result<SessionRow, Error> {
    let slot = (session::starts_at.eq(placement.starts_at), session::pinned.eq(placement.pinned));
    let length = placement.minutes.map(|minutes| session::minutes.eq(minutes));
    let updated = diesel::update(session::table.find(id)).set((slot, length, raised()));
    let row = updated
        .returning(SessionRow::as_returning())
        .get_result(&mut **tx)
        .await
        .map_err(|error| violation::named(CONSTRAINTS, error))?;
    diesel::delete(session_room::table.filter(session_room::session_id.eq(id))).execute(&mut **tx).await?;
    let rooms: Vec<_> = placement
        .rooms
        .iter()
        .map(|room| {
            let edition = session_room::edition_id.eq(row.edition);
            (session_room::session_id.eq(id), session_room::room_id.eq(*room), edition)
        })
        .collect();
    let placed = diesel::insert_into(session_room::table).values(rooms).execute(&mut **tx).await;
    placed.map_err(|error| violation::named(CONSTRAINTS, error))?;
    Ok(row)
}

/// Takes it out of the draft; the row stays for the releases that it is in. What it was made from may be
/// made into a session again.
pub(in crate::programme) async fn remove(tx: &mut Tx, id: Id<Session>) -> Result<(), Error> {
    diesel::delete(session_room::table.filter(session_room::session_id.eq(id))).execute(&mut **tx).await?;
    let gone = (
        session::removed_at.eq(clock_timestamp().nullable()),
        session::starts_at.eq(None::<Moment>),
        session::pinned.eq(false),
        session::submission_id.eq(None::<SubmissionId>),
        raised(),
    );
    diesel::update(session::table.find(id)).set(gone).execute(&mut **tx).await?;
    Ok(())
}

type Raised = diesel::dsl::Eq<session::version, diesel::dsl::Add<session::version, i32>>;

fn raised() -> Raised {
    session::version.eq(session::version + 1)
}

async fn set_people(tx: &mut Tx, of: &SessionRow, people: &[(SpeakerId, Part)]) -> Result<(), Error> {
    let rows: Vec<_> = people
        .iter()
        .zip(1_i32..)
        .map(|((speaker, part), position)| {
            (
                session_speaker::session_id.eq(of.id),
                session_speaker::edition_id.eq(of.edition),
                session_speaker::speaker_id.eq(*speaker),
                session_speaker::part.eq(*part),
                session_speaker::position.eq(position),
            )
        })
        .collect();
    let added = diesel::insert_into(session_speaker::table).values(rows).execute(&mut **tx).await;
    added.map(drop).map_err(|error| violation::named(CONSTRAINTS, error))
}
