//! All SQL of the programme.

pub(super) mod draft;
pub(super) mod given_up;
pub(super) mod import;
pub(super) mod places;
pub(super) mod release;
pub(super) mod session;
pub(super) mod star;
pub(super) mod unplanned;
