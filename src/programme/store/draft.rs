//! What the draft is made of, read at one go, and the acknowledgements of its clashes.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use crate::{
    db::{
        Tx,
        schema::{availability, clash_acknowledgement, room, session_room, session_speaker, speaker},
    },
    editions::Room,
    error::Error,
    programme::{DraftRoom, Interval, Part, Session},
    speakers::SpeakerId,
    values::{Id, Moment},
};

/// Where each session is to be.
pub(in crate::programme) async fn rooms_of_sessions(
    conn: &mut AsyncPgConnection,
    edition: Uuid,
) -> Result<BTreeMap<Id<Session>, BTreeSet<Id<Room>>>, Error> {
    let rows: Vec<(Id<Session>, Id<Room>)> = session_room::table
        .filter(session_room::edition_id.eq(edition))
        .select((session_room::session_id, session_room::room_id))
        .load(conn)
        .await?;
    let mut found: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for (session, room) in rows {
        found.entry(session).or_default().insert(room);
    }
    Ok(found)
}

/// Who takes part in each session, in the order of protocol.
pub(in crate::programme) async fn people_of_sessions(
    conn: &mut AsyncPgConnection,
    edition: Uuid,
) -> Result<BTreeMap<Id<Session>, Vec<(SpeakerId, Part)>>, Error> {
    let rows: Vec<(Id<Session>, SpeakerId, Part)> = session_speaker::table
        .filter(session_speaker::edition_id.eq(edition))
        .order((session_speaker::session_id, session_speaker::position))
        .select((session_speaker::session_id, session_speaker::speaker_id, session_speaker::part))
        .load(conn)
        .await?;
    let mut found: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (session, person, part) in rows {
        found.entry(session).or_default().push((person, part));
    }
    Ok(found)
}

/// The edition's rooms as the checks need them.
pub(in crate::programme) async fn rooms(
    conn: &mut AsyncPgConnection,
    edition: Uuid,
) -> Result<BTreeMap<Id<Room>, DraftRoom>, Error> {
    let rows: Vec<(Id<Room>, Option<i32>, i32)> = room::table
        .filter(room::edition_id.eq(edition))
        .select((room::id, room::capacity, room::turnaround_minutes))
        .load(conn)
        .await?;
    let room = |(id, capacity, turnaround): (Id<Room>, Option<i32>, i32)| {
        let capacity = capacity.map(i32::unsigned_abs);
        (id, DraftRoom { capacity, turnaround_minutes: turnaround.unsigned_abs(), open: Vec::new() })
    };
    Ok(rows.into_iter().map(room).collect())
}

/// When people said that they can come.
pub(in crate::programme) async fn availability_of_speakers(
    conn: &mut AsyncPgConnection,
    edition: Uuid,
) -> Result<BTreeMap<SpeakerId, Vec<Interval>>, Error> {
    let rows: Vec<(SpeakerId, Moment, Moment)> = availability::table
        .inner_join(speaker::table)
        .filter(speaker::edition_id.eq(edition))
        .order((availability::speaker_id, availability::starts_at))
        .select((availability::speaker_id, availability::starts_at, availability::ends_at))
        .load(conn)
        .await?;
    let mut found: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (person, from, to) in rows {
        found.entry(person).or_default().push(stored(from, to)?);
    }
    Ok(found)
}

/// The reasons given for clashes, by key.
pub(in crate::programme) async fn acknowledged(
    conn: &mut AsyncPgConnection,
    edition: Uuid,
) -> Result<BTreeMap<String, String>, Error> {
    let reasons = clash_acknowledgement::table
        .filter(clash_acknowledgement::edition_id.eq(edition))
        .select((clash_acknowledgement::key, clash_acknowledgement::reason));
    Ok(reasons.load::<(String, String)>(conn).await?.into_iter().collect())
}

/// Gives a reason, in place of one that was given before.
pub(in crate::programme) async fn acknowledge(
    tx: &mut Tx,
    edition: Uuid,
    key: &str,
    reason: &str,
) -> Result<(), Error> {
    let said = clash_acknowledgement::reason.eq(reason);
    diesel::insert_into(clash_acknowledgement::table)
        .values((clash_acknowledgement::edition_id.eq(edition), clash_acknowledgement::key.eq(key), said))
        .on_conflict((clash_acknowledgement::edition_id, clash_acknowledgement::key))
        .do_update()
        .set(said)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// An interval that the database has checked.
fn stored(from: Moment, to: Moment) -> Result<Interval, Error> {
    Interval::new(from, to).map_err(|_| Error::internal("a stored interval ends before it starts"))
}
