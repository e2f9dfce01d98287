//! Files that wait between their dry run and the button.

mod store;

use std::pin::pin;

use diesel_async::AsyncPgConnection;
use futures_util::TryStreamExt;

use super::{
    carry_out::carry_out,
    plan::Plan,
    read::{Incoming, Manner, read},
};
use crate::{
    accounts::proofs::{Organiser, System},
    db::{Db, Tx},
    editions::{self, Edition},
    error::Error,
    files::{self, File, Owner},
    formats::table::Encoding,
    values::{FileName, Id, Lang},
};
pub use store::Upload;

/// The form's field, where what is wrong with a file is shown.
pub const FIELD: &str = "file";

/// Keeps a file that can be read, until it is imported or a day has passed.
///
/// # Errors
/// [`Error::Invalid`] on `file`, as [`read`].
pub async fn hold(
    tx: &mut Tx,
    who: &Organiser,
    (name, bytes): (&FileName, &[u8]),
    (lang, encoding): (Lang, Encoding),
) -> Result<Upload, Error> {
    let edition = editions::for_staff(tx, &who.into()).await?;
    read(bytes, &Manner { lang, encoding, zone: edition.zone })
        .map_err(|reason| Error::field(FIELD, reason))?;
    let upload = store::insert(tx, edition.id, (lang, encoding)).await?;
    files::store_read(tx, owner(upload.id), name, bytes).await?;
    Ok(upload)
}

/// A file that waits, read again.
///
/// # Errors
/// [`Error::NotFound`] outside the proof's edition, or once it was imported or removed.
pub async fn held(db: &Db, who: &Organiser, id: Id<Upload>) -> Result<(Upload, FileName, Incoming), Error> {
    let (upload, file, edition) = find(&mut *db.read().await?, who, id).await?;
    let size = u64::try_from(file.size).map_err(Error::internal)?;
    let mut bytes = Vec::new();
    let mut pieces = pin!(file.read(db.clone(), 0..size));
    while let Some(piece) = pieces.try_next().await? {
        bytes.extend_from_slice(&piece);
    }
    let manner = Manner { lang: upload.lang, encoding: upload.encoding, zone: edition.zone };
    let incoming = read(&bytes, &manner).map_err(|reason| Error::field(FIELD, reason))?;
    Ok((upload, file.name, incoming))
}

async fn find(
    conn: &mut AsyncPgConnection,
    who: &Organiser,
    id: Id<Upload>,
) -> Result<(Upload, File, Edition), Error> {
    let upload = store::find(conn, Edition::of(who), id).await?;
    let file = files::of(conn, owner(id)).await?.pop().ok_or(Error::NotFound)?;
    Ok((upload, file, editions::for_staff(conn, &who.into()).await?))
}

/// Carries out the plan of that fingerprint for a file that waits, which then is gone.
///
/// # Errors
/// As [`carry_out`]; [`Error::NotFound`] when somebody else carried it out.
pub async fn perform(
    tx: &mut Tx,
    who: &Organiser,
    (upload, name, incoming): (&Upload, &FileName, &Incoming),
    seen: &str,
) -> Result<Plan, Error> {
    store::remove(tx, Edition::of(who), upload.id).await?;
    carry_out(tx, who, (incoming, upload.lang, name), Some(seen)).await
}

/// Duty: removes files that waited for a day.
///
/// # Errors
/// The database's.
pub async fn forget_uploads(tx: &mut Tx, _who: &System) -> Result<usize, Error> {
    store::expire(tx).await
}

fn owner(id: Id<Upload>) -> Owner {
    Owner::new("import_upload", id.uuid())
}
