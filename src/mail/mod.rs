//! Mail: an outbox row per recipient, written in the transaction of the change that causes it.
//!
//! At least once: a duplicate only where the server's answer was lost or a lease ran out, and then
//! with the same Message-ID. Rows keep the template's name and values, then the rendered text with
//! placeholders; secret links are filled in at the socket, so no stored text ever holds a live one.

pub mod outbox;

pub use outbox::{Cause, NewMail, Recipient, queue};
