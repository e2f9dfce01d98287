//! The table `speaker_registration`, and who has none yet.

use std::collections::BTreeMap;

use diesel::{
    dsl::{exists, not},
    prelude::*,
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use crate::{
    db::{
        Tx, clock_timestamp,
        schema::{
            edition, registration as g, registration_type as t, speaker as s, speaker_registration as r,
            submission as m, submission_speaker as p,
        },
    },
    error::Error,
    registrations::{Registration, RegistrationId, types::TypeId},
    speakers::{Speaker, SpeakerId},
    submissions::{Answer, Invitation, Lifecycle, Part, Verdict},
};

/// Locks speakers who take part in something confirmed, can be reached and have no registration of this kind yet, a
/// hundred at a time, each with the type of her edition; what another node holds is its own to do.
pub(in crate::registrations) async fn due(tx: &mut Tx, slug: &str) -> Result<Vec<(Speaker, TypeId)>, Error> {
    // Only the speakers are locked: whoever registers meanwhile shares the type's row.
    let types: BTreeMap<SpeakerId, TypeId> = unlocked(tx, slug).await?.into_iter().collect();
    let ids: Vec<SpeakerId> = types.keys().copied().collect();
    let named = s::table.filter(s::id.eq_any(&ids)).order(s::id).for_no_key_update().skip_locked();
    let locked: Vec<Speaker> = named.select(Speaker::as_select()).load(&mut **tx).await?;
    let kept = r::table.filter(r::speaker_id.eq_any(&ids)).select(r::speaker_id);
    let kept: Vec<SpeakerId> = kept.load(&mut **tx).await?;
    let left = locked.into_iter().filter(|speaker| !kept.contains(&speaker.id));
    Ok(left.filter_map(|speaker| types.get(&speaker.id).map(|way| (speaker, *way))).collect())
}

/// She takes part in something confirmed.
#[diesel::dsl::auto_type(no_type_alias)]
fn on_stage() -> _ {
    let (accepted, contact): (Invitation, Part) = (Invitation::Accepted, Part::Contact);
    let (submitted, told, confirmed): (Lifecycle, Verdict, Answer) =
        (Lifecycle::Submitted, Verdict::Accepted, Answer::Confirmed);
    exists(
        m::table
            .inner_join(p::table)
            .filter(p::speaker_id.eq(s::id))
            .filter(p::invitation.eq(accepted))
            .filter(p::role.ne(contact))
            .filter(m::lifecycle.eq(submitted))
            .filter(m::told.eq(told))
            .filter(m::answer.eq(confirmed)),
    )
}

async fn unlocked(tx: &mut Tx, slug: &str) -> Result<Vec<(SpeakerId, TypeId)>, Error> {
    let named = s::name_latin.is_not_null().or(s::name_han.is_not_null());
    let reached = s::email.is_not_null().or(s::contact_email.is_not_null());
    let kept = r::table.filter(r::speaker_id.eq(s::id));
    let rows = s::table
        .inner_join(edition::table)
        .inner_join(t::table.on(t::edition_id.eq(s::edition_id)))
        .filter(t::slug.eq(slug).and(t::side_event_id.is_null()).and(t::archived_at.is_null()))
        .filter(edition::ends_at.gt(clock_timestamp()))
        .filter(named.and(reached))
        .filter(on_stage())
        .filter(not(exists(kept)));
    Ok(rows.order(s::id).limit(100).select((s::id, t::id)).load(&mut **tx).await?)
}

/// The registration that she has as a speaker.
pub(in crate::registrations) async fn registration_of(
    conn: &mut AsyncPgConnection,
    speaker: SpeakerId,
) -> Result<Option<Registration>, Error> {
    let hers = r::table.inner_join(g::table).filter(r::speaker_id.eq(speaker));
    Ok(hers.select(Registration::as_select()).first(conn).await.optional()?)
}

/// Notes which registration she has.
pub(in crate::registrations) async fn keep(
    tx: &mut Tx,
    speaker: SpeakerId,
    registration: RegistrationId,
) -> Result<(), Error> {
    let row = (r::speaker_id.eq(speaker), r::registration_id.eq(registration));
    diesel::insert_into(r::table).values(row).on_conflict_do_nothing().execute(&mut **tx).await?;
    Ok(())
}

/// Locks speakers who have a registration and are on stage no more, a hundred at a time; what another node holds is its
/// own to do.
pub(in crate::registrations) async fn off_stage(tx: &mut Tx) -> Result<Vec<SpeakerId>, Error> {
    let left = || s::table.inner_join(r::table).filter(not(on_stage())).select(s::id);
    let ids: Vec<SpeakerId> = left().order(s::id).limit(100).load(&mut **tx).await?;
    let named = s::table.filter(s::id.eq_any(&ids)).order(s::id).for_no_key_update().skip_locked();
    let locked: Vec<SpeakerId> = named.select(s::id).load(&mut **tx).await?;
    // Read again, since she may have confirmed something before she was locked.
    Ok(left().filter(s::id.eq_any(&locked)).load(&mut **tx).await?)
}

/// Their registrations, those of one type only.
pub(in crate::registrations) async fn of_type(
    tx: &mut Tx,
    slug: &str,
    speakers: &[SpeakerId],
) -> Result<Vec<RegistrationId>, Error> {
    let typed = r::table.inner_join(g::table).inner_join(t::table.on(t::id.eq(g::type_id)));
    let theirs = typed.filter(r::speaker_id.eq_any(speakers));
    Ok(theirs.filter(t::slug.eq(slug)).order(g::id).select(g::id).load(&mut **tx).await?)
}

/// Forgets which registrations they had.
pub(in crate::registrations) async fn forget(tx: &mut Tx, speakers: &[SpeakerId]) -> Result<(), Error> {
    let theirs = r::table.filter(r::speaker_id.eq_any(speakers));
    diesel::delete(theirs).execute(&mut **tx).await?;
    Ok(())
}
