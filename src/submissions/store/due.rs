//! Submissions about which something has to be done by itself, or by staff.

use diesel::{
    dsl::{exists, max, not},
    prelude::*,
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::submission::{Submission, SubmissionId};
use crate::{
    calls::CallId,
    companies::CompanyId,
    db::{
        Tx, clock_timestamp,
        schema::{call, eligibility as e, submission as s},
    },
    error::Error,
    submissions::{Answer, Lifecycle, Verdict},
    values::Moment,
};

/// Locks those whose date to confirm by is past, a hundred at a time; what another node holds is its own to do.
pub(in crate::submissions) async fn late(tx: &mut Tx) -> Result<Vec<Submission>, Error> {
    let asked = s::table.filter(s::told.eq(Verdict::Accepted)).filter(s::answer.eq(Answer::None));
    let late = asked
        .filter(s::lifecycle.eq(Lifecycle::Submitted))
        .filter(s::confirm_by.le(clock_timestamp().nullable()));
    let locked = late.order(s::id).limit(100).for_no_key_update().skip_locked();
    Ok(locked.select(Submission::as_select()).load(&mut **tx).await?)
}

/// Locks those whose date to confirm by is nearer than `until` and who were neither reminded nor told only since `since`.
pub(in crate::submissions) async fn to_remind(
    tx: &mut Tx,
    since: Moment,
    until: Moment,
) -> Result<Vec<Submission>, Error> {
    let asked = s::table.filter(s::told.eq(Verdict::Accepted)).filter(s::answer.eq(Answer::None));
    let live = asked.filter(s::lifecycle.eq(Lifecycle::Submitted)).filter(s::reminded_at.is_null());
    let due = live.filter(s::confirm_by.le(until)).filter(s::told_at.le(since));
    let locked = due.order(s::id).limit(100).for_no_key_update().skip_locked();
    Ok(locked.select(Submission::as_select()).load(&mut **tx).await?)
}

pub(in crate::submissions) async fn set_reminded(
    tx: &mut Tx,
    ids: &[SubmissionId],
    now: Moment,
) -> Result<(), Error> {
    let named = s::table.filter(s::id.eq_any(ids));
    diesel::update(named).set(s::reminded_at.eq(now)).execute(&mut **tx).await?;
    Ok(())
}

/// Notes that what was handed in was edited just now, so that its owner is told once it is left in peace.
pub(in crate::submissions) async fn set_edited(tx: &mut Tx, id: SubmissionId) -> Result<(), Error> {
    diesel::update(s::table.find(id))
        .set(s::edited_at.eq(clock_timestamp().nullable()))
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Locks those that were edited, and not again after `until`, a hundred at a time; answers when they last were, too.
pub(in crate::submissions) async fn edited(
    tx: &mut Tx,
    until: Moment,
) -> Result<Vec<(Submission, Moment)>, Error> {
    let edited = s::table.filter(s::edited_at.le(until)).filter(s::lifecycle.eq(Lifecycle::Submitted));
    let locked = edited.order(s::id).limit(100).for_no_key_update().skip_locked();
    let both = (Submission::as_select(), s::edited_at.assume_not_null());
    Ok(locked.select(both).load(&mut **tx).await?)
}

/// Notes that the owners of these know what they became.
pub(in crate::submissions) async fn forget_edited(tx: &mut Tx, ids: &[SubmissionId]) -> Result<(), Error> {
    let named = s::table.filter(s::id.eq_any(ids));
    diesel::update(named).set(s::edited_at.eq(None::<Moment>)).execute(&mut **tx).await?;
    Ok(())
}

/// Those who were told of a place and gave it up, or let it go, and nobody has taken it yet; the oldest first.
/// Of one edition, or of every call that promotes by itself.
pub(in crate::submissions) async fn vacancies(
    conn: &mut AsyncPgConnection,
    edition: Option<Uuid>,
) -> Result<Vec<Submission>, Error> {
    let given_up = s::answer.eq_any([Answer::TurnedDown, Answer::Lapsed]);
    let gone = given_up.or(s::lifecycle.eq(Lifecycle::Withdrawn));
    let open = s::table.inner_join(call::table.on(call::id.eq(s::call_id)));
    let open =
        open.filter(s::told.eq(Verdict::Accepted)).filter(gone).filter(s::vacancy_settled_at.is_null());
    let open = open.order((s::updated_at, s::id)).select(Submission::as_select()).into_boxed();
    let open = match edition {
        Some(edition) => open.filter(s::edition_id.eq(edition)),
        None => open.filter(call::promotes_by_itself),
    };
    Ok(open.load(conn).await?)
}

/// The first on standby in the same call and track that fits the call's rules and whose company has no slot of that call yet.
pub(in crate::submissions) async fn next_standby(
    conn: &mut AsyncPgConnection,
    after: &Submission,
) -> Result<Option<Submission>, Error> {
    let line =
        s::table.filter(s::call_id.eq(after.call)).filter(s::track_id.is_not_distinct_from(after.track));
    let line = line.filter(s::decision.eq(Verdict::Standby)).filter(s::lifecycle.eq(Lifecycle::Submitted));
    let failed = e::table.filter(e::submission_id.eq(s::id)).filter(not(e::passed));
    let served = served(conn, after.call).await?;
    let line =
        line.filter(not(exists(failed))).filter(s::company_id.is_null().or(s::company_id.ne_all(served)));
    let first = line.order((s::standby_order, s::id)).select(Submission::as_select());
    Ok(first.first(conn).await.optional()?)
}

/// The companies that get a slot of a call, told or not, and have not given it up.
async fn served(conn: &mut AsyncPgConnection, call: CallId) -> Result<Vec<CompanyId>, Error> {
    let chosen = s::table.filter(s::call_id.eq(call)).filter(s::decision.eq(Verdict::Accepted));
    let there = chosen.filter(s::lifecycle.eq(Lifecycle::Submitted));
    let there = there.filter(s::answer.eq_any([Answer::None, Answer::Confirmed]));
    Ok(there.filter(s::company_id.is_not_null()).select(s::company_id.assume_not_null()).load(conn).await?)
}

/// The last place on standby that is taken.
pub(in crate::submissions) async fn last_standby(
    conn: &mut AsyncPgConnection,
    edition: Uuid,
) -> Result<Option<i32>, Error> {
    Ok(s::table.filter(s::edition_id.eq(edition)).select(max(s::standby_order)).first(conn).await?)
}

pub(in crate::submissions) async fn settle(tx: &mut Tx, id: SubmissionId, now: Moment) -> Result<(), Error> {
    diesel::update(s::table.find(id)).set(s::vacancy_settled_at.eq(now)).execute(&mut **tx).await?;
    Ok(())
}
