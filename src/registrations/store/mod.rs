//! Everything Diesel of this domain, a file per task.

pub(super) mod address;
pub(super) mod admit;
pub(super) mod answers;
pub(super) mod day;
pub(super) mod known;
pub(super) mod line;
pub(super) mod mailed;
pub(super) mod offers;
pub(super) mod passes;
pub(super) mod reconcile;
pub(super) mod registration;
pub(super) mod retention;
pub(super) mod sign_ups;
pub(super) mod speakers;
pub(super) mod staff;
pub(super) mod types;
