//! Taking files in.

use std::pin::pin;

use diesel_async::RunQueryDsl;
use futures_util::{Stream, TryStreamExt};

use super::{File, FileId, Owner, chunks::Writer};
use crate::{
    db::{Tx, schema::file},
    error::{Error, Reason},
    formats::{
        media::{self, Inspection, MediaType},
        picture::Picture,
    },
    values::FileName,
};

/// What a field takes.
#[derive(Clone, Copy, Debug)]
pub struct Accepted {
    /// The kinds; for pictures there is [`store_picture`].
    pub kinds: &'static [MediaType],
    /// The most bytes.
    pub limit: u64,
}

/// A file on its way in.
#[derive(Debug)]
pub struct Incoming<S> {
    /// The form's field it came in, where what is wrong with it is shown.
    pub field: String,
    /// What its sender called it.
    pub name: FileName,
    /// Its bytes, as they come.
    pub bytes: S,
}

/// Stores a document or a video while it streams by; a megabyte of it is in memory at any time.
///
/// The transaction is open until the last byte came, so hand in a file that has come whole already, not a socket.
///
/// # Errors
/// [`Error::Invalid`] on its field: `file_too_large`, `file_empty`, `file_type_refused`, `file_two_in_one`,
/// `file_damaged`; whatever the stream answers. Nothing stays, since the caller's transaction does not.
pub async fn store<S>(
    tx: &mut Tx,
    owner: Owner,
    incoming: Incoming<S>,
    accepted: Accepted,
) -> Result<File, Error>
where
    S: Stream<Item = Result<Vec<u8>, Error>>,
{
    let Incoming { field, name, bytes } = incoming;
    let refused = |reason: Reason| Error::field(&field, reason);
    let (id, mut bytes) = (FileId::fresh(), pin!(bytes));
    let (mut inspection, mut writer) = (Inspection::new(accepted.kinds), Writer::new(id));
    let mut left = accepted.limit;
    while let Some(piece) = bytes.try_next().await? {
        let length = u64::try_from(piece.len()).map_err(Error::internal)?;
        left = left.checked_sub(length).ok_or_else(|| refused(media::too_large(accepted.limit)))?;
        inspection.feed(&piece).map_err(refused)?;
        writer.write(tx, &piece).await?;
    }
    let media_type = inspection.finish().map_err(refused)?;
    finish(tx, id, owner, &name, media_type, writer).await
}

/// Stores a picture.
///
/// # Errors
/// The database's.
pub async fn store_picture(
    tx: &mut Tx,
    owner: Owner,
    name: &FileName,
    picture: &Picture,
) -> Result<File, Error> {
    let id = FileId::fresh();
    let mut writer = Writer::new(id);
    writer.write(tx, picture.bytes()).await?;
    finish(tx, id, owner, name, picture.media_type, writer).await
}

/// Stores what a reader of our own understood already, as [`MediaType::Read`].
///
/// # Errors
/// The database's.
pub async fn store_read(tx: &mut Tx, owner: Owner, name: &FileName, bytes: &[u8]) -> Result<File, Error> {
    let id = FileId::fresh();
    let mut writer = Writer::new(id);
    writer.write(tx, bytes).await?;
    finish(tx, id, owner, name, MediaType::Read, writer).await
}

async fn finish(
    tx: &mut Tx,
    id: FileId,
    owner: Owner,
    name: &FileName,
    media_type: MediaType,
    writer: Writer,
) -> Result<File, Error> {
    let (size, sha256) = writer.finish(tx).await?;
    let file = File {
        id,
        owner_kind: owner.kind.to_owned(),
        owner_id: owner.id,
        name: name.ending(media_type.extensions()),
        media_type,
        size,
        sha256,
        created_at: tx.now().await?,
    };
    diesel::insert_into(file::table).values(&file).execute(&mut **tx).await?;
    Ok(file)
}
