//! The tables of reviews: `reviewer`, `assignment`, `declared_conflict`, `review`, `review_score`.

pub(super) mod panel;
pub(super) mod review;
