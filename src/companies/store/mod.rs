//! The tables `company`, `company_member` and `company_invitation`.

pub(super) mod company;
pub(super) mod invitation;
pub(super) mod member;
