//! The tables `submission`, `submission_speaker`, `submission_answer`, `submission_file`, `decision_wording` and
//! `submission_demo`.

pub(super) mod answers;
pub(super) mod applicant;
pub(super) mod attachments;
pub(super) mod demo;
pub(super) mod due;
pub(super) mod eligibility;
pub(super) mod list;
pub(super) mod on_show;
pub(super) mod people;
pub(super) mod sides;
pub(super) mod submission;
pub(super) mod wording;
