//! All Diesel of this domain, table by table.

pub(super) mod accounts;
pub(super) mod roles;
pub(super) mod sessions;
pub(super) mod tokens;
