//! Mail: an outbox row per recipient, written in the transaction of the change that causes it.
//!
//! At least once: a duplicate only where the server's answer was lost or a lease ran out, and then
//! with the same Message-ID. Rows keep the template's name and values, then the rendered text with
//! placeholders; secret links are filled in at the socket, so no stored text ever holds a live one.
//!
//! [`queue`] puts mails in; a [`Worker`] prints and sends them through a [`Transport`]. Reads take a [`Reach`]: proofs of
//! who asks stand on a higher floor, in `outbox`.

pub mod bounces;
mod catalogue;
mod check;
mod compose;
mod defuse;
pub mod dkim;
pub mod dns;
mod domains;
mod grammar;
mod handling;
mod invitation;
mod kind;
mod letterhead;
mod letters;
mod links;
pub mod mailbox;
mod message;
pub mod outbox;
mod pace;
mod preferences;
mod render;
mod sample;
mod schedule;
mod settling;
mod store;
mod suppression;
mod templates;
mod transport;
mod wording;
pub mod wordings;
mod worker;
mod wrap;

pub use catalogue::{Reader, TEMPLATES, Template, Timing, named, table};
pub use check::WordingFields;
pub use compose::known;
pub use domains::Domains;
pub use handling::{cancel, cancel_all, discard_unsent, erase, hold, hold_all, release, release_all, retry};
pub use invitation::CalendarEntry;
pub use kind::MailKind;
pub use letterhead::{Letterhead, Letterheads};
pub use letters::{
    Attempt, CameBack, Filter, Letter, OutboxEntry, Reach, about, counts, given, letter, list,
};
pub use links::Links;
pub use message::{Sender, ascii_domain};
pub use outbox::{Cause, Mail, NewMail, Recipient, queue, queue_test};
pub use pace::Pace;
pub use preferences::{Subscriber, set_turned_off, subscriber, turned_off, unsubscribe};
pub use render::{Renderer, Rendering, Words};
pub use settling::Settling;
pub use store::{AttemptOutcome, MailState, Withheld, depth};
pub use suppression::{Suppression, SuppressionReason, lift, suppressed, suppressions};
pub use transport::{BadServer, Files, Outcome, Smtp, Transport};
pub use wording::Wording;
pub use worker::{Round, Worker};
