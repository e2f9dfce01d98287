//! The tables of allocation, and what it reads of the domains to its left.

pub(super) mod applicant;
pub(super) mod pin;
pub(super) mod place;
pub(super) mod proposal;
