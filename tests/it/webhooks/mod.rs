//! Webhooks: from the audit trail to a receiver that we did not write.

mod api;
mod client;
mod console;
mod events;
mod fan_out;
mod receiver;
mod retries;
mod sending;
mod site;
mod walk;
