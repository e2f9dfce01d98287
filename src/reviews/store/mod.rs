//! The tables of reviews: `reviewer`, `assignment`, `declared_conflict`, `review`, `review_score`, `award`, `ballot`,
//! `ballot_line`.

pub(super) mod award;
pub(super) mod panel;
pub(super) mod remind;
pub(super) mod review;
