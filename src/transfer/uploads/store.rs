//! The table `import_upload`.

use diesel::{
    dsl::{IntervalDsl, now},
    prelude::*,
    sql_types::Timestamptz,
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use crate::{
    db::{Tx, schema::import_upload as u},
    editions::Edition,
    error::Error,
    formats::table::Encoding,
    values::{Id, Lang},
};

/// A file that waits to be imported.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = u)]
pub struct Upload {
    /// Its id.
    pub id: Id<Upload>,
    /// For which edition.
    #[diesel(column_name = edition_id)]
    pub edition: Id<Edition>,
    /// The language of its texts.
    pub lang: Lang,
    /// The encoding of a table without a byte order mark.
    pub encoding: Encoding,
}

pub(super) async fn insert(
    tx: &mut Tx,
    edition: Id<Edition>,
    (lang, encoding): (Lang, Encoding),
) -> Result<Upload, Error> {
    let row = Upload { id: Id::fresh(), edition, lang, encoding };
    diesel::insert_into(u::table).values(&row).execute(&mut **tx).await?;
    Ok(row)
}

pub(super) async fn find(
    conn: &mut AsyncPgConnection,
    edition: Id<Edition>,
    id: Id<Upload>,
) -> Result<Upload, Error> {
    let here = u::table.find(id).filter(u::edition_id.eq(edition));
    Ok(here.select(Upload::as_select()).first(conn).await?)
}

pub(super) async fn remove(tx: &mut Tx, edition: Id<Edition>, id: Id<Upload>) -> Result<(), Error> {
    let here = u::table.find(id).filter(u::edition_id.eq(edition));
    match diesel::delete(here).execute(&mut **tx).await? {
        0 => Err(Error::NotFound),
        _ => Ok(()),
    }
}

pub(super) async fn expire(tx: &mut Tx) -> Result<usize, Error> {
    let old = u::table.filter(u::created_at.lt(now.into_sql::<Timestamptz>() - 1.days()));
    Ok(diesel::delete(old).execute(&mut **tx).await?)
}
