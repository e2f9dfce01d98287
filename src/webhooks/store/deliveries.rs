//! The tables `delivery` and `delivery_attempt` as staff see them.

use diesel::{dsl::IntervalDsl, prelude::*};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use crate::{
    db::{
        Tx, clock_timestamp,
        schema::{delivery, delivery_attempt},
    },
    error::Error,
    values::{Id, Moment},
    webhooks::{DELIVERY_DAYS, DeliveryFilter, Webhook, events},
};

crate::text_enum! {
    /// Where a delivery stands.
    pub enum DeliveryState {
        /// Waits for its time.
        Queued = "queued",
        /// A worker has it.
        Sending = "sending",
        /// The receiver took it.
        Delivered = "delivered",
        /// Refused for good, or tried for too long.
        Failed = "failed",
        /// The webhook was disabled before it arrived.
        GivenUp = "given-up",
    }
}

crate::text_enum! {
    /// How one try ended.
    pub enum AttemptOutcome {
        /// The receiver answered with success (2xx).
        Delivered = "delivered",
        /// It answered with anything else.
        Refused = "refused",
        /// It answered 410: it wants nothing more.
        Gone = "gone",
        /// The address is not on the public Internet.
        Forbidden = "forbidden",
        /// The host's name leads nowhere.
        Unresolved = "unresolved",
        /// Nobody took the connection.
        Unreachable = "unreachable",
        /// No encrypted connection, or the certificate is not right.
        Insecure = "insecure",
        /// It took too long.
        Timeout = "timeout",
        /// The connection broke before there was an answer.
        Broken = "broken",
    }
}

/// An event to be told to one webhook.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = delivery)]
pub struct Delivery {
    /// Its id; also in the header `webhook-id`, in each try the same.
    pub id: Id<Delivery>,
    /// The webhook.
    pub webhook_id: Id<Webhook>,
    /// What happened.
    pub event: String,
    /// To which row.
    pub subject_id: Uuid,
    /// When.
    pub occurred_at: Moment,
    /// Where it stands.
    pub state: DeliveryState,
    /// When it is tried (again).
    pub due_at: Moment,
    /// How often it was tried.
    pub attempts: i32,
    /// When it arrived.
    pub delivered_at: Option<Moment>,
    /// When it was made.
    pub created_at: Moment,
}

impl Delivery {
    /// What the receiver reads in the header `webhook-id`: the same in each try.
    #[must_use]
    pub fn message_id(&self) -> String {
        message_id(self.id)
    }
}

/// The id of a delivery as the receiver knows it.
pub(in crate::webhooks) fn message_id(id: Id<Delivery>) -> String {
    format!("msg_{}", id.uuid().simple())
}

/// One try.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = delivery_attempt)]
pub struct DeliveryAttempt {
    /// Which one, from 1.
    pub number: i32,
    /// When it ended.
    pub at: Moment,
    /// How.
    pub outcome: AttemptOutcome,
    /// The answer's status, where there was one.
    pub status: Option<i32>,
    /// How long it took.
    pub milliseconds: i32,
    /// The beginning of the answer, or what went wrong.
    pub answer: String,
}

/// The newest `limit` deliveries of a webhook that fit `filter`, newest first.
pub(in crate::webhooks) async fn list(
    conn: &mut AsyncPgConnection,
    of: Id<Webhook>,
    filter: &DeliveryFilter,
    limit: i64,
) -> Result<Vec<Delivery>, Error> {
    let mut query = delivery::table
        .filter(delivery::webhook_id.eq(of))
        .order(delivery::id.desc())
        .limit(limit)
        .select(Delivery::as_select())
        .into_boxed();
    if let Some(state) = filter.state {
        query = query.filter(delivery::state.eq(state));
    }
    if let Some(event) = &filter.event {
        query = query.filter(delivery::event.eq(event));
    }
    if let Some(before) = filter.before {
        query = query.filter(delivery::id.lt(before));
    }
    Ok(query.load(conn).await?)
}

