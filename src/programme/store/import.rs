//! Writing many sessions at once.

use diesel::{prelude::*, upsert::excluded};
use diesel_async::RunQueryDsl;
use uuid::Uuid;

use super::session::CONSTRAINTS;
use crate::{
    db::{
        Tx,
        schema::{session, session_room, session_speaker},
        violation,
    },
    error::Error,
    programme::{BroughtIn, Session},
    values::Id,
};

/// Keeps every session of the edition from being changed by anybody else. In the order of ids, as everybody
/// locks several.
pub(in crate::programme) async fn lock(tx: &mut Tx, edition: Uuid) -> Result<(), Error> {
    let all = session::table.filter(session::edition_id.eq(edition)).order(session::id).for_update();
    all.select(session::id).load::<Id<Session>>(&mut **tx).await?;
    Ok(())
}

/// Inserts the new ones and overwrites those that are there, with their people and rooms.
pub(in crate::programme) async fn put(tx: &mut Tx, edition: Uuid, rows: &[BroughtIn]) -> Result<(), Error> {
    let wrong = |error| violation::named(CONSTRAINTS, error);
    let sessions: Vec<_> = rows
        .iter()
        .map(|row| {
            let of = (session::id.eq(row.id), session::edition_id.eq(edition));
            (of, session::starts_at.eq(row.starts_at), &row.new.details)
        })
        .collect();
    diesel::insert_into(session::table)
        .values(sessions)
        .on_conflict(session::id)
        .do_update()
        .set((
            session::kind.eq(excluded(session::kind)),
            session::title.eq(excluded(session::title)),
            session::abstract_.eq(excluded(session::abstract_)),
            session::spoken.eq(excluded(session::spoken)),
            session::track_id.eq(excluded(session::track_id)),
            session::minutes.eq(excluded(session::minutes)),
            session::starts_at.eq(excluded(session::starts_at)),
            session::version.eq(session::version + 1),
        ))
        .execute(&mut **tx)
        .await
        .map_err(wrong)?;
    let ids: Vec<Id<Session>> = rows.iter().map(|row| row.id).collect();
    let people = session_speaker::table.filter(session_speaker::session_id.eq_any(&ids));
    diesel::delete(people).execute(&mut **tx).await?;
    let rooms = session_room::table.filter(session_room::session_id.eq_any(&ids));
    diesel::delete(rooms).execute(&mut **tx).await?;
    set_people(tx, edition, rows).await.map_err(wrong)?;
    set_rooms(tx, edition, rows).await.map_err(wrong)
}

async fn set_people(tx: &mut Tx, edition: Uuid, rows: &[BroughtIn]) -> QueryResult<()> {
    let people = rows.iter().flat_map(|row| (1_i32..).zip(&row.new.people).map(move |it| (row.id, it)));
    let people: Vec<_> = people
        .map(|(session, (position, (speaker, part)))| {
            (
                session_speaker::session_id.eq(session),
                session_speaker::edition_id.eq(edition),
                session_speaker::speaker_id.eq(*speaker),
                session_speaker::part.eq(*part),
                session_speaker::position.eq(position),
            )
        })
        .collect();
    // A session may name forty people, and a statement takes 65,535 values.
    for people in people.chunks(10_000) {
        diesel::insert_into(session_speaker::table).values(people).execute(&mut **tx).await?;
    }
    Ok(())
}

async fn set_rooms(tx: &mut Tx, edition: Uuid, rows: &[BroughtIn]) -> QueryResult<()> {
    let rooms = rows.iter().flat_map(|row| row.rooms.iter().map(|room| (row.id, *room)));
    let rooms: Vec<_> = rooms
        .map(|(session, room)| {
            (
                session_room::session_id.eq(session),
                session_room::room_id.eq(room),
                session_room::edition_id.eq(edition),
            )
        })
        .collect();
    for rooms in rooms.chunks(20_000) {
        diesel::insert_into(session_room::table).values(rooms).execute(&mut **tx).await?;
    }
    Ok(())
}
