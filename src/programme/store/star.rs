//! The tables `star_list` and `star`.

use std::collections::BTreeSet;

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use crate::{
    db::{
        Tx,
        schema::{star, star_list},
        violation,
    },
    error::Error,
    programme::{
        Session,
        stars::{StarList, Stargazer},
    },
    values::Id,
};

pub(in crate::programme) async fn list(
    conn: &mut AsyncPgConnection,
    id: Id<StarList>,
) -> Result<Stargazer, Error> {
    let edition = star_list::table.find(id).select(star_list::edition_id).first(conn).await?;
    Ok(Stargazer { list: id, edition })
}

pub(in crate::programme) async fn begin(tx: &mut Tx, gazer: &Stargazer) -> Result<(), Error> {
    let row = (star_list::id.eq(gazer.list), star_list::edition_id.eq(gazer.edition));
    diesel::insert_into(star_list::table).values(row).execute(&mut **tx).await?;
    Ok(())
}

/// A foreign key keeps sessions of other editions off the list.
pub(in crate::programme) async fn add(
    tx: &mut Tx,
    gazer: &Stargazer,
    session: Id<Session>,
) -> Result<(), Error> {
    let row =
        (star::star_list_id.eq(gazer.list), star::session_id.eq(session), star::edition_id.eq(gazer.edition));
    let added = diesel::insert_into(star::table).values(row).on_conflict_do_nothing();
    added.execute(&mut **tx).await.map(drop).map_err(violation::missing)
}

pub(in crate::programme) async fn remove(
    tx: &mut Tx,
    gazer: &Stargazer,
    session: Id<Session>,
) -> Result<(), Error> {
    diesel::delete(star::table.find((gazer.list, session))).execute(&mut **tx).await?;
    Ok(())
}

pub(in crate::programme) async fn sessions(
    conn: &mut AsyncPgConnection,
    gazer: &Stargazer,
) -> Result<BTreeSet<Id<Session>>, Error> {
    let starred = star::table.filter(star::star_list_id.eq(gazer.list)).select(star::session_id);
    Ok(starred.load(conn).await?.into_iter().collect())
}
