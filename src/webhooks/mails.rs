//! The mails of this module. Each says here what its template may print as `values` and `links`.

use std::collections::BTreeMap;

use serde_json::json;
use uuid::Uuid;

use super::{DisabledReason, FAILING_DAYS, Webhook};
use crate::{
    accounts::Account,
    mail::{Cause, NewMail, Recipient},
    values::Id,
};

/// `webhook-disabled`: `values.url`, `values.description` (may be empty), `values.gone` (whether the receiver said so; otherwise nothing
/// arrived), `values.days` (for how long).
pub(super) fn disabled(hook: &Webhook, why: DisabledReason, owner: &Account) -> NewMail {
    NewMail {
        id: Id::fresh(),
        // The site's own: webhooks are the admins'.
        edition: None,
        // Each time is a cause of its own.
        cause: Cause { kind: "webhook", id: Uuid::now_v7() },
        template: "webhook-disabled",
        to: Recipient { email: owner.email.clone(), name: owner.name.clone(), lang: owner.lang },
        values: json!({
            "url": hook.url,
            "description": hook.description,
            "gone": why == DisabledReason::Gone,
            "days": FAILING_DAYS,
        }),
        links: BTreeMap::new(),
        due_at: None,
    }
}
