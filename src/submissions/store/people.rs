//! The table `submission_speaker`.

use diesel::{dsl::max, prelude::*};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde::Serialize;
use utoipa::ToSchema;

use super::submission::{Submission, SubmissionId};
use crate::{
    db::{
        Tx,
        schema::{submission, submission_speaker},
    },
    error::Error,
    speakers::SpeakerId,
};

crate::text_enum! {
    /// What somebody does in a submission.
    pub enum Part {
        /// Speaks.
        Speaker = "speaker",
        /// Leads a panel.
        Moderator = "moderator",
        /// Sits on a panel.
        Panellist = "panellist",
        /// Looks after it and is not on stage.
        Contact = "contact",
    }
}

crate::text_enum! {
    /// What became of an invitation to take part.
    pub enum Invitation {
        /// She takes part.
        Accepted = "accepted",
        /// She has not answered.
        Invited = "invited",
        /// She does not.
        Declined = "declined",
    }
}

/// Somebody who takes part in a submission, or is asked to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema, Queryable, Selectable)]
#[diesel(table_name = submission_speaker)]
pub struct Participant {
    /// Who.
    #[schema(value_type = uuid::Uuid)]
    #[diesel(column_name = speaker_id)]
    pub speaker: SpeakerId,
    /// What she does in it.
    #[diesel(column_name = role)]
    pub part: Part,
    /// Whether she agreed.
    pub invitation: Invitation,
}

/// Those of a submission, in order.
pub(in crate::submissions) async fn of(
    conn: &mut AsyncPgConnection,
    id: SubmissionId,
) -> Result<Vec<Participant>, Error> {
    use submission_speaker as p;
    let all = p::table.filter(p::submission_id.eq(id)).order((p::position, p::speaker_id));
    Ok(all.select(Participant::as_select()).load(conn).await?)
}

/// Adds one, the last in order, or asks one who declined again; answers whether. Whoever is there stays as she is.
pub(in crate::submissions) async fn add(
    tx: &mut Tx,
    id: SubmissionId,
    new: Participant,
) -> Result<bool, Error> {
    use submission_speaker as p;
    let declined = p::table.find((id, new.speaker)).filter(p::invitation.eq(Invitation::Declined));
    let anew = (p::role.eq(new.part), p::invitation.eq(new.invitation));
    if diesel::update(declined).set(anew).execute(&mut **tx).await? == 1 {
        return Ok(true);
    }
    let last: Option<i32> =
        p::table.filter(p::submission_id.eq(id)).select(max(p::position)).first(&mut **tx).await?;
    let place =
        (p::submission_id.eq(id), p::speaker_id.eq(new.speaker), p::position.eq(last.unwrap_or(0) + 1));
    let added = diesel::insert_into(p::table).values((place, anew)).on_conflict_do_nothing();
    Ok(added.execute(&mut **tx).await? == 1)
}

/// Notes her answer, if she was asked and has not given it; answers whether.
pub(in crate::submissions) async fn answer(
    tx: &mut Tx,
    id: SubmissionId,
    speaker: SpeakerId,
    invitation: Invitation,
) -> Result<bool, Error> {
    use submission_speaker as p;
    let asked = p::table.find((id, speaker)).filter(p::invitation.eq(Invitation::Invited));
    let noted = diesel::update(asked).set(p::invitation.eq(invitation)).execute(&mut **tx).await?;
    Ok(noted == 1)
}

/// Takes somebody off; answers whether she was there.
pub(in crate::submissions) async fn remove(
    tx: &mut Tx,
    id: SubmissionId,
    speaker: SpeakerId,
) -> Result<bool, Error> {
    let row = submission_speaker::table.find((id, speaker));
    Ok(diesel::delete(row).execute(&mut **tx).await? == 1)
}

/// Every submission that a speaker owns or is asked to take part in, the newest first.
pub(in crate::submissions) async fn submissions_of(
    conn: &mut AsyncPgConnection,
    speaker: SpeakerId,
) -> Result<Vec<Submission>, Error> {
    use submission_speaker as p;
    let hers = p::table.filter(p::speaker_id.eq(speaker)).select(p::submission_id);
    let all = submission::table
        .filter(submission::owner_id.eq(speaker).or(submission::id.eq_any(hers)))
        .order(submission::id.desc());
    Ok(all.select(Submission::as_select()).load(conn).await?)
}
