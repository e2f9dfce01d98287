//! The table `offer`, and who is to be offered what.

use diesel::{
    prelude::*,
    sql_types::{Array, Int4, Text, Timestamptz, Uuid as SqlUuid},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    registration::{Registration, RegistrationId},
    types::TypeId,
};
use crate::{
    db::{
        Tx, clock_timestamp, prepared,
        schema::{offer, registration},
    },
    editions::Edition,
    error::Error,
    registrations::{Act, CancelReason, State},
    values::{Id, Moment, Zone},
};

crate::text_enum! {
    /// How an offer ended.
    pub enum OfferOutcome {
        /// She took the place.
        Accepted = "accepted",
        /// She turned it down.
        Declined = "declined",
        /// She let it run out.
        Expired = "expired",
        /// The registration ended otherwise.
        Withdrawn = "withdrawn",
    }
}

impl OfferOutcome {
    /// How `act` on an offered registration ends its offer.
    #[must_use]
    pub fn of(act: Act) -> Self {
        match act {
            Act::Accept => Self::Accepted,
            Act::Cancel(CancelReason::OfferDeclined) => Self::Declined,
            Act::Cancel(CancelReason::OfferLapsed) => Self::Expired,
            _ => Self::Withdrawn,
        }
    }
}

/// A place held for one who waited.
#[derive(Clone, Debug, Serialize, ToSchema, Queryable, Selectable)]
#[diesel(table_name = offer)]
pub struct Offer {
    /// Its id.
    #[schema(value_type = uuid::Uuid)]
    pub id: Id<Offer>,
    /// Whom it is made to.
    #[schema(value_type = uuid::Uuid)]
    pub registration_id: RegistrationId,
    /// When.
    pub offered_at: Moment,
    /// Until when she may answer; none while its mail is still on its way.
    pub expires_at: Option<Moment>,
    /// How it ended.
    pub outcome: Option<OfferOutcome>,
}

/// A type with somebody waiting while its pools have room.
#[derive(Clone, Debug, QueryableByName)]
pub(in crate::registrations) struct Due {
    #[diesel(sql_type = SqlUuid)]
    pub(in crate::registrations) type_id: TypeId,
    #[diesel(sql_type = SqlUuid)]
    pub(in crate::registrations) edition_id: Id<Edition>,
    #[diesel(sql_type = Int4)]
    pub(in crate::registrations) offer_hours: i32,
}

/// An offer without a deadline whose mail is out of our hands.
#[derive(Clone, Debug, QueryableByName)]
pub(in crate::registrations) struct Told {
    #[diesel(sql_type = SqlUuid)]
    pub(in crate::registrations) id: Id<Offer>,
    #[diesel(sql_type = Timestamptz)]
    pub(in crate::registrations) at: Moment,
    #[diesel(sql_type = Int4)]
    pub(in crate::registrations) offer_hours: i32,
    #[diesel(sql_type = Text)]
    pub(in crate::registrations) zone: Zone,
}

pub(in crate::registrations) async fn find(
    conn: &mut AsyncPgConnection,
    id: Id<Offer>,
) -> Result<Offer, Error> {
    Ok(offer::table.find(id).select(Offer::as_select()).first(conn).await?)
}

/// The offer she can answer now.
pub(in crate::registrations) async fn open_of(
    conn: &mut AsyncPgConnection,
    id: RegistrationId,
) -> Result<Option<Offer>, Error> {
    let open = offer::table.filter(offer::registration_id.eq(id)).filter(offer::outcome.is_null());
    Ok(open.select(Offer::as_select()).first(conn).await.optional()?)
}

/// Types with room and waiters in editions that still make offers, or of side events that have not begun; read without locks, so only a hint.
pub(in crate::registrations) async fn due(tx: &mut Tx) -> Result<Vec<Due>, Error> {
    Ok(prepared(
        "SELECT t.id AS type_id, e.id AS edition_id, e.offer_hours
         FROM registration_type t JOIN edition e ON e.id = t.edition_id LEFT JOIN side_event s ON s.id = t.side_event_id
         WHERE e.state = 'published' AND clock_timestamp() < coalesce(s.starts_at, e.offers_end_at, e.ends_at)
           AND EXISTS (SELECT FROM registration r WHERE r.type_id = t.id AND r.state = 'waitlisted')
           AND NOT EXISTS (SELECT FROM registration_type_pool drawn JOIN capacity_pool p ON p.id = drawn.pool_id
                           WHERE drawn.type_id = t.id AND p.taken >= p.capacity)",
    )
    .load(&mut **tx)
    .await?)
}

