//! The tables `submission`, `submission_speaker` and `submission_answer`.

pub(super) mod answers;
pub(super) mod due;
pub(super) mod list;
pub(super) mod people;
pub(super) mod submission;
