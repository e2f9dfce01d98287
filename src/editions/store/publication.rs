//! The table `publication`.

use diesel::{prelude::*, upsert::excluded};
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use crate::{
    db::{Tx, schema::publication},
    editions::Edition,
    error::Error,
    values::Id,
};

pub(in crate::editions) async fn bump(tx: &Tx, edition: Id<Edition>) -> Result<(), Error> {
    let mut conn: &AsyncPgConnection = tx;
    let first = (publication::edition_id.eq(edition), publication::version.eq(1));
    diesel::insert_into(publication::table)
        .values(first)
        .on_conflict(publication::edition_id)
        .do_update()
        .set(publication::version.eq(publication::version + excluded(publication::version)))
        .execute(&mut conn)
        .await?;
    Ok(())
}

pub(in crate::editions) async fn versions(
    conn: &mut AsyncPgConnection,
) -> Result<Vec<(Id<Edition>, i64)>, Error> {
    Ok(publication::table.select((publication::edition_id, publication::version)).load(conn).await?)
}
