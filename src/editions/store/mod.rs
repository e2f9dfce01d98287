//! Everything Diesel of this domain, a file per table.

pub(super) mod edition;
pub(super) mod publication;
