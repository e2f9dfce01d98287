//! The tables of webhooks: `webhook`, `webhook_secret`, `webhook_cursor`, `delivery`, `delivery_attempt`.

pub(super) mod deliveries;
pub(super) mod fan_out;
pub(super) mod hooks;
pub(super) mod secrets;
pub(super) mod work;
