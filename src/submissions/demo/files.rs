//! The two files of a demo: its deck and its video, each replaced as a whole.

use diesel_async::AsyncPgConnection;
use futures_util::Stream;
use serde_json::json;

use super::super::{
    By, Lifecycle, SubmissionId,
    locked::{changed, editable, record},
};
use super::verbs::missing;
use crate::{
    db::Tx,
    error::Error,
    files::{self, Accepted, File, FileId, Incoming, Owner},
    formats::media::MediaType,
    values::Moment,
};

crate::text_enum! {
    /// A file of a demo.
    pub enum DemoFile {
        /// The slides that judges read, a PDF of at most 20 MiB.
        Deck = "deck",
        /// A video, an MP4 of at most 100 MiB.
        Video = "video",
    }
}

impl DemoFile {
    /// What is taken as such.
    #[must_use]
    pub const fn accepted(self) -> Accepted {
        match self {
            Self::Deck => Accepted { kinds: &[MediaType::Pdf], limit: 20 << 20 },
            Self::Video => Accepted { kinds: &[MediaType::Mp4], limit: 100 << 20 },
        }
    }

    /// Which one a file is.
    #[must_use]
    pub fn of(file: &File) -> Self {
        if file.media_type == MediaType::Pdf { Self::Deck } else { Self::Video }
    }
}

pub(super) fn owner(id: SubmissionId) -> Owner {
    Owner::new("submission_demo", id.uuid())
}

/// The files of a demo that the caller has found.
pub(in crate::submissions) async fn files_of(
    conn: &mut AsyncPgConnection,
    id: SubmissionId,
) -> Result<Vec<File>, Error> {
    files::of(conn, owner(id)).await
}

/// Her demo's files.
///
/// # Errors
/// [`Error::NotFound`] when it is not hers.
pub async fn demo_files(
    conn: &mut AsyncPgConnection,
    who: impl Into<By<'_>>,
    id: SubmissionId,
) -> Result<Vec<File>, Error> {
    who.into().find(conn, id).await?;
    files_of(conn, id).await
}

/// One of them, to be read.
///
/// # Errors
/// [`Error::NotFound`] where it is not hers.
pub async fn open_demo_file(
    conn: &mut AsyncPgConnection,
    who: impl Into<By<'_>>,
    id: SubmissionId,
    file: FileId,
) -> Result<File, Error> {
    who.into().find(conn, id).await?;
    files::open(conn, owner(id), file).await
}

/// She sends one, in the place of the one there was.
///
/// # Errors
/// [`Error::Invalid`] on the file's field: those of [`files::store()`]; [`Error::Conflict`]: `call_closed`, and what
/// stands against an edit; [`Error::NotFound`] when it is not hers.
pub async fn add_demo_file<S>(
    tx: &mut Tx,
    who: impl Into<By<'_>>,
    (id, kind): (SubmissionId, DemoFile),
    incoming: Incoming<S>,
    now: Moment,
) -> Result<File, Error>
where
    S: Stream<Item = Result<Vec<u8>, Error>>,
{
    let who = who.into();
    let (row, _) = editable(tx, who, id, now).await?;
    for old in files::of(tx, owner(id)).await?.iter().filter(|old| DemoFile::of(old) == kind) {
        files::remove(tx, owner(id), old.id).await?;
    }
    let kept = files::store(tx, owner(id), incoming, kind.accepted()).await?;
    changed(tx, &row).await?;
    let content = json!({ "after": { "file": kept.id, "name": kept.name, "size": kept.size } });
    record(tx, who.actor(), "submission.add-demo-file", &row, content).await?;
    Ok(kept)
}

/// She takes one away; it need not be there.
///
/// # Errors
/// As [`add_demo_file`]; `required` on `deck` when what was handed in would lack it.
pub async fn remove_demo_file(
    tx: &mut Tx,
    who: impl Into<By<'_>>,
    id: SubmissionId,
    file: FileId,
    now: Moment,
) -> Result<(), Error> {
    let who = who.into();
    let (row, _) = editable(tx, who, id, now).await?;
    files::remove(tx, owner(id), file).await?;
    if row.lifecycle != Lifecycle::Draft {
        missing(tx, &row).await?.check()?;
    }
    changed(tx, &row).await?;
    record(tx, who.actor(), "submission.remove-demo-file", &row, json!({ "before": { "file": file } })).await
}
