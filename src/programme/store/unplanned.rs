//! What was handed in and confirmed, and is no session yet: a read of `submission` beside `session`.

use std::collections::BTreeSet;

use diesel::{dsl::exists, prelude::*};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use crate::{
    db::schema::{session, session_type, submission},
    editions::Track,
    error::Error,
    submissions::{Answer, Lifecycle, Spoken, SubmissionId, Verdict},
    values::{Id, Localised},
};

/// What was handed in and confirmed, and waits to be made into a session.
#[derive(Clone, Debug, PartialEq, Eq, Queryable)]
pub struct Unplanned {
    /// What was handed in.
    pub submission: SubmissionId,
    /// What it is called.
    pub title: Localised,
    /// What it is about.
    pub summary: Option<Localised>,
    /// The languages it is spoken in.
    pub spoken: Vec<Spoken>,
    /// Its field.
    pub track: Option<Id<Track>>,
    /// How long its session type lasts, in minutes.
    pub minutes: Option<i32>,
}

/// Those of the edition, in the order in which they were handed in: what was confirmed; or, of those `named`, what was accepted, whether
/// or not it was confirmed yet.
pub(in crate::programme) async fn of_edition(
    conn: &mut AsyncPgConnection,
    edition: Uuid,
    named: Option<&[SubmissionId]>,
) -> Result<Vec<Unplanned>, Error> {
    use submission as s;
    let planned = session::table.filter(session::submission_id.eq(s::id.nullable()));
    let rows = s::table
        .left_join(session_type::table.on(s::session_type_id.eq(session_type::id.nullable())))
        .filter(s::edition_id.eq(edition))
        .filter(s::lifecycle.eq(Lifecycle::Submitted))
        .filter(s::decision.eq(Verdict::Accepted))
        .filter(diesel::dsl::not(exists(planned)))
        .order((s::submitted_at, s::id))
        .select((
            s::id,
            s::title.assume_not_null(),
            s::abstract_,
            s::spoken,
            s::track_id,
            session_type::minutes.nullable(),
        ))
        .into_boxed();
    let rows = match named {
        None => rows.filter(s::answer.eq(Answer::Confirmed)),
        Some(named) => rows.filter(s::id.eq_any(named)),
    };
    Ok(rows.load(conn).await?)
}

/// What sessions were made from that was not confirmed, or is not any more: what is withdrawn keeps the answer that it had.
pub(in crate::programme) async fn unconfirmed(
    conn: &mut AsyncPgConnection,
    edition: Uuid,
) -> Result<BTreeSet<SubmissionId>, Error> {
    use submission as s;
    let planned = session::table.filter(session::submission_id.eq(s::id.nullable()));
    let open = s::answer.ne(Answer::Confirmed).or(s::lifecycle.ne(Lifecycle::Submitted));
    let open = s::table.filter(s::edition_id.eq(edition)).filter(open);
    let ids: Vec<SubmissionId> = open.filter(exists(planned)).select(s::id).load(conn).await?;
    Ok(ids.into_iter().collect())
}
