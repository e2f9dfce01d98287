//! The programme: sessions of the draft, what clashes in it, and its releases.

mod clashes;
mod demos;
mod power;
mod releases;
mod sessions;
mod sign_ups;
mod wire;

pub(super) use clashes::*;
pub(super) use demos::*;
pub(super) use power::*;
pub(super) use releases::*;
pub(super) use sessions::*;
pub(super) use sign_ups::*;
