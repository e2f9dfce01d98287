//! The audit trail: every change, whoever makes it, inserts an entry in its own transaction.
//!
//! An entry keeps who, what, on which row, before and after, from where, and a salted digest of that
//! content. A duty seals what is committed: each seal is an HMAC over its number, the seal before it and the
//! ordered digests, so that a removed, altered or reordered entry shows. Writers share no row, and
//! erasing a person empties content and salt, never the digest. The order of seals is the one change cursor.

mod entry;
mod seals;
mod trail;

pub use entry::{Actor, ActorKind, Entry, erase, record, record_all};
pub use seals::{Verification, seal, verify};
pub use trail::{Filter, TrailEntry, of_subject, trail};
