//! The tables of calls: `call`, `call_track`, `session_type`, `call_code`, `round`, `criterion`.

pub(super) mod call;
pub(super) mod code;
pub(super) mod parts;
pub(super) mod round;
