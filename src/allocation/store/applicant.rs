//! What is known of a call's applicants besides their scores: reads of the domains to the left.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use jiff::SignedDuration;

use crate::{
    calls::CallId,
    companies::{CompanyId, Region},
    db::schema::{
        availability, company, demo_availability, demo_preference, session, session_speaker, submission,
        submission_demo, submission_speaker,
    },
    error::Error,
    speakers::SpeakerId,
    submissions::{Facility, Invitation, Part, SubmissionId},
    values::Moment,
};

/// Who is on stage with each submission of a call.
pub(in crate::allocation) async fn presenters(
    conn: &mut AsyncPgConnection,
    call: CallId,
) -> Result<BTreeMap<SubmissionId, BTreeSet<SpeakerId>>, Error> {
    use submission_speaker as p;
    let own = submission::table.filter(submission::call_id.eq(call)).select(submission::id);
    let there = p::table.filter(p::submission_id.eq_any(own)).filter(p::invitation.eq(Invitation::Accepted));
    let on_stage = there.filter(p::role.ne(Part::Contact)).select((p::submission_id, p::speaker_id));
    let mut found: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for (id, speaker) in on_stage.load(conn).await? {
        found.entry(id).or_default().insert(speaker);
    }
    Ok(found)
}

/// What a demo says of its company and of what it takes.
#[derive(Clone, Debug, Default, Queryable)]
pub(in crate::allocation) struct Demo {
    pub(in crate::allocation) company: Option<CompanyId>,
    pub(in crate::allocation) region: Option<Region>,
    pub(in crate::allocation) watts: Option<i32>,
    pub(in crate::allocation) square_metres: Option<i32>,
    pub(in crate::allocation) facilities: Option<Vec<Facility>>,
}

/// The demos of a call.
pub(in crate::allocation) async fn demos(
    conn: &mut AsyncPgConnection,
    call: CallId,
) -> Result<BTreeMap<SubmissionId, Demo>, Error> {
    use submission as s;
    let rows = s::table
        .left_join(company::table.on(s::company_id.eq(company::id.nullable())))
        .left_join(submission_demo::table.on(submission_demo::id.eq(s::id)))
        .filter(s::call_id.eq(call))
        .select((
            s::id,
            (
                s::company_id,
                company::region.nullable(),
                submission_demo::watts.nullable(),
                submission_demo::square_metres.nullable(),
                submission_demo::facilities.nullable(),
            ),
        ));
    Ok(rows.load::<(SubmissionId, Demo)>(conn).await?.into_iter().collect())
}

/// When the companies of a call's demos can come, of those that said so.
pub(in crate::allocation) async fn windows(
    conn: &mut AsyncPgConnection,
    call: CallId,
) -> Result<BTreeMap<SubmissionId, Vec<(Moment, Moment)>>, Error> {
    use demo_availability as a;
    let own = submission::table.filter(submission::call_id.eq(call)).select(submission::id);
    let rows = a::table.filter(a::submission_id.eq_any(own)).order((a::submission_id, a::starts_at));
    let rows: Vec<(SubmissionId, Moment, Moment)> =
        rows.select((a::submission_id, a::starts_at, a::ends_at)).load(conn).await?;
    Ok(grouped(rows))
}

/// When the companies of a call's demos would like best to come.
pub(in crate::allocation) async fn preferences(
    conn: &mut AsyncPgConnection,
    call: CallId,
) -> Result<BTreeMap<SubmissionId, Vec<(Moment, Moment)>>, Error> {
    use demo_preference as p;
    let own = submission::table.filter(submission::call_id.eq(call)).select(submission::id);
    let rows = p::table.filter(p::submission_id.eq_any(own)).order((p::submission_id, p::starts_at));
    let rows: Vec<(SubmissionId, Moment, Moment)> =
        rows.select((p::submission_id, p::starts_at, p::ends_at)).load(conn).await?;
    Ok(grouped(rows))
}

/// When these people are on stage in sessions of the draft that are not made of any of `own`.
pub(in crate::allocation) async fn elsewhere(
    conn: &mut AsyncPgConnection,
    own: &[SubmissionId],
    people: &BTreeSet<SpeakerId>,
) -> Result<BTreeMap<SpeakerId, Vec<(Moment, Moment)>>, Error> {
    use session as s;
    let others = s::table
        .inner_join(session_speaker::table.on(session_speaker::session_id.eq(s::id)))
        .filter(session_speaker::speaker_id.eq_any(people))
        .filter(s::removed_at.is_null())
        .filter(s::submission_id.is_null().or(s::submission_id.ne_all(own)));
    let rows: Vec<(SpeakerId, Option<Moment>, i32)> = others
        .order((session_speaker::speaker_id, s::starts_at, s::id))
        .select((session_speaker::speaker_id, s::starts_at, s::minutes))
        .load(conn)
        .await?;
    let spans = rows.into_iter().filter_map(|(person, start, minutes)| {
        let start = start?;
        Some((person, start, start.plus(SignedDuration::from_mins(minutes.into()))))
    });
    Ok(grouped(spans))
}

/// Spans by whose they are, in the order in which they come.
fn grouped<K: Ord>(
    rows: impl IntoIterator<Item = (K, Moment, Moment)>,
) -> BTreeMap<K, Vec<(Moment, Moment)>> {
    let mut found: BTreeMap<K, Vec<(Moment, Moment)>> = BTreeMap::new();
    for (whose, from, to) in rows {
        found.entry(whose).or_default().push((from, to));
    }
    found
}

/// When these people can come, of those who said so; spans of one neither touch nor overlap.
pub(in crate::allocation) async fn availability_of(
    conn: &mut AsyncPgConnection,
    people: &BTreeSet<SpeakerId>,
) -> Result<BTreeMap<SpeakerId, Vec<(Moment, Moment)>>, Error> {
    use availability as a;
    let rows = a::table.filter(a::speaker_id.eq_any(people)).order((a::speaker_id, a::starts_at));
    let rows: Vec<(SpeakerId, Moment, Moment)> =
        rows.select((a::speaker_id, a::starts_at, a::ends_at)).load(conn).await?;
    Ok(grouped(rows))
}