/// Moves those who wait to offered, each with an offer of its own; by arrival.
pub(in crate::registrations) async fn offer(
    tx: &mut Tx,
    ids: &[RegistrationId],
) -> Result<Vec<(Registration, Id<Offer>)>, Error> {
    use registration as r;
    let waiting = r::table.filter(r::id.eq_any(ids)).filter(r::state.eq(State::Waitlisted));
    let now = tx.now().await?;
    let mut rows: Vec<Registration> = diesel::update(waiting)
        .set((
            (r::state.eq(State::Offered), r::holds.eq(true)),
            (r::version.eq(r::version + 1), r::updated_at.eq(now)),
        ))
        .returning(Registration::as_returning())
        .get_results(&mut **tx)
        .await?;
    rows.sort_by_key(|row| row.arrival);
    let rows: Vec<_> = rows.into_iter().map(|row| (row, Id::<Offer>::fresh())).collect();
    let offers: Vec<_> =
        rows.iter().map(|(row, id)| (offer::id.eq(*id), offer::registration_id.eq(row.id))).collect();
    diesel::insert_into(offer::table).values(offers).execute(&mut **tx).await?;
    Ok(rows)
}

/// Offers whose clock can start: at the mail's acceptance, or at its final refusal.
pub(in crate::registrations) async fn told(tx: &mut Tx) -> Result<Vec<Told>, Error> {
    Ok(prepared(
        "SELECT o.id, coalesce(m.sent_at, (SELECT max(tried.at) FROM mail_attempt tried WHERE tried.mail_id = m.id),
                               m.created_at) AS at, e.offer_hours, e.time_zone AS zone
         FROM offer o
         JOIN registration r ON r.id = o.registration_id JOIN edition e ON e.id = r.edition_id
         JOIN mail m ON m.cause_id = o.id AND m.cause_kind = 'offer' AND m.template = 'registration-offered'
         WHERE o.outcome IS NULL AND o.expires_at IS NULL AND m.state IN ('sent', 'failed', 'suppressed')
         FOR UPDATE OF o SKIP LOCKED",
    )
    .load(&mut **tx)
    .await?)
}

pub(in crate::registrations) async fn set_deadlines(
    tx: &mut Tx,
    deadlines: &[(Id<Offer>, Moment)],
) -> Result<(), Error> {
    let (ids, ends): (Vec<Id<Offer>>, Vec<Moment>) = deadlines.iter().copied().unzip();
    prepared(
        "UPDATE offer SET expires_at = ends.at FROM unnest(?, ?) AS ends (id, at) WHERE offer.id = ends.id",
    )
    .bind::<Array<SqlUuid>, _>(ids)
    .bind::<Array<Timestamptz>, _>(ends)
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// The open offers with a deadline that nobody was reminded of, and whom they are made to.
pub(in crate::registrations) async fn unreminded(tx: &mut Tx) -> Result<Vec<(Registration, Offer)>, Error> {
    let not_yet = diesel::dsl::sql::<diesel::sql_types::Bool>(
        "NOT EXISTS (SELECT FROM mail WHERE mail.cause_id = offer.id AND mail.cause_kind = 'offer'
                     AND mail.template = 'offer-expiring')",
    );
    let open = offer::table
        .inner_join(registration::table)
        .filter(offer::outcome.is_null().and(registration::state.eq(State::Offered)))
        .filter(offer::expires_at.gt(clock_timestamp().nullable()))
        .filter(not_yet)
        .order(offer::id);
    Ok(open.select((Registration::as_select(), Offer::as_select())).load(&mut **tx).await?)
}

/// Registrations whose open offer's time is up, and their types; read without locks, so only a hint.
pub(in crate::registrations) async fn late(tx: &mut Tx) -> Result<Vec<(RegistrationId, TypeId)>, Error> {
    let late = offer::table
        .inner_join(registration::table)
        .filter(offer::outcome.is_null())
        .filter(offer::expires_at.le(clock_timestamp().nullable()))
        .limit(100)
        .select((registration::id, registration::type_id));
    Ok(late.load(&mut **tx).await?)
}

/// Those of them that are still offered and late, locked by arrival.
pub(in crate::registrations) async fn lock_late(
    tx: &mut Tx,
    ids: &[RegistrationId],
) -> Result<Vec<Registration>, Error> {
    let late = diesel::dsl::exists(
        offer::table
            .filter(offer::registration_id.eq(registration::id))
            .filter(offer::outcome.is_null())
            .filter(offer::expires_at.le(clock_timestamp().nullable())),
    );
    let rows = registration::table
        .filter(registration::id.eq_any(ids))
        .filter(registration::state.eq(State::Offered))
        .filter(late)
        .order(registration::arrival)
        .for_no_key_update()
        .select(Registration::as_select());
    Ok(rows.load(&mut **tx).await?)
}

/// Ends her open offer.
pub(in crate::registrations) async fn end(
    tx: &mut Tx,
    id: RegistrationId,
    outcome: OfferOutcome,
    now: Moment,
) -> Result<(), Error> {
    let open = offer::table.filter(offer::registration_id.eq(id)).filter(offer::outcome.is_null());
    let ended = (offer::outcome.eq(Some(outcome)), offer::ended_at.eq(Some(now)));
    diesel::update(open).set(ended).execute(&mut **tx).await?;
    Ok(())
}
