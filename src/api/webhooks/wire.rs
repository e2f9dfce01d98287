//! Webhooks as the API shows them.

use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    api::once::Made,
    values::Moment,
    webhooks::{
        AttemptOutcome, Delivery, DeliveryAttempt, DeliveryState, DisabledReason, Webhook, WebhookState,
    },
};

/// An address that is told what happens in an edition.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Webhook)]
pub(in crate::api) struct WebhookBody {
    /// Its id.
    id: Uuid,
    /// The id of the edition whose events it is told.
    edition_id: Uuid,
    /// The account that added it, and hears when it is disabled.
    owner_id: Uuid,
    /// Where deliveries go.
    #[schema(example = "https://example.org/hooks/forum")]
    url: String,
    /// What it is for; may be empty.
    description: String,
    /// The events it is told of; none for all of them.
    events: Vec<String>,
    /// Whether it is told anything.
    state: WebhookState,
    /// Why it is disabled, if it is.
    disabled_reason: Option<DisabledReason>,
    /// Since when nothing arrives, if so.
    failing_since: Option<Moment>,
    /// When it was added.
    created_at: Moment,
}

impl From<Webhook> for WebhookBody {
    fn from(hook: Webhook) -> Self {
        Self {
            id: hook.id.uuid(),
            edition_id: hook.edition_id,
            owner_id: hook.owner_id.uuid(),
            url: hook.url,
            description: hook.description,
            events: hook.events.0,
            state: hook.state,
            disabled_reason: hook.disabled_reason,
            failing_since: hook.failing_since,
            created_at: hook.created_at,
        }
    }
}

/// A webhook that was just added.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MadeWebhook)]
pub(in crate::api) struct MadeWebhookBody {
    /// The webhook.
    pub webhook: WebhookBody,
    /// Its secret; null where the request is a repetition.
    #[schema(example = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD")]
    pub secret: Option<String>,
}

impl Made for MadeWebhookBody {
    fn id(&self) -> Uuid {
        self.webhook.id
    }
}

/// A secret that was just made.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = WebhookSecret)]
pub(in crate::api) struct SecretBody {
    /// The secret.
    #[schema(example = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD")]
    pub secret: String,
}

/// An event to be told to a webhook.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Delivery)]
pub(in crate::api) struct DeliveryBody {
    /// Its id.
    id: Uuid,
    /// What the receiver reads in the header `webhook-id`.
    webhook_id: String,
    /// What happened.
    #[schema(example = "registration.created")]
    event: String,
    /// The row that it happened to.
    subject_id: Uuid,
    /// When it happened.
    occurred_at: Moment,
    /// Where the delivery stands.
    state: DeliveryState,
    /// When it is tried (again).
    due_at: Moment,
    /// How often it was tried.
    attempts: i32,
    /// When it arrived.
    delivered_at: Option<Moment>,
}

impl From<Delivery> for DeliveryBody {
    fn from(delivery: Delivery) -> Self {
        Self {
            id: delivery.id.uuid(),
            webhook_id: delivery.message_id(),
            event: delivery.event,
            subject_id: delivery.subject_id,
            occurred_at: delivery.occurred_at,
            state: delivery.state,
            due_at: delivery.due_at,
            attempts: delivery.attempts,
            delivered_at: delivery.delivered_at,
        }
    }
}

/// One try to deliver.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DeliveryAttempt)]
pub(in crate::api) struct TryBody {
    /// Which one, from 1.
    number: i32,
    /// When it ended.
    at: Moment,
    /// How it ended.
    outcome: AttemptOutcome,
    /// The answer's status, where there was one.
    status: Option<i32>,
    /// How long it took.
    milliseconds: i32,
    /// The beginning of the answer, or what went wrong.
    answer: String,
}

impl From<DeliveryAttempt> for TryBody {
    fn from(attempt: DeliveryAttempt) -> Self {
        let DeliveryAttempt { number, at, outcome, status, milliseconds, answer } = attempt;
        Self { number, at, outcome, status, milliseconds, answer }
    }
}

/// A delivery with every try.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DeliveryDetail)]
pub(in crate::api) struct DeliveryDetailBody {
    delivery: DeliveryBody,
    /// Every try, in order.
    attempts: Vec<TryBody>,
}

impl From<(Delivery, Vec<DeliveryAttempt>)> for DeliveryDetailBody {
    fn from((delivery, attempts): (Delivery, Vec<DeliveryAttempt>)) -> Self {
        Self { delivery: delivery.into(), attempts: attempts.into_iter().map(Into::into).collect() }
    }
}

/// How much is sent again.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Redelivered)]
pub(in crate::api) struct RedeliveredBody {
    /// How many deliveries.
    pub deliveries: usize,
}
