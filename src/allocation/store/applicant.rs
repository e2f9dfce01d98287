//! What is known of a call's applicants besides their scores: reads of the domains to the left.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use crate::{
    calls::CallId,
    db::schema::{availability, submission, submission_speaker},
    error::Error,
    speakers::SpeakerId,
    submissions::{Invitation, Part, SubmissionId},
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

/// When these people can come, of those who said so; spans of one neither touch nor overlap.
pub(in crate::allocation) async fn availability_of(
    conn: &mut AsyncPgConnection,
    people: &BTreeSet<SpeakerId>,
) -> Result<BTreeMap<SpeakerId, Vec<(Moment, Moment)>>, Error> {
    use availability as a;
    let rows = a::table.filter(a::speaker_id.eq_any(people)).order((a::speaker_id, a::starts_at));
    let rows: Vec<(SpeakerId, Moment, Moment)> =
        rows.select((a::speaker_id, a::starts_at, a::ends_at)).load(conn).await?;
    let mut found: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (person, from, to) in rows {
        found.entry(person).or_default().push((from, to));
    }
    Ok(found)
}
