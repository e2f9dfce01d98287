//! The table `freed_slot`, and the sessions made from what was given up.

use diesel::{
    dsl::{exists, not, select, sql},
    prelude::*,
    sql_types::{Bool, Timestamptz},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use crate::{
    db::{
        Tx,
        schema::{
            freed_slot as f, session, session_room, session_speaker as t, submission as s,
            submission_speaker as p,
        },
    },
    editions::{Edition, Room},
    error::Error,
    submissions::{Answer, Lifecycle, SubmissionId, Verdict},
    values::{Id, Moment},
};

/// A slot that was given up.
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

/// One submission that was promised a place and given up, has a session in the draft that may go by itself; and its edition.
pub(in crate::programme) async fn due(
    conn: &mut AsyncPgConnection,
) -> Result<Option<(Uuid, SubmissionId)>, Error> {
    let due = given_up().filter(s::told.eq(Verdict::Accepted)).order(s::id).select((s::edition_id, s::id));
    Ok(due.first(conn).await.optional()?)
}

/// Whether this one has such a session.
pub(in crate::programme) async fn is_due(
    conn: &mut AsyncPgConnection,
    edition: Uuid,
    submission: SubmissionId,
) -> Result<bool, Error> {
    let due = given_up().filter(s::id.eq(submission)).filter(s::edition_id.eq(edition));
    Ok(select(exists(due.select(s::id))).get_result(conn).await?)
}

/// Sessions of the draft made from what was given up, for which nobody can sign up. A company's go even when they are pinned, as those
/// handed on to it are; a person's stay where staff pinned them or put somebody else on stage, since then they are staff's own.
#[diesel::dsl::auto_type(no_type_alias)]
fn given_up() -> _ {
    let (turned_down, lapsed, withdrawn): (Answer, Answer, Lifecycle) =
        (Answer::TurnedDown, Answer::Lapsed, Lifecycle::Withdrawn);
    let hers = p::table.filter(p::submission_id.eq(s::id)).filter(p::speaker_id.eq(t::speaker_id));
    let others = t::table.filter(t::session_id.eq(session::id)).filter(not(exists(hers)));
    session::table
        .inner_join(s::table.on(session::submission_id.eq(s::id.nullable())))
        .filter(session::removed_at.is_null())
        .filter(session::pool_id.is_null())
        .filter(s::company_id.is_not_null().or(not(session::pinned).and(not(exists(others)))))
        .filter(s::answer.eq(turned_down).or(s::answer.eq(lapsed)).or(s::lifecycle.eq(withdrawn)))
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
