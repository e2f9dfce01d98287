//! Everything Diesel of this domain.

pub(super) mod consent_text;
pub(super) mod edition;
pub(super) mod parts;
pub(super) mod publication;
pub(super) mod side_event;
