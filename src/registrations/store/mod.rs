//! Everything Diesel of this domain, a file per task.

pub(super) mod admit;
pub(super) mod answers;
pub(super) mod known;
pub(super) mod line;
pub(super) mod registration;
pub(super) mod staff;
pub(super) mod types;
