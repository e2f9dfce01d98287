//! Submissions as the API takes and shows them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

use super::decide::DecisionBody;
use crate::{
    api::{
        attachments::{AttachmentBody, SlidesBody},
        once::Made,
    },
    files::File,
    questions::Question,
    speakers::Through,
    submissions::{
        Answer, Attached, DraftFields, Invitation, Lifecycle, Part, Participant, Spoken, Submission, Verdict,
    },
    values::{Id, Localised, Moment},
};

/// What was handed in to a call.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Submission)]
pub(in crate::api) struct SubmissionBody {
    /// Its id.
    pub id: Uuid,
    /// The id of its call.
    pub call: Uuid,
    /// The id of the speaker who hands it in.
    pub owner: Uuid,
    /// The id of the company whose it is, if it is one's.
    pub company: Option<Uuid>,
    /// The id of its track.
    pub track: Option<Uuid>,
    /// The id of its session type.
    pub session_type: Option<Uuid>,
    /// What it is called.
    pub title: Option<Localised>,
    /// What it is about.
    pub summary: Option<Localised>,
    /// The languages it is spoken in.
    pub spoken: Vec<Spoken>,
    /// What only the organisers read.
    pub notes: Option<String>,
    /// How far the applicant has come.
    pub lifecycle: Lifecycle,
    /// What was decided; null where nothing was.
    pub decision: Option<DecisionBody>,
    /// What the applicant was last told.
    pub told: Option<Verdict>,
    /// When.
    pub told_at: Option<Moment>,
    /// Until when she may confirm.
    pub confirm_by: Option<Moment>,
    /// What she answered.
    pub answer: Answer,
    /// When, or when her date went by.
    pub answered_at: Option<Moment>,
    /// By which way.
    pub answered_through: Option<Through>,
    /// What staff noted about an answer given to them.
    pub answer_note: Option<String>,
    /// Rises with every change of its contents; send it along with a correction.
    pub version: i32,
    /// When it was begun.
    pub created_at: Moment,
    /// When it was handed in.
    pub submitted_at: Option<Moment>,
    /// When it was taken back.
    pub withdrawn_at: Option<Moment>,
    /// When it was last changed.
    pub updated_at: Moment,
}

impl From<Submission> for SubmissionBody {
    fn from(row: Submission) -> Self {
        Self {
            id: row.id.uuid(),
            call: row.call.uuid(),
            owner: row.owner.uuid(),
            company: row.company.map(Id::uuid),
            track: row.track.map(Id::uuid),
            session_type: row.session_type.map(Id::uuid),
            decision: row.standing().decision.map(DecisionBody::from),
            title: row.title,
            summary: row.summary,
            spoken: row.spoken,
            notes: row.notes.map(|notes| notes.to_string()),
            lifecycle: row.lifecycle,
            told: row.told,
            told_at: row.told_at,
            confirm_by: row.confirm_by,
            answer: row.answer,
            answered_at: row.answered_at,
            answered_through: row.answered_through,
            answer_note: row.answer_note,
            version: row.version,
            created_at: row.created_at,
            submitted_at: row.submitted_at,
            withdrawn_at: row.withdrawn_at,
            updated_at: row.updated_at,
        }
    }
}

impl Made for SubmissionBody {
    fn id(&self) -> Uuid {
        self.id
    }
}

/// Somebody who takes part in a submission, or is asked to: what she does in it, and whether she agreed.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Participant)]
pub(in crate::api) struct ParticipantBody {
    /// The speaker's id.
    speaker: Uuid,
    // Other types have these names in the document; a described field would be of two types at once there.
    #[schema(inline)]
    part: Part,
    #[schema(inline)]
    invitation: Invitation,
}

impl From<Participant> for ParticipantBody {
    fn from(Participant { speaker, part, invitation }: Participant) -> Self {
        Self { speaker: speaker.uuid(), part, invitation }
    }
}

/// A submission in full.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SubmissionDetail)]
pub(in crate::api) struct DetailBody {
    submission: SubmissionBody,
    /// Who takes part, in order.
    participants: Vec<ParticipantBody>,
    /// What was answered, by the question's slug.
    #[schema(value_type = BTreeMap<String, serde_json::Value>)]
    answers: BTreeMap<String, Value>,
    /// The files that answer a question.
    files: Vec<AttachmentBody>,
    /// Its slides, the oldest first.
    slides: Vec<SlidesBody>,
}

impl DetailBody {
    pub(super) fn of(
        row: Submission,
        participants: Vec<Participant>,
        answers: Vec<(Question, Value)>,
        (files, slides): (Vec<Attached>, Vec<File>),
    ) -> Self {
        let answers = answers.into_iter().map(|(question, value)| (question.slug.to_string(), value));
        Self {
            submission: row.into(),
            participants: participants.into_iter().map(ParticipantBody::from).collect(),
            answers: answers.collect(),
            files: files.into_iter().map(AttachmentBody::from).collect(),
            slides: slides.into_iter().map(SlidesBody::from).collect(),
        }
    }
}

/// What is handed in for a speaker.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct NewSubmissionFields {
    /// The call's id.
    pub(super) call: Uuid,
    /// The speaker's id.
    pub(super) speaker: Uuid,
    /// What she gives; a title at least.
    pub(super) submission: DraftFields,
}