/// One delivery of the webhook, with every try in order.
pub(in crate::webhooks) async fn by_id(
    conn: &mut AsyncPgConnection,
    of: Id<Webhook>,
    id: Id<Delivery>,
) -> Result<(Delivery, Vec<DeliveryAttempt>), Error> {
    let row = delivery::table.find(id).filter(delivery::webhook_id.eq(of));
    let found: Delivery = row.select(Delivery::as_select()).first(&mut *conn).await?;
    let tries = delivery_attempt::table.filter(delivery_attempt::delivery_id.eq(id));
    let tries = tries.order(delivery_attempt::number).select(DeliveryAttempt::as_select());
    Ok((found, tries.load(conn).await?))
}

/// A delivery that no entry of the trail stands behind.
pub(in crate::webhooks) async fn insert_test(
    tx: &mut Tx,
    of: Id<Webhook>,
    now: Moment,
) -> Result<Id<Delivery>, Error> {
    let row = (
        delivery::id.eq(Id::<Delivery>::fresh()),
        delivery::webhook_id.eq(of),
        delivery::event.eq(events::TEST.name),
        delivery::subject_id.eq(of.uuid()),
        delivery::occurred_at.eq(now),
    );
    let inserted = diesel::insert_into(delivery::table).values(row).returning(delivery::id);
    Ok(inserted.get_result(&mut **tx).await?)
}

/// Has one tried again now, with all its tries before it. False while a worker has it, or where there is none.
pub(in crate::webhooks) async fn requeue(
    tx: &mut Tx,
    of: Id<Webhook>,
    id: Id<Delivery>,
) -> Result<bool, Error> {
    let resting = delivery::state.ne(DeliveryState::Sending);
    let one = delivery::table.find(id).filter(delivery::webhook_id.eq(of)).filter(resting);
    Ok(diesel::update(one).set(anew()).execute(&mut **tx).await? > 0)
}

/// Has all tried again that did not arrive since; answers how many.
pub(in crate::webhooks) async fn requeue_failed(
    tx: &mut Tx,
    of: Id<Webhook>,
    since: Moment,
) -> Result<usize, Error> {
    let lost = delivery::state.eq_any([DeliveryState::Failed, DeliveryState::GivenUp]);
    let lost = delivery::table
        .filter(delivery::webhook_id.eq(of))
        .filter(lost)
        .filter(delivery::occurred_at.ge(since));
    Ok(diesel::update(lost).set(anew()).execute(&mut **tx).await?)
}

type Anew = (
    diesel::dsl::Eq<delivery::state, DeliveryState>,
    diesel::dsl::Eq<delivery::due_at, crate::db::clock_timestamp>,
    diesel::dsl::Eq<delivery::tries_from, delivery::attempts>,
    diesel::dsl::Eq<delivery::series_from, Option<Moment>>,
    diesel::dsl::Eq<delivery::delivered_at, Option<Moment>>,
);

/// The beginning of another series of tries.
fn anew() -> Anew {
    (
        delivery::state.eq(DeliveryState::Queued),
        delivery::due_at.eq(clock_timestamp()),
        delivery::tries_from.eq(delivery::attempts),
        delivery::series_from.eq(None),
        delivery::delivered_at.eq(None),
    )
}

/// Gives up what a disabled webhook has not got.
pub(in crate::webhooks) async fn give_up(tx: &mut Tx, of: Id<Webhook>) -> Result<(), Error> {
    let waiting = delivery::webhook_id.eq(of).and(delivery::state.eq(DeliveryState::Queued));
    let given_up = delivery::state.eq(DeliveryState::GivenUp);
    diesel::update(delivery::table.filter(waiting)).set(given_up).execute(&mut **tx).await?;
    Ok(())
}

/// Forgets what is older than the log goes back.
pub(in crate::webhooks) async fn forget(tx: &mut Tx) -> Result<usize, Error> {
    let old = (delivery::created_at + DELIVERY_DAYS.days()).lt(clock_timestamp());
    Ok(diesel::delete(delivery::table.filter(old)).execute(&mut **tx).await?)
}
