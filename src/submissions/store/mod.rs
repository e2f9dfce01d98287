//! The tables `submission`, `submission_speaker`, `submission_answer` and `decision_wording`.

pub(super) mod answers;
pub(super) mod due;
pub(super) mod list;
pub(super) mod people;
pub(super) mod submission;
pub(super) mod wording;
