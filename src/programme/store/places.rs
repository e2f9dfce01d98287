//! The pools of sessions with limited places.

use std::collections::BTreeMap;

use diesel::{
    prelude::*,
    result::{DatabaseErrorKind, Error as DieselError},
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use crate::{
    capacity::PoolId,
    db::{
        Tx,
        schema::{capacity_pool as p, session as s},
    },
    error::Error,
    programme::{Places, Session, SessionRow},
    values::Id,
};

type Stored = (Id<Session>, PoolId, i32, i32);

fn told((session, pool, limit, taken): Stored) -> (Id<Session>, Places) {
    (session, Places { pool, limit, taken })
}

pub(in crate::programme) async fn of_edition(
    conn: &mut AsyncPgConnection,
    edition: Uuid,
) -> Result<BTreeMap<Id<Session>, Places>, Error> {
    let limited = s::table.inner_join(p::table).filter(s::edition_id.eq(edition));
    let rows: Vec<Stored> = limited.select((s::id, p::id, p::capacity, p::taken)).load(conn).await?;
    Ok(rows.into_iter().map(told).collect())
}

pub(in crate::programme) async fn of_session(
    conn: &mut AsyncPgConnection,
    id: Id<Session>,
) -> Result<Option<Places>, Error> {
    let limited = s::table.inner_join(p::table).filter(s::id.eq(id));
    let row: Option<Stored> =
        limited.select((s::id, p::id, p::capacity, p::taken)).first(conn).await.optional()?;
    Ok(row.map(|row| told(row).1))
}

/// Makes a session draw on that pool, or on none. The database refuses to take one away that somebody is signed
/// up by.
pub(in crate::programme) async fn draw_on(
    tx: &mut Tx,
    id: Id<Session>,
    pool: Option<PoolId>,
) -> Result<SessionRow, Error> {
    let drawn = (s::pool_id.eq(pool), s::version.eq(s::version + 1));
    let written = diesel::update(s::table.find(id)).set(drawn).returning(SessionRow::as_returning());
    match written.get_result(&mut **tx).await {
        Err(DieselError::DatabaseError(DatabaseErrorKind::ForeignKeyViolation, _)) => {
            Err(Error::conflict("session_signed_up"))
        }
        written => Ok(written?),
    }
}
