//! Accounts, roles, login sessions, invitations and API tokens; and the proofs that other domains demand.

pub mod proofs;
