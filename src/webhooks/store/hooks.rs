//! The table `webhook`.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use crate::{
    accounts::Account,
    db::{
        Tx,
        schema::{audit_seal, webhook},
        violation::{Constraints, named},
    },
    error::Error,
    values::{Id, Moment},
    webhooks::WebhookChange,
};

const CONSTRAINTS: Constraints = &[("webhook_edition_id_fkey", "edition", "edition_unknown")];

crate::text_enum! {
    /// Whether a webhook is told anything.
    pub enum WebhookState {
        /// It is.
        Active = "active",
        /// Staff let it wait; what happens meanwhile is kept for it.
        Paused = "paused",
        /// We gave up on it; what happens meanwhile is not kept.
        Disabled = "disabled",
    }
}

crate::text_enum! {
    /// Why we gave up on a webhook.
    pub enum DisabledReason {
        /// It answered 410: it is gone.
        Gone = "gone",
        /// Nothing arrived for days.
        Failing = "failing",
    }
}

/// An address that is told what happens in an edition.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = webhook)]
pub struct Webhook {
    /// Its id.
    pub id: Id<Webhook>,
    /// Whose events it is told.
    pub edition_id: Uuid,
    /// Who added it, and hears when it is disabled.
    pub owner_id: Id<Account>,
    /// Where deliveries go.
    pub url: String,
    /// What it is for; may be empty.
    pub description: String,
    /// The events it is told of; none for all of them.
    #[diesel(deserialize_as = Vec<Option<String>>)]
    pub events: EventNames,
    /// Whether it is told anything.
    pub state: WebhookState,
    /// Why we gave up on it, if we did.
    pub disabled_reason: Option<DisabledReason>,
    /// Since when nothing arrives, if so.
    pub failing_since: Option<Moment>,
    /// When it was added.
    pub created_at: Moment,
}

/// Names of events, as a row keeps them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EventNames(pub Vec<String>);

impl From<Vec<Option<String>>> for EventNames {
    fn from(row: Vec<Option<String>>) -> Self {
        Self(row.into_iter().flatten().collect())
    }
}

/// Adds a webhook that is told what is sealed from now on.
pub(in crate::webhooks) async fn insert(
    tx: &mut Tx,
    edition: Uuid,
    owner: Id<Account>,
    about: &WebhookChange,
) -> Result<Webhook, Error> {
    let last: Option<i64> =
        audit_seal::table.select(diesel::dsl::max(audit_seal::number)).first(&mut **tx).await?;
    let row = (
        webhook::id.eq(Id::<Webhook>::fresh()),
        webhook::edition_id.eq(edition),
        webhook::owner_id.eq(owner),
        said(about),
        webhook::after_seal.eq(last.unwrap_or_default()),
    );
    let inserted = diesel::insert_into(webhook::table).values(row).returning(Webhook::as_returning());
    inserted.get_result(&mut **tx).await.map_err(|error| named(CONSTRAINTS, error))
}

type Said<'a> = (
    diesel::dsl::Eq<webhook::url, &'a str>,
    diesel::dsl::Eq<webhook::description, &'a str>,
    diesel::dsl::Eq<webhook::events, &'a Vec<&'static str>>,
);

fn said(about: &WebhookChange) -> Said<'_> {
    (
        webhook::url.eq(about.url.as_str()),
        webhook::description.eq(about.description.as_ref().map_or("", |line| line.as_str())),
        webhook::events.eq(&about.events),
    )
}

pub(in crate::webhooks) async fn update(
    tx: &mut Tx,
    id: Id<Webhook>,
    about: &WebhookChange,
) -> Result<Webhook, Error> {
    let changed = diesel::update(webhook::table.find(id)).set(said(about));
    Ok(changed.returning(Webhook::as_returning()).get_result(&mut **tx).await?)
}

/// The webhook, locked until the transaction ends: verbs and deliveries of one take turns.
pub(in crate::webhooks) async fn locked(tx: &mut Tx, id: Id<Webhook>) -> Result<Webhook, Error> {
    let row = webhook::table.find(id).select(Webhook::as_select()).for_no_key_update();
    Ok(row.first(&mut **tx).await?)
}

pub(in crate::webhooks) async fn by_id(
    conn: &mut AsyncPgConnection,
    id: Id<Webhook>,
) -> Result<Webhook, Error> {
    Ok(webhook::table.find(id).select(Webhook::as_select()).first(conn).await?)
}

/// All of them, newest first.
pub(in crate::webhooks) async fn all(conn: &mut AsyncPgConnection) -> Result<Vec<Webhook>, Error> {
    Ok(webhook::table.order(webhook::id.desc()).select(Webhook::as_select()).load(conn).await?)
}

pub(in crate::webhooks) async fn set_state(
    tx: &mut Tx,
    id: Id<Webhook>,
    state: WebhookState,
    why: Option<DisabledReason>,
) -> Result<(), Error> {
    let change = (
        webhook::state.eq(state),
        webhook::disabled_reason.eq(why),
        webhook::failing_since.eq(None::<Moment>),
    );
    diesel::update(webhook::table.find(id)).set(change).execute(&mut **tx).await?;
    Ok(())
}

pub(in crate::webhooks) async fn set_failing(
    tx: &mut Tx,
    id: Id<Webhook>,
    since: Option<Moment>,
) -> Result<(), Error> {
    let change = webhook::failing_since.eq(since);
    diesel::update(webhook::table.find(id)).set(change).execute(&mut **tx).await?;
    Ok(())
}

/// Takes it away with its secrets and deliveries.
pub(in crate::webhooks) async fn delete(tx: &mut Tx, id: Id<Webhook>) -> Result<(), Error> {
    diesel::delete(webhook::table.find(id)).execute(&mut **tx).await?;
    Ok(())
}
