//! Passes to be given, and passes to be ended.

use diesel::{
    prelude::*,
    sql_types::{Bool, Int4, Uuid as SqlUuid},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use super::pass::{Pass, PassId};
use crate::{
    companies::CompanyId,
    db::{Tx, prepared, schema::pass as p},
    editions::Edition,
    error::Error,
    registrations::{RegistrationId, passes::PassState, types::TypeId},
    speakers::SpeakerId,
    submissions::SubmissionId,
    values::Id,
};

/// A demo whose company is to have more passes.
#[derive(Clone, Copy, Debug, QueryableByName)]
pub(in crate::registrations) struct Short {
    #[diesel(sql_type = SqlUuid)]
    pub(in crate::registrations) edition: Id<Edition>,
    #[diesel(sql_type = SqlUuid)]
    pub(in crate::registrations) submission: SubmissionId,
    #[diesel(sql_type = SqlUuid)]
    pub(in crate::registrations) owner: SpeakerId,
    #[diesel(sql_type = SqlUuid)]
    pub(in crate::registrations) company: CompanyId,
    #[diesel(sql_type = SqlUuid)]
    pub(in crate::registrations) type_id: TypeId,
    #[diesel(sql_type = Int4)]
    pub(in crate::registrations) places: i32,
}

/// A demo with passes that nobody may claim any more: all of them, or as many as are too many.
#[derive(Clone, Copy, Debug, QueryableByName)]
pub(in crate::registrations) struct Over {
    #[diesel(sql_type = SqlUuid)]
    pub(in crate::registrations) submission: SubmissionId,
    #[diesel(sql_type = SqlUuid)]
    pub(in crate::registrations) type_id: TypeId,
    #[diesel(sql_type = Bool)]
    pub(in crate::registrations) is_over: bool,
    #[diesel(sql_type = Int4)]
    pub(in crate::registrations) surplus: i32,
}

/// A pass whose company will not demonstrate, and the registration made with it.
#[derive(Clone, Copy, Debug, QueryableByName)]
pub(in crate::registrations) struct Stranded {
    #[diesel(sql_type = SqlUuid)]
    pub(in crate::registrations) id: PassId,
    #[diesel(sql_type = SqlUuid)]
    pub(in crate::registrations) registration: RegistrationId,
}

/// Locks the confirmed demos that are short of passes while their type's pools have room; what another node holds is
/// its own to do. Whoever answered first comes first.
pub(in crate::registrations) async fn lock_short(tx: &mut Tx) -> Result<Vec<Short>, Error> {
    Ok(prepared(
        "SELECT s.edition_id AS edition, s.id AS submission, s.owner_id AS owner, s.company_id AS company, rule.type_id,
                coalesce(own.places, rule.places) AS places
         FROM pass_rule rule
         JOIN confirmed_demo s ON s.call_id = rule.call_id
         JOIN edition e ON e.id = s.edition_id
         JOIN registration_type t ON t.id = rule.type_id
         LEFT JOIN pass_block own ON own.submission_id = s.id
         WHERE e.state = 'published' AND clock_timestamp() < e.ends_at AND t.archived_at IS NULL
           AND (SELECT count(*) FROM pass p WHERE p.submission_id = s.id AND p.state <> 'ended')
               < coalesce(own.places, rule.places)
           AND NOT EXISTS (SELECT FROM registration_type_pool drawn JOIN capacity_pool pool ON pool.id = drawn.pool_id
                           WHERE drawn.type_id = t.id AND pool.taken >= pool.capacity)
         ORDER BY s.answered_at, s.id LIMIT 20 FOR NO KEY UPDATE OF s SKIP LOCKED",
    )
    .load(&mut **tx)
    .await?)
}

/// The numbers that a locked demo's passes lack, the lowest first. Read after the lock: what another node gave stands there.
pub(in crate::registrations) async fn missing(tx: &mut Tx, short: &Short) -> Result<Vec<i32>, Error> {
    let live = p::table.filter(p::submission_id.eq(short.submission)).filter(p::state.ne(PassState::Ended));
    let taken: Vec<i32> = live.select(p::number).load(&mut **tx).await?;
    let lack = usize::try_from(short.places).unwrap_or_default().saturating_sub(taken.len());
    Ok((1..=50).filter(|number| !taken.contains(number)).take(lack).collect())
}

/// Locks the demos that are not confirmed any more, or whose edition is past, or which have more passes than they shall, while
/// some of theirs hold places without a person.
pub(in crate::registrations) async fn lock_over(tx: &mut Tx) -> Result<Vec<Over>, Error> {
    Ok(prepared(
        "SELECT s.id AS submission, held.type_id, demo.id IS NULL OR e.ends_at <= clock_timestamp() AS is_over,
                live.passes - coalesce(own.places, rule.places, 0) AS surplus
         FROM (SELECT submission_id, type_id, bool_or(state = 'free') AS has_free
               FROM pass WHERE state IN ('free', 'sent') GROUP BY submission_id, type_id) AS held
         JOIN submission s ON s.id = held.submission_id
         JOIN edition e ON e.id = s.edition_id
         LEFT JOIN confirmed_demo demo ON demo.id = s.id
         LEFT JOIN pass_rule rule ON rule.call_id = s.call_id
         LEFT JOIN pass_block own ON own.submission_id = s.id
         CROSS JOIN LATERAL (
             SELECT count(*)::integer AS passes FROM pass p WHERE p.submission_id = s.id AND p.state <> 'ended'
         ) AS live
         WHERE demo.id IS NULL OR e.ends_at <= clock_timestamp()
            OR held.has_free AND live.passes > coalesce(own.places, rule.places, 0)
         ORDER BY s.id LIMIT 20 FOR NO KEY UPDATE OF s SKIP LOCKED",
    )
    .load(&mut **tx)
    .await?)
}

/// The passes of a locked demo that are to end, locked: those without a person, or the last free ones where only some are
/// too many.
pub(in crate::registrations) async fn lock_to_end(tx: &mut Tx, over: &Over) -> Result<Vec<Pass>, Error> {
    let own = p::table.filter(p::submission_id.eq(over.submission)).filter(p::type_id.eq(over.type_id));
    let own = own.order(p::number.desc()).for_no_key_update().select(Pass::as_select());
    let held = match over.is_over {
        true => own.filter(p::state.eq_any([PassState::Free, PassState::Sent])).load(&mut **tx).await,
        false => own.filter(p::state.eq(PassState::Free)).limit(over.surplus.into()).load(&mut **tx).await,
    };
    Ok(held?)
}

/// One claimed pass whose company will not demonstrate, before its edition begins; read without locks, so only a hint.
pub(in crate::registrations) async fn stranded(
    conn: &mut AsyncPgConnection,
) -> Result<Option<Stranded>, Error> {
    Ok(prepared(
        "SELECT p.id, p.registration_id AS registration
         FROM pass p JOIN edition e ON e.id = p.edition_id
         WHERE p.state = 'claimed' AND clock_timestamp() < e.starts_at
           AND NOT EXISTS (SELECT FROM confirmed_demo demo WHERE demo.id = p.submission_id)
         ORDER BY p.id LIMIT 1",
    )
    .get_result(conn)
    .await
    .optional()?)
}

/// The company of a pass's demo, if it confirmed that it demonstrates.
pub(in crate::registrations) async fn demonstrates(
    conn: &mut AsyncPgConnection,
    submission: SubmissionId,
) -> Result<Option<CompanyId>, Error> {
    #[derive(QueryableByName)]
    struct Demo {
        #[diesel(sql_type = SqlUuid)]
        company: CompanyId,
    }
    let demo = prepared("SELECT company_id AS company FROM confirmed_demo WHERE id = ?");
    let demo: Option<Demo> = demo.bind::<SqlUuid, _>(submission).get_result(conn).await.optional()?;
    Ok(demo.map(|demo| demo.company))
}
