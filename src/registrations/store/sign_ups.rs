//! The table `sign_up`, and the sessions that one can sign up for.

use diesel::{
    prelude::*,
    sql_types::{Array, Int4, Int8, Jsonb, Text, Timestamptz, Uuid as SqlUuid},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde::Serialize;
use uuid::Uuid;

use super::registration::{Registration, RegistrationId};
use crate::{
    capacity::PoolId,
    db::{
        Tx, prepared,
        schema::{registration, sign_up as u},
    },
    editions::Edition,
    error::Error,
    programme::Session,
    registrations::SignUpState,
    values::{Id, Localised, Moment, Zone},
};

/// A sign-up's id.
pub type SignUpId = Id<SignUp>;

/// That somebody wants a place in a session with limited places.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Queryable, Selectable)]
#[diesel(table_name = crate::db::schema::sign_up)]
pub struct SignUp {
    /// Its id.
    pub id: SignUpId,
    /// Whose place it is, or would be.
    #[diesel(column_name = registration_id)]
    pub registration: RegistrationId,
    /// In which session.
    #[diesel(column_name = session_id)]
    pub session: Id<Session>,
    /// What it draws on while it lives.
    #[serde(skip)]
    #[diesel(column_name = pool_id)]
    pub pool: Option<PoolId>,
    /// The number of the release whose slot she knows.
    #[serde(skip)]
    pub told_release: i32,
    /// Where it stands.
    pub state: SignUpState,
    /// Its number in the order of arrival.
    pub arrival: i64,
    /// When it was made.
    pub created_at: Moment,
}

/// A session with limited places as the programme that holds now shows it.
#[derive(Clone, Debug, QueryableByName)]
pub(in crate::registrations) struct Limited {
    #[diesel(sql_type = SqlUuid)]
    pub(in crate::registrations) edition: Id<Edition>,
    #[diesel(sql_type = SqlUuid)]
    pub(in crate::registrations) pool: PoolId,
    /// The number of the release that holds now.
    #[diesel(sql_type = Int4)]
    pub(in crate::registrations) release: i32,
    #[diesel(sql_type = Text)]
    pub(in crate::registrations) zone: Zone,
    #[diesel(sql_type = Jsonb)]
    pub(in crate::registrations) title: Localised,
    #[diesel(sql_type = Timestamptz)]
    pub(in crate::registrations) starts_at: Moment,
    #[diesel(sql_type = Timestamptz)]
    pub(in crate::registrations) ends_at: Moment,
}

/// Those of `pools` whose sessions take place, as far as released.
pub(in crate::registrations) async fn limited(tx: &mut Tx, pools: &[PoolId]) -> Result<Vec<Limited>, Error> {
    Ok(prepared(
        "SELECT s.edition_id AS edition, s.pool_id AS pool, latest.number AS release, e.time_zone AS zone, slot.starts_at,
                slot.ends_at, shown.content -> 'title' AS title
         FROM session s
         JOIN edition e ON e.id = s.edition_id
         CROSS JOIN LATERAL (
             SELECT id, number FROM release WHERE edition_id = s.edition_id ORDER BY number DESC LIMIT 1
         ) AS latest
         JOIN released_session shown ON shown.release_id = latest.id AND shown.session_id = s.id
         CROSS JOIN LATERAL (
             SELECT min(starts_at) AS starts_at, max(ends_at) AS ends_at FROM released_slot
             WHERE release_id = latest.id AND session_id = s.id
         ) AS slot
         WHERE s.pool_id = ANY(?) AND slot.starts_at IS NOT NULL ORDER BY s.pool_id",
    )
    .bind::<Array<SqlUuid>, _>(pools.to_vec())
    .load(&mut **tx)
    .await?)
}

/// The pool of a session of the edition, if its places are limited.
pub(in crate::registrations) async fn pool_of(
    conn: &mut AsyncPgConnection,
    edition: Uuid,
    session: Id<Session>,
) -> Result<Option<PoolId>, Error> {
    use crate::db::schema::session as s;
    let found = s::table.find(session).filter(s::edition_id.eq(edition)).select(s::pool_id);
    Ok(found.first::<Option<PoolId>>(conn).await?)
}

/// What a session is called.
pub(in crate::registrations) async fn title(tx: &mut Tx, session: Id<Session>) -> Result<Localised, Error> {
    use crate::db::schema::session as s;
    Ok(s::table.find(session).select(s::title).first(&mut **tx).await?)
}

/// Pools of sessions with free places and somebody waiting; read without locks, so only a hint.
pub(in crate::registrations) async fn due(tx: &mut Tx) -> Result<Vec<PoolId>, Error> {
    use crate::db::schema::capacity_pool as p;
    let waits = u::table
        .filter(u::pool_id.eq(p::id.nullable()).and(u::state.eq(SignUpState::Waitlisted)))
        .select(u::id);
    let due = p::table
        .filter(p::of_session.and(p::taken.lt(p::capacity)))
        .filter(diesel::dsl::exists(waits))
        .order(p::id);
    Ok(due.select(p::id).load(&mut **tx).await?)
}

/// The live ones of a registration.
pub(in crate::registrations) async fn live_of(
    conn: &mut AsyncPgConnection,
    registration: RegistrationId,
) -> Result<Vec<SignUp>, Error> {
    let live = u::table
        .filter(u::registration_id.eq(registration).and(u::state.ne(SignUpState::Cancelled)))
        .order((u::pool_id, u::arrival));
    Ok(live.select(SignUp::as_select()).load(conn).await?)
}

/// All of a registration, the earliest first, with what their sessions are called.
pub(in crate::registrations) async fn named(
    conn: &mut AsyncPgConnection,
    registration: RegistrationId,
) -> Result<Vec<(SignUp, Localised)>, Error> {
    use crate::db::schema::session as s;
    let all = u::table.inner_join(s::table.on(s::id.eq(u::session_id)));
    let hers = all.filter(u::registration_id.eq(registration)).order(u::arrival);
    Ok(hers.select((SignUp::as_select(), s::title)).load(conn).await?)
}

/// Everybody who draws on the pool, or waits for it, by arrival, with whom it is.
pub(in crate::registrations) async fn of_pool(
    conn: &mut AsyncPgConnection,
    pool: PoolId,
) -> Result<Vec<(SignUp, Registration)>, Error> {
    let live = u::table.inner_join(registration::table).filter(u::pool_id.eq(pool)).order(u::arrival);
    Ok(live.select((SignUp::as_select(), Registration::as_select())).load(conn).await?)
}

/// The first who wait for the pool, at most so many; they stay, since the pool is locked.
pub(in crate::registrations) async fn first_waiting(
    tx: &mut Tx,
    pool: PoolId,
    most: i64,
) -> Result<Vec<(SignUp, Registration)>, Error> {
    let waiting = u::table
        .inner_join(registration::table)
        .filter(u::pool_id.eq(pool).and(u::state.eq(SignUpState::Waitlisted)))
        .order(u::arrival)
        .limit(most);
    Ok(waiting.select((SignUp::as_select(), Registration::as_select())).load(&mut **tx).await?)
}

/// How many wait for each pool before her.
pub(in crate::registrations) async fn ahead(
    conn: &mut AsyncPgConnection,
    sign_up: &SignUp,
) -> Result<i64, Error> {
    let earlier = u::table
        .filter(u::pool_id.eq(sign_up.pool).and(u::state.eq(SignUpState::Waitlisted)))
        .filter(u::arrival.lt(sign_up.arrival));
    Ok(earlier.count().get_result(conn).await?)
}

/// Numbers the arrival; the pool is locked.
pub(in crate::registrations) async fn insert(
    tx: &mut Tx,
    registration: RegistrationId,
    session: Id<Session>,
    shown: &Limited,
    state: SignUpState,
) -> Result<SignUp, Error> {
    let row = (
        u::id.eq(SignUpId::fresh()),
        u::edition_id.eq(shown.edition),
        u::registration_id.eq(registration),
        u::session_id.eq(session),
        u::pool_id.eq(Some(shown.pool)),
        u::told_release.eq(shown.release),
        u::state.eq(state),
        u::arrival.eq(diesel::dsl::sql::<diesel::sql_types::Int8>("nextval('sign_up_arrival')")),
    );
    let made = diesel::insert_into(u::table).values(row).returning(SignUp::as_returning());
    Ok(made.get_result(&mut **tx).await?)
}

/// Gives these their places.
pub(in crate::registrations) async fn confirm(tx: &mut Tx, ids: &[SignUpId]) -> Result<(), Error> {
    let rows = diesel::update(u::table.filter(u::id.eq_any(ids)));
    rows.set(u::state.eq(SignUpState::Confirmed)).execute(&mut **tx).await?;
    Ok(())
}

/// Ends these.
pub(in crate::registrations) async fn end(tx: &mut Tx, ids: &[SignUpId], now: Moment) -> Result<(), Error> {
    let over =
        (u::state.eq(SignUpState::Cancelled), u::pool_id.eq(None::<PoolId>), u::cancelled_at.eq(Some(now)));
    diesel::update(u::table.filter(u::id.eq_any(ids))).set(over).execute(&mut **tx).await?;
    Ok(())
}

/// Somebody with a sign-up that an earlier release than the edition's latest was told of, and the pool it draws on.
#[derive(Clone, Copy, Debug, QueryableByName)]
pub(in crate::registrations) struct Behind {
    #[diesel(sql_type = SqlUuid)]
    pub(in crate::registrations) edition: Id<Edition>,
    #[diesel(sql_type = SqlUuid)]
    pub(in crate::registrations) registration: RegistrationId,
    #[diesel(sql_type = SqlUuid)]
    pub(in crate::registrations) pool: PoolId,
}

/// The live sign-ups that the latest release was not compared with, of at most so many registrations; read without
/// locks, so only a hint.
pub(in crate::registrations) async fn behind(tx: &mut Tx, most: i64) -> Result<Vec<Behind>, Error> {
    Ok(prepared(
        "SELECT u.edition_id AS edition, u.registration_id AS registration, u.pool_id AS pool
         FROM sign_up u
         WHERE u.state <> 'cancelled' AND u.registration_id IN (
             SELECT late.registration_id FROM sign_up late
             JOIN (SELECT edition_id, max(number) AS number FROM release GROUP BY edition_id) AS latest
               ON latest.edition_id = late.edition_id AND latest.number > late.told_release
             WHERE late.state <> 'cancelled' ORDER BY late.registration_id LIMIT ?)
         ORDER BY u.edition_id, u.registration_id",
    )
    .bind::<Int8, _>(most)
    .load(&mut **tx)
    .await?)
}

/// The live sign-ups of these registrations that know an earlier release than `latest`, with whom they are; those of
/// one registration one after the other.
pub(in crate::registrations) async fn late(
    tx: &mut Tx,
    registrations: &[RegistrationId],
    latest: i32,
) -> Result<Vec<(SignUp, Registration)>, Error> {
    let late = u::table
        .inner_join(registration::table)
        .filter(u::registration_id.eq_any(registrations))
        .filter(u::state.ne(SignUpState::Cancelled).and(u::told_release.lt(latest)))
        .order((u::registration_id, u::arrival));
    Ok(late.select((SignUp::as_select(), Registration::as_select())).load(&mut **tx).await?)
}

/// Notes which release's slots they know.
pub(in crate::registrations) async fn set_told(
    tx: &mut Tx,
    ids: &[SignUpId],
    release: i32,
) -> Result<(), Error> {
    let rows = diesel::update(u::table.filter(u::id.eq_any(ids)));
    rows.set(u::told_release.eq(release)).execute(&mut **tx).await?;
    Ok(())
}
