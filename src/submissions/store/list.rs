//! Lists of submissions for staff.

use diesel::{
    dsl::{exists, not, sql},
    pg::Pg,
    prelude::*,
    sql_types::{Bool, Nullable, Text},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::submission::{Submission, SubmissionId};
use crate::{
    calls::CallId,
    db::schema::{call as c, eligibility as e, submission as s},
    editions::{Edition, Track},
    error::Error,
    submissions::{Answer, Filter, Lifecycle, Stage, Verdict},
    values::{Id, Moment, search},
};

/// Her name is in what is searched of a speaker.
const OF_PEOPLE: &str =
    " OR EXISTS (SELECT FROM submission_speaker AS part JOIN speaker ON speaker.id = part.speaker_id
    WHERE part.submission_id = submission.id AND speaker.search @@ ";

/// Nobody looked at it, though at others of its call.
const UNCHECKED: &str = "(NOT EXISTS (SELECT FROM eligibility WHERE submission_id = submission.id)
    AND EXISTS (SELECT FROM eligibility JOIN submission AS other ON other.id = eligibility.submission_id
        WHERE other.call_id = submission.call_id))";
const UNFIT: &str = "EXISTS (SELECT FROM eligibility WHERE submission_id = submission.id AND NOT passed)";
/// A reply came after staff looked.
const REPLIED: &str = "EXISTS (SELECT FROM eligibility WHERE submission_id = submission.id AND NOT passed
    AND replied_at >= checked_at)";

type Condition = Box<dyn BoxableExpression<s::table, Pg, SqlType = Nullable<Bool>>>;

/// Those that fit, from below the cursor on: the newest first, or in the order of their line.
pub(in crate::submissions) async fn list(
    conn: &mut AsyncPgConnection,
    edition: Uuid,
    filter: &Filter,
    limit: i64,
) -> Result<Vec<Submission>, Error> {
    let mut query = s::table.filter(fits(edition, filter)).into_boxed();
    if let Some(before) = filter.before {
        query = query.filter(s::id.lt(before));
    }
    let query = match filter.in_line {
        true => query.order((s::call_id, s::track_id, s::standby_order, s::id)),
        false => query.order(s::id.desc()),
    };
    Ok(query.limit(limit).select(Submission::as_select()).load(conn).await?)
}

/// How many fit, wherever the cursor is.
pub(in crate::submissions) async fn count(
    conn: &mut AsyncPgConnection,
    edition: Uuid,
    filter: &Filter,
) -> Result<i64, Error> {
    Ok(s::table.filter(fits(edition, filter)).count().get_result(conn).await?)
}

/// How many of those to calls that are closed stand so.
pub(in crate::submissions) async fn count_closed(
    conn: &mut AsyncPgConnection,
    edition: Id<Edition>,
    stage: Stage,
    now: Moment,
) -> Result<i64, Error> {
    let closed = c::table.filter(c::edition_id.eq(edition)).filter(c::closes_at.le(now)).select(c::id);
    let there = s::table.filter(s::call_id.eq_any(closed)).filter(stands(stage));
    Ok(there.count().get_result(conn).await?)
}

/// Those named that were handed in and not withdrawn; where words are given, only those that they find in what is said, not
/// in anybody's name.
pub(in crate::submissions) async fn submitted(
    conn: &mut AsyncPgConnection,
    edition: Id<Edition>,
    ids: &[SubmissionId],
    words: &str,
) -> Result<Vec<Submission>, Error> {
    let named = s::table.filter(s::edition_id.eq(edition)).filter(s::id.eq_any(ids));
    let mut named = named.filter(s::lifecycle.eq(Lifecycle::Submitted)).into_boxed();
    if let Some(words) = search::query(words) {
        named = named.filter(sql::<Bool>("search @@ ").bind::<Text, _>(words).sql("::tsquery"));
    }
    Ok(named.select(Submission::as_select()).load(conn).await?)
}

/// What was decided of all that was handed in to a call and not withdrawn, by track.
pub(in crate::submissions) async fn decided(
    conn: &mut AsyncPgConnection,
    call: CallId,
) -> Result<Vec<(Option<Id<Track>>, Verdict, Answer)>, Error> {
    let decided = s::table.filter(s::call_id.eq(call)).filter(s::lifecycle.eq(Lifecycle::Submitted));
    let decided = decided.filter(s::decision.is_not_null());
    Ok(decided.select((s::track_id, s::decision.assume_not_null(), s::answer)).load(conn).await?)
}

