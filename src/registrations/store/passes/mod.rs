//! The tables `pass`, `pass_rule` and `pass_block`.

pub(in crate::registrations) mod due;
pub(in crate::registrations) mod pass;
pub(in crate::registrations) mod rules;
