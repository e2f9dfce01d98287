//! Who is to be written to around the day, and what she has on it. The outbox knows who was.

use diesel::{
    prelude::*,
    sql_types::{Bool, Timestamptz},
};
use diesel_async::RunQueryDsl;
use uuid::Uuid;

use super::registration::{Registration, RegistrationId};
use crate::{
    db::{
        Tx,
        schema::{registration as r, sign_up as u, speaker_registration},
    },
    error::Error,
    programme::Session,
    registrations::{SignUpState, State},
    speakers::SpeakerId,
    values::{Id, Moment},
};

/// Locks those with a place at an occasion who were not reminded of it, and not confirmed only since `since`, when they
/// were sent their tickets; at most so many. What another node holds is its own to do.
pub(in crate::registrations) async fn to_remind(
    tx: &mut Tx,
    occasion: Uuid,
    since: Moment,
    most: i64,
) -> Result<Vec<Registration>, Error> {
    let not_yet = diesel::dsl::sql::<Bool>(
        "NOT EXISTS (SELECT FROM mail WHERE mail.cause_id = registration.id AND mail.cause_kind = 'registration'
                     AND (mail.template = 'day-reminder'
                          OR mail.template = 'registration-confirmed' AND mail.created_at >= ",
    );
    let place = r::table.filter(r::occasion_id.eq(occasion)).filter(r::state.eq(State::Confirmed));
    let due = place.filter(not_yet.bind::<Timestamptz, _>(since).sql("))")).order(r::id).limit(most);
    let locked = due.for_no_key_update().skip_locked();
    Ok(locked.select(Registration::as_select()).load(&mut **tx).await?)
}

/// Locks those who came to an occasion and were not thanked, at most so many: who was checked in, or, where nobody was,
/// who had a place.
pub(in crate::registrations) async fn to_thank(
    tx: &mut Tx,
    occasion: Uuid,
    most: i64,
) -> Result<Vec<Registration>, Error> {
    let came = diesel::dsl::sql::<Bool>(
        "(registration.checked_in_at IS NOT NULL
          OR NOT EXISTS (SELECT FROM registration AS other WHERE other.occasion_id = registration.occasion_id
                         AND other.checked_in_at IS NOT NULL))",
    );
    let not_yet = diesel::dsl::sql::<Bool>(
        "NOT EXISTS (SELECT FROM mail WHERE mail.cause_id = registration.id AND mail.cause_kind = 'registration'
                     AND mail.template = 'thanks')",
    );
    let place = r::table.filter(r::occasion_id.eq(occasion)).filter(r::state.eq(State::Confirmed));
    let due = place.filter(came).filter(not_yet).order(r::id).limit(most);
    let locked = due.for_no_key_update().skip_locked();
    Ok(locked.select(Registration::as_select()).load(&mut **tx).await?)
}

/// The sessions that each of these has a place in.
pub(in crate::registrations) async fn booked(
    tx: &mut Tx,
    ids: &[RegistrationId],
) -> Result<Vec<(RegistrationId, Id<Session>)>, Error> {
    let theirs = u::table.filter(u::registration_id.eq_any(ids)).filter(u::state.eq(SignUpState::Confirmed));
    Ok(theirs.select((u::registration_id, u::session_id)).load(&mut **tx).await?)
}

/// Which of these are registered as speakers.
pub(in crate::registrations) async fn speaking(
    tx: &mut Tx,
    ids: &[RegistrationId],
) -> Result<Vec<(RegistrationId, SpeakerId)>, Error> {
    use speaker_registration as s;
    let theirs = s::table.filter(s::registration_id.eq_any(ids));
    Ok(theirs.select((s::registration_id, s::speaker_id)).load(&mut **tx).await?)
}
