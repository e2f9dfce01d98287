//! Webhooks: other programs are told what happens in an edition, as Standard Webhooks (<https://www.standardwebhooks.com>) has it.
//!
//! What was sealed in the audit trail becomes deliveries ([`fan_out()`]), in the order of the seals, in one transaction with the
//! cursor: none is lost or made twice. A [`Courier`] sends them, each under a lease; a receiver may get one twice, and knows it by
//! its id. They say what happened to which row and nothing about anybody: whoever may know more asks the API.
//!
//! Admins alone handle webhooks. A receiver that says 410, or takes nothing for [`FAILING_DAYS`] days, is disabled, and its owner
//! gets a mail. `docs/WEBHOOKS.md` is for those who write receivers.

mod address;
mod client;
mod courier;
mod deliveries;
pub mod events;
mod fan_out;
mod fields;
mod hooks;
mod letter;
mod mails;
mod schedule;
mod secrets;
mod settle;
mod store;

pub use address::{Gate, is_global};
pub use client::{Client, Resolve, SystemResolver, Tried};
pub use courier::{Claimed, Courier};
pub use deliveries::{DeliveryFilter, deliveries, delivery, redeliver, redeliver_failed, send_test};
pub use fan_out::{fan_out, forget};
pub use fields::{
    DESCRIPTION_MAX, HookUrl, HookUrlRule, NewWebhook, NewWebhookFields, WebhookChange, WebhookFields,
};
pub use hooks::{change, create, pause, remove, resume, rotate_secret, webhook, webhooks};
pub use store::{
    deliveries::{AttemptOutcome, Delivery, DeliveryAttempt, DeliveryState},
    hooks::{DisabledReason, EventNames, Webhook, WebhookState},
};

/// Every action that this module records; each has a locale key `audit-noun-verb`.
pub const ACTIONS: &[&str] = &[
    "webhook.create",
    "webhook.change",
    "webhook.rotate-secret",
    "webhook.pause",
    "webhook.resume",
    "webhook.disable",
    "webhook.remove",
    "webhook.test",
    "webhook.redeliver",
];

/// Hours that a secret still signs after it was replaced.
pub const SECRET_OVERLAP_HOURS: i64 = 24;
/// Days without any success after which a webhook is disabled.
pub const FAILING_DAYS: i64 = 5;
/// Days that deliveries are kept.
pub const DELIVERY_DAYS: i32 = 30;
