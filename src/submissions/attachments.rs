//! Answers that are files: a document, or a picture drawn anew. They come one by one, beside the form.

use std::collections::BTreeSet;

use diesel_async::AsyncPgConnection;
use futures_util::stream;
use serde_json::json;

use super::{
    Lifecycle, Submission, SubmissionId, demo,
    form::form,
    locked::{changed, editable, record},
    own_one,
    reads::find,
    slides::slides,
    store,
};
use crate::{
    accounts::proofs::Programme,
    calls,
    db::Tx,
    error::{Error, Reason},
    files::{self, Accepted, File, FileId, Incoming, Owner},
    formats::{
        media::MediaType,
        picture::{Picture, Shape},
    },
    questions::{self, Question, QuestionKind},
    speakers::Presenter,
    values::{FileName, Id, Moment},
};

/// The documents that are taken, and the most bytes of any file.
pub const ATTACHED: Accepted = Accepted { kinds: &[MediaType::Pdf], limit: 20 << 20 };
/// How a picture is drawn: large enough to read what stands on it.
pub const ATTACHED_PICTURE: Shape = Shape::Whole(3000);

/// What somebody sent.
#[derive(Debug)]
pub enum Sent {
    /// Whole, and judged when it is stored.
    Document(Vec<u8>),
    /// Drawn anew.
    Picture(Picture),
}

/// A file and the question that it answers.
pub type Attached = (Question, File);

fn owner(row: Id<store::attachments::Attachment>) -> Owner {
    Owner::new("submission_file", row.uuid())
}

/// Every file that answers a question, in the form's order.
pub(super) async fn of(conn: &mut AsyncPgConnection, row: &Submission) -> Result<Vec<Attached>, Error> {
    let stored = store::attachments::of(conn, row.id).await?;
    if stored.is_empty() {
        return Ok(Vec::new());
    }
    let call = calls::by_id(conn, row.edition, row.call).await?;
    let mut attached = Vec::new();
    for question in questions::questions_ever(conn, calls::form(&call)).await? {
        let Some((id, _)) = stored.iter().find(|(_, answers)| *answers == question.id) else { continue };
        if let Some(file) = files::of(conn, owner(*id)).await?.pop() {
            attached.push((question, file));
        }
    }
    Ok(attached)
}

/// The questions that a file answers already.
pub(super) async fn answered(
    conn: &mut AsyncPgConnection,
    id: SubmissionId,
) -> Result<BTreeSet<Id<Question>>, Error> {
    Ok(store::attachments::of(conn, id).await?.into_iter().map(|(_, question)| question).collect())
}

/// The files of one of her submissions; nobody's but the owner's.
///
/// # Errors
/// [`Error::NotFound`] when she has no part in it, or the link was replaced.
pub async fn own_attachments(
    conn: &mut AsyncPgConnection,
    who: &Presenter,
    id: SubmissionId,
) -> Result<Vec<Attached>, Error> {
    if !own_one(conn, who, id).await?.is_owner {
        return Ok(Vec::new());
    }
    let row = store::submission::find(conn, id).await?;
    of(conn, &row).await
}

/// The files of a submission, for staff.
///
/// # Errors
/// [`Error::NotFound`] outside the proof's edition.
pub async fn attachments(
    conn: &mut AsyncPgConnection,
    who: &Programme,
    id: SubmissionId,
) -> Result<Vec<Attached>, Error> {
    let row = find(conn, who, id).await?;
    of(conn, &row).await
}

/// A file of a submission, for staff: an answer, slides, or a demo's.
///
/// # Errors
/// [`Error::NotFound`] outside the proof's edition, and for a file that is not the submission's.
pub async fn open_file(
    conn: &mut AsyncPgConnection,
    who: &Programme,
    id: SubmissionId,
    file: FileId,
) -> Result<File, Error> {
    let row = find(conn, who, id).await?;
    let mut all: Vec<File> = of(conn, &row).await?.into_iter().map(|(_, file)| file).collect();
    all.extend(slides(conn, who, id).await?);
    all.extend(demo::files_of(conn, id).await?);
    named(all, file)
}

/// The file with this id among those that the reader may see.
///
/// # Errors
/// [`Error::NotFound`].
pub fn named(all: impl IntoIterator<Item = File>, id: FileId) -> Result<File, Error> {
    all.into_iter().find(|file| file.id == id).ok_or(Error::NotFound)
}

/// She answers a question with a file, in the place of the one she sent before.
///
/// # Errors
/// [`Error::Invalid`] on the answer: `answer_frozen`, and those of [`files::store()`]; [`Error::Conflict`]: `call_closed`,
/// and what stands against an edit; [`Error::NotFound`] when it is not hers, or no such question asks for a file.
pub async fn attach(
    tx: &mut Tx,
    who: &Presenter,
    (id, slug): (SubmissionId, &str),
    name: &FileName,
    sent: Sent,
    now: Moment,
) -> Result<File, Error> {
    let (row, question) = asked(tx, who, (id, slug), now).await?;
    let place = store::attachments::row(tx, id, question.id).await?;
    let owner = owner(place.into());
    files::remove_all(tx, owner).await?;
    let kept = match sent {
        Sent::Picture(picture) => files::store_picture(tx, owner, name, &picture).await?,
        Sent::Document(bytes) => {
            let field = format!("answers.{slug}");
            let incoming = Incoming { field, name: name.clone(), bytes: stream::iter([Ok(bytes)]) };
            files::store(tx, owner, incoming, ATTACHED).await?
        }
    };
    changed(tx, &row).await?;
    let after = json!({ "question": question.slug, "file": kept.id, "name": kept.name, "size": kept.size });
    record(tx, who.actor(), "submission.attach", &row, json!({ "after": after })).await?;
    Ok(kept)
}

/// She takes the file back that answers a question; there need not be one.
///
/// # Errors
/// As [`attach`]; `required` on the answer where what was handed in would lack it.
pub async fn detach(
    tx: &mut Tx,
    who: &Presenter,
    (id, slug): (SubmissionId, &str),
    now: Moment,
) -> Result<(), Error> {
    let (row, question) = asked(tx, who, (id, slug), now).await?;
    if row.lifecycle != Lifecycle::Draft && question.required {
        return Err(Error::field(&format!("answers.{slug}"), Reason::new("required")));
    }
    store::attachments::remove(tx, id, question.id).await?;
    changed(tx, &row).await?;
    record(tx, who.actor(), "submission.detach", &row, json!({ "before": question.slug })).await
}

/// Her submission, locked, and the question that asks for a file, while she may answer it.
async fn asked(
    tx: &mut Tx,
    who: &Presenter,
    (id, slug): (SubmissionId, &str),
    now: Moment,
) -> Result<(Submission, Question), Error> {
    let (row, call) = editable(tx, who, id, now).await?;
    let mut questions = form(tx, call).await?.questions.into_iter();
    let question = questions.find(|one| one.kind == QuestionKind::File && one.slug.as_str() == slug);
    let question = question.ok_or(Error::NotFound)?;
    if question.frozen_at.is_some_and(|frozen| frozen <= now) {
        return Err(Error::field(&format!("answers.{slug}"), Reason::new("answer_frozen")));
    }
    Ok((row, question))
}
