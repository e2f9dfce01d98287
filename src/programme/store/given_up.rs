//! The table `freed_slot`, and the sessions whose companies gave their demos up.

use diesel::{
    dsl::{exists, select, sql},
    prelude::*,
    sql_types::{Bool, Timestamptz},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use crate::{
    db::{
        Tx,
        schema::{freed_slot as f, session, session_room, submission as s},
    },
    editions::{Edition, Room},
    error::Error,
    submissions::{Answer, Lifecycle, SubmissionId, Verdict},
    values::{Id, Moment},
};

/// A slot that a demo gave up.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = f)]
pub struct FreedSlot {
    /// Whose it was.
    #[diesel(column_name = submission_id)]
    pub submission: SubmissionId,
    /// Of which edition.
    #[diesel(column_name = edition_id)]
    pub edition: Id<Edition>,
    /// Where.
    #[diesel(column_name = room_id)]
    pub room: Id<Room>,
    /// When it begins.
    pub starts_at: Moment,
    /// How long it is, in minutes.
    pub minutes: i32,
}

/// One submission of a company that gave it up and has a session in the draft, for which nobody can sign up; and its edition.
pub(in crate::programme) async fn due(
    conn: &mut AsyncPgConnection,
) -> Result<Option<(Uuid, SubmissionId)>, Error> {
    let gone = s::answer.eq_any([Answer::TurnedDown, Answer::Lapsed]);
    let due = session::table
        .inner_join(s::table.on(session::submission_id.eq(s::id.nullable())))
        .filter(session::removed_at.is_null())
        .filter(session::pool_id.is_null())
        .filter(s::company_id.is_not_null())
        .filter(s::told.eq(Verdict::Accepted))
        .filter(gone.or(s::lifecycle.eq(Lifecycle::Withdrawn)));
    Ok(due.select((s::edition_id, s::id)).order(s::id).first(conn).await.optional()?)
}

/// Whether this one has such a session.
pub(in crate::programme) async fn is_due(
    conn: &mut AsyncPgConnection,
    edition: Uuid,
    submission: SubmissionId,
) -> Result<bool, Error> {
    let gone = s::answer.eq_any([Answer::TurnedDown, Answer::Lapsed]);
    let due = session::table
        .inner_join(s::table.on(session::submission_id.eq(s::id.nullable())))
        .filter(s::id.eq(submission))
        .filter(s::edition_id.eq(edition))
        .filter(session::removed_at.is_null())
        .filter(session::pool_id.is_null())
        .filter(s::company_id.is_not_null())
        .filter(gone.or(s::lifecycle.eq(Lifecycle::Withdrawn)));
    Ok(select(exists(due.select(s::id))).get_result(conn).await?)
}

pub(in crate::programme) async fn of_edition(
    conn: &mut AsyncPgConnection,
    edition: Uuid,
) -> Result<Vec<FreedSlot>, Error> {
    let freed = f::table.filter(f::edition_id.eq(edition)).order((f::starts_at, f::submission_id));
    Ok(freed.select(FreedSlot::as_select()).load(conn).await?)
}

/// Keeps a slot in mind; a later one takes the place of an earlier one.
pub(in crate::programme) async fn insert(tx: &mut Tx, slot: &FreedSlot) -> Result<(), Error> {
    let kept = diesel::insert_into(f::table).values(slot).on_conflict(f::submission_id).do_update();
    let facts = (f::room_id.eq(slot.room), f::starts_at.eq(slot.starts_at), f::minutes.eq(slot.minutes));
    kept.set(facts).execute(&mut **tx).await?;
    Ok(())
}

pub(in crate::programme) async fn take(
    tx: &mut Tx,
    edition: Uuid,
    submission: SubmissionId,
) -> Result<Option<FreedSlot>, Error> {
    let row = f::table.find(submission).filter(f::edition_id.eq(edition));
    let taken = diesel::delete(row).returning(FreedSlot::as_returning());
    Ok(taken.get_result(&mut **tx).await.optional()?)
}

/// Whether a session of the draft is in this room at any of this time.
pub(in crate::programme) async fn is_used(
    conn: &mut AsyncPgConnection,
    room: Id<Room>,
    (from, to): (Moment, Moment),
) -> Result<bool, Error> {
    let ends_after = sql::<Bool>("session.starts_at + make_interval(mins => session.minutes) > ")
        .bind::<Timestamptz, _>(from);
    let there = session::table
        .inner_join(session_room::table.on(session_room::session_id.eq(session::id)))
        .filter(session_room::room_id.eq(room))
        .filter(session::removed_at.is_null())
        .filter(session::starts_at.lt(to))
        .filter(ends_after);
    Ok(select(exists(there.select(session::id))).get_result(conn).await?)
}