/// Those of a call that fit its rules, as far as that was looked at, and may still get a slot, in the order of ids.
pub(in crate::submissions) async fn to_review(
    conn: &mut AsyncPgConnection,
    call: CallId,
) -> Result<Vec<SubmissionId>, Error> {
    let open = s::table.filter(s::call_id.eq(call)).filter(s::lifecycle.eq(Lifecycle::Submitted));
    let open = open.filter(s::decision.is_distinct_from(Verdict::Declined));
    let failed = e::table.filter(e::submission_id.eq(s::id)).filter(not(e::passed));
    let open = open.filter(not(exists(failed)));
    Ok(open.order(s::id).select(s::id).load(conn).await?)
}

/// Those of a call, or of one track of it, that were told of a slot and have not given it up, in the order of ids.
pub(in crate::submissions) async fn demonstrating(
    conn: &mut AsyncPgConnection,
    call: CallId,
    track: Option<Id<Track>>,
) -> Result<Vec<SubmissionId>, Error> {
    let told = s::table.filter(s::call_id.eq(call)).filter(s::lifecycle.eq(Lifecycle::Submitted));
    let told = told.filter(s::told.eq(Verdict::Accepted));
    let mut there = told.filter(s::answer.eq_any([Answer::None, Answer::Confirmed])).into_boxed();
    if let Some(track) = track {
        there = there.filter(s::track_id.eq(track));
    }
    Ok(there.order(s::id).select(s::id).load(conn).await?)
}

fn fits(edition: Uuid, filter: &Filter) -> Condition {
    let mut fits: Condition = Box::new(s::edition_id.eq(edition).nullable());
    if let Some(words) = search::query(&filter.text) {
        let found = sql::<Nullable<Bool>>("(submission.search @@ ")
            .bind::<Text, _>(words.clone())
            .sql("::tsquery")
            .sql(OF_PEOPLE)
            .bind::<Text, _>(words)
            .sql("::tsquery))");
        fits = Box::new(fits.and(found));
    }
    if let Some(call) = filter.call {
        fits = Box::new(fits.and(s::call_id.eq(call)));
    }
    if let Some(track) = filter.track {
        fits = Box::new(fits.and(s::track_id.eq(track)));
    }
    match filter.stage {
        Some(stage) => Box::new(fits.and(stands(stage))),
        None => fits,
    }
}

fn stands(stage: Stage) -> Condition {
    let submitted = s::lifecycle.eq(Lifecycle::Submitted).nullable();
    let decided = |verdict| Box::new(submitted.and(s::decision.eq(verdict)));
    let promised = submitted.and(s::told.eq(Verdict::Accepted));
    match stage {
        Stage::Draft => Box::new(s::lifecycle.eq(Lifecycle::Draft).nullable()),
        Stage::Withdrawn => Box::new(s::lifecycle.eq(Lifecycle::Withdrawn).nullable()),
        Stage::Undecided => Box::new(submitted.and(s::decision.is_null())),
        Stage::Accepted => decided(Verdict::Accepted),
        Stage::Standby => decided(Verdict::Standby),
        Stage::Declined => decided(Verdict::Declined),
        Stage::Untold => {
            let otherwise = s::told.is_distinct_from(s::decision);
            Box::new(submitted.and(s::decision.is_not_null()).and(otherwise))
        }
        Stage::Awaiting => Box::new(promised.and(s::answer.eq(Answer::None))),
        Stage::Confirmed => Box::new(promised.and(s::answer.eq(Answer::Confirmed))),
        Stage::Unchecked => {
            let undecided = submitted.and(s::company_id.is_not_null()).and(s::decision.is_null());
            Box::new(undecided.and(sql::<Nullable<Bool>>(UNCHECKED)))
        }
        Stage::Unfit => Box::new(submitted.and(sql::<Nullable<Bool>>(UNFIT))),
        Stage::Replied => Box::new(submitted.and(sql::<Nullable<Bool>>(REPLIED))),
        Stage::GivenUp => Box::new(submitted.and(s::answer.eq_any([Answer::TurnedDown, Answer::Lapsed]))),
    }
}
