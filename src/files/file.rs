//! What is known of a file, and whose it is.

use std::collections::BTreeMap;

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use crate::{
    db::schema::file as f,
    error::Error,
    formats::media::MediaType,
    values::{FileName, Id, Moment},
};

/// The id of a file.
pub type FileId = Id<File>;

/// The row that a file belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Owner {
    pub(super) kind: &'static str,
    pub(super) id: Uuid,
}

impl Owner {
    /// The row `id` of the table `kind`, which must have the trigger `forget_files`.
    #[must_use]
    pub const fn new(kind: &'static str, id: Uuid) -> Self {
        Self { kind, id }
    }
}

/// A file that may be read.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = f)]
pub struct File {
    /// Its id.
    pub id: FileId,
    /// The table of its owner.
    pub owner_kind: String,
    /// Its owner's row.
    pub owner_id: Uuid,
    /// What its sender called it, ended as such files are.
    pub name: FileName,
    /// What it is.
    pub media_type: MediaType,
    /// Its length in bytes.
    pub size: i64,
    /// SHA-256 of all its bytes.
    pub sha256: Vec<u8>,
    /// When it came, by the database's clock.
    pub created_at: Moment,
}

/// All files of one row, the oldest first.
///
/// # Errors
/// The database's.
pub async fn of(conn: &mut AsyncPgConnection, owner: Owner) -> Result<Vec<File>, Error> {
    Ok(f::table
        .filter(f::owner_kind.eq(owner.kind).and(f::owner_id.eq(owner.id)))
        .order(f::id)
        .select(File::as_select())
        .load(conn)
        .await?)
}

/// The newest file of each of several rows of one table; none of a row that has none.
///
/// # Errors
/// The database's.
pub async fn of_rows<T: 'static>(
    conn: &mut AsyncPgConnection,
    table: &'static str,
    rows: impl IntoIterator<Item = Id<T>>,
) -> Result<BTreeMap<Id<T>, File>, Error> {
    let rows: Vec<Uuid> = rows.into_iter().map(Id::uuid).collect();
    let theirs = f::table.filter(f::owner_kind.eq(table).and(f::owner_id.eq_any(rows)));
    let oldest_first: Vec<File> = theirs.order(f::id).select(File::as_select()).load(conn).await?;
    Ok(oldest_first.into_iter().map(|file| (Id::from(file.owner_id), file)).collect())
}

/// One file of that row.
///
/// # Errors
/// [`Error::NotFound`] where the row has no such file, whoever else may have it.
pub async fn open(conn: &mut AsyncPgConnection, owner: Owner, id: FileId) -> Result<File, Error> {
    Ok(f::table
        .find(id)
        .filter(f::owner_kind.eq(owner.kind).and(f::owner_id.eq(owner.id)))
        .select(File::as_select())
        .first(conn)
        .await?)
}
