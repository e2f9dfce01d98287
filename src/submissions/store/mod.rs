//! The tables `submission`, `submission_speaker`, `submission_answer`, `submission_file` and `decision_wording`.

pub(super) mod answers;
pub(super) mod attachments;
pub(super) mod due;
pub(super) mod list;
pub(super) mod people;
pub(super) mod submission;
pub(super) mod wording;
