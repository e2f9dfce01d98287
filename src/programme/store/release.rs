//! The tables `release`, `released_session` and `released_slot`, which are only ever added to.

use std::collections::BTreeMap;

use diesel::{prelude::*, result::Error as DieselError};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde::Serialize;
use uuid::Uuid;

use crate::{
    db::{
        Tx,
        schema::{release, released_session, released_slot},
        violation::{self, Constraints},
    },
    error::Error,
    programme::{
        Released, Session,
        diff::{Listed, Listing},
    },
    values::{Id, Localised, Moment},
};

const CONSTRAINTS: Constraints = &[("release_name_key", "name", "release_name_taken")];

/// The programme as it was made public.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Queryable, Selectable)]
#[diesel(table_name = release)]
pub struct Release {
    /// Its id.
    pub id: Id<Release>,
    /// From 1 on.
    pub number: i32,
    /// What the organiser called it.
    pub name: String,
    /// What she says about it.
    pub note: Option<Localised>,
    /// When it was made.
    pub released_at: Moment,
}

/// The edition's releases, the newest first.
pub(in crate::programme) async fn list(
    conn: &mut AsyncPgConnection,
    edition: Uuid,
) -> Result<Vec<Release>, Error> {
    let releases = release::table.filter(release::edition_id.eq(edition)).order(release::number.desc());
    Ok(releases.select(Release::as_select()).load(conn).await?)
}

/// The one with the highest number.
pub(in crate::programme) async fn latest(
    conn: &mut AsyncPgConnection,
    edition: Uuid,
) -> Result<Option<Release>, Error> {
    let releases = release::table.filter(release::edition_id.eq(edition)).order(release::number.desc());
    Ok(releases.select(Release::as_select()).first(conn).await.optional()?)
}

/// The one with that number.
pub(in crate::programme) async fn find(
    conn: &mut AsyncPgConnection,
    edition: Uuid,
    number: i32,
) -> Result<Release, Error> {
    let numbered = release::table.filter(release::edition_id.eq(edition)).filter(release::number.eq(number));
    Ok(numbered.select(Release::as_select()).first(conn).await?)
}

/// Every session that the release shows or strikes out.
pub(in crate::programme) async fn content(
    conn: &mut AsyncPgConnection,
    id: Id<Release>,
) -> Result<BTreeMap<Id<Session>, Released>, Error> {
    let rows: Vec<(Id<Session>, i32, bool, serde_json::Value)> = released_session::table
        .filter(released_session::release_id.eq(id))
        .select((
            released_session::session_id,
            released_session::sequence,
            released_session::cancelled,
            released_session::content,
        ))
        .load(conn)
        .await?;
    let row = |(session, sequence, cancelled, content): (_, i32, _, _)| {
        let listed: Listed = serde_json::from_value(content).map_err(Error::internal)?;
        Ok((session, Released { listed, sequence: sequence.unsigned_abs(), cancelled }))
    };
    rows.into_iter().map(row).collect()
}

/// Keeps a release under its number. Of two at once the second finds the number taken.
pub(in crate::programme) async fn insert(
    tx: &mut Tx,
    edition: Uuid,
    number: i32,
    (name, note): (&str, Option<&Localised>),
) -> Result<Release, Error> {
    let row = (
        release::id.eq(Id::<Release>::fresh()),
        release::edition_id.eq(edition),
        release::number.eq(number),
        release::name.eq(name),
        release::note.eq(note),
    );
    let inserted = diesel::insert_into(release::table).values(row).returning(Release::as_returning());
    match inserted.get_result(&mut **tx).await {
        Err(DieselError::DatabaseError(_, info)) if info.constraint_name() == Some("release_number_key") => {
            Err(Error::conflict("edited_meanwhile"))
        }
        inserted => inserted.map_err(|error| violation::named(CONSTRAINTS, error)),
    }
}

/// Keeps what the release shows, and the slots, in which the database finds a room that is used twice.
pub(in crate::programme) async fn insert_content(
    tx: &mut Tx,
    id: Id<Release>,
    content: &BTreeMap<Id<Session>, Released>,
) -> Result<(), Error> {
    let mut sessions = Vec::with_capacity(content.len());
    for (session, released) in content {
        sessions.push((
            released_session::release_id.eq(id),
            released_session::session_id.eq(*session),
            released_session::sequence.eq(i32::try_from(released.sequence).map_err(Error::internal)?),
            released_session::cancelled.eq(released.cancelled),
            released_session::content.eq(serde_json::to_value(&released.listed).map_err(Error::internal)?),
        ));
    }
    diesel::insert_into(released_session::table).values(sessions).execute(&mut **tx).await?;
    let taking_place = content.iter().filter(|(_, released)| !released.cancelled);
    let slots = taking_place.flat_map(|(session, released)| {
        let time = released.listed.time;
        released.listed.rooms.iter().map(move |room| {
            (
                released_slot::release_id.eq(id),
                released_slot::session_id.eq(*session),
                released_slot::room_id.eq(*room),
                released_slot::starts_at.eq(time.start()),
                released_slot::ends_at.eq(time.end()),
            )
        })
    });
    let slots: Vec<_> = slots.collect();
    match diesel::insert_into(released_slot::table).values(slots).execute(&mut **tx).await {
        // What somebody placed while this was being checked.
        Err(DieselError::DatabaseError(_, info))
            if info.constraint_name() == Some("released_slot_room_excl") =>
        {
            Err(Error::conflict("draft_clashes"))
        }
        inserted => Ok(inserted.map(drop)?),
    }
}

/// What takes place, without what is struck out.
pub(in crate::programme) fn listing(content: &BTreeMap<Id<Session>, Released>) -> Listing {
    let taking_place = content.iter().filter(|(_, released)| !released.cancelled);
    taking_place.map(|(session, released)| (*session, released.listed.clone())).collect()
}
