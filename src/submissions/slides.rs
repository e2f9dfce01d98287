//! The slides of a submission: documents and videos that its owner hands over.

use diesel_async::AsyncPgConnection;
use futures_util::Stream;
use serde_json::json;

use super::{
    Event, SubmissionId,
    locked::{own, record},
    own_one,
    reads::find,
};
use crate::{
    accounts::proofs::Programme,
    db::Tx,
    error::{Error, Reason},
    files::{self, Accepted, File, FileId, Incoming, Owner},
    formats::media::MediaType,
    speakers::Presenter,
    values::Moment,
};

/// What is taken as slides.
pub const SLIDES: Accepted = Accepted { kinds: &[MediaType::Pdf, MediaType::Mp4], limit: 100 << 20 };
/// The most files of one submission.
const MOST: usize = 10;

fn owner(id: SubmissionId) -> Owner {
    Owner::new("submission", id.uuid())
}

/// The slides of one of her submissions, the oldest first.
///
/// # Errors
/// [`Error::NotFound`] when she has no part in it, or the link was replaced.
pub async fn own_slides(
    conn: &mut AsyncPgConnection,
    who: &Presenter,
    id: SubmissionId,
) -> Result<Vec<File>, Error> {
    let row = own_one(conn, who, id).await?;
    files::of(conn, owner(row.id)).await
}

/// The slides of a submission, for staff, the oldest first.
///
/// # Errors
/// [`Error::NotFound`] outside the proof's edition.
pub async fn slides(
    conn: &mut AsyncPgConnection,
    who: &Programme,
    id: SubmissionId,
) -> Result<Vec<File>, Error> {
    let row = find(conn, who, id).await?;
    files::of(conn, owner(row.id)).await
}

/// One of them, to be read.
///
/// # Errors
/// [`Error::NotFound`] where it is not hers.
pub async fn open_slides(
    conn: &mut AsyncPgConnection,
    who: &Presenter,
    id: SubmissionId,
    file: FileId,
) -> Result<File, Error> {
    let row = own_one(conn, who, id).await?;
    files::open(conn, owner(row.id), file).await
}

/// She adds a file, as long as she may change anything at all: slides come late, so no deadline of the call counts.
///
/// # Errors
/// [`Error::Invalid`] on the file's field: `files_count`, and those of [`files::store`]; [`Error::Conflict`]: what stands
/// against an edit; [`Error::NotFound`] when it is not hers, or the link was replaced.
pub async fn add_slides<S>(
    tx: &mut Tx,
    who: &Presenter,
    id: SubmissionId,
    incoming: Incoming<S>,
    now: Moment,
) -> Result<File, Error>
where
    S: Stream<Item = Result<Vec<u8>, Error>>,
{
    let (row, _) = own(tx, who, id).await?;
    row.standing().after(Event::Edit, now).map_err(Error::Conflict)?;
    if files::of(tx, owner(id)).await?.len() >= MOST {
        return Err(Error::field(&incoming.field, Reason::new("files_count").with("max", MOST)));
    }
    let kept = files::store(tx, owner(id), incoming, SLIDES).await?;
    let content = json!({ "after": { "file": kept.id, "name": kept.name, "size": kept.size } });
    record(tx, who.actor(), "submission.add-slides", &row, content).await?;
    Ok(kept)
}

/// She takes a file away; it need not be there.
///
/// # Errors
/// As [`add_slides`].
pub async fn remove_slides(
    tx: &mut Tx,
    who: &Presenter,
    id: SubmissionId,
    file: FileId,
    now: Moment,
) -> Result<(), Error> {
    let (row, _) = own(tx, who, id).await?;
    row.standing().after(Event::Edit, now).map_err(Error::Conflict)?;
    files::remove(tx, owner(id), file).await?;
    record(tx, who.actor(), "submission.remove-slides", &row, json!({ "before": { "file": file } })).await
}
