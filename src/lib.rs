//! Plenary runs an annual forum, edition after edition.

pub mod error;
pub mod values;
