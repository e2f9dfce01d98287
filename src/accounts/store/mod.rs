//! All Diesel of this domain, table by table.

pub(super) mod accounts;
pub(super) mod invitations;
pub(super) mod roles;
pub(super) mod sessions;
pub(super) mod sign_ins;
pub(super) mod tokens;
