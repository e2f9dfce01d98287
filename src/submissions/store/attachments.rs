//! The table `submission_file`.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::submission::SubmissionId;
use crate::{
    db::{Tx, schema::submission_file as f},
    error::Error,
    questions::Question,
    values::Id,
};

/// Marks a row in [`Id`].
#[derive(Debug)]
pub(in crate::submissions) enum Attachment {}

/// Those of a submission: the row, which the file belongs to, and what it answers.
pub(in crate::submissions) async fn of(
    conn: &mut AsyncPgConnection,
    id: SubmissionId,
) -> Result<Vec<(Id<Attachment>, Id<Question>)>, Error> {
    let all = f::table.filter(f::submission_id.eq(id)).select((f::id, f::question_id));
    Ok(all.load(conn).await?)
}

/// The row of an answer, made where there is none.
pub(in crate::submissions) async fn row(
    tx: &mut Tx,
    id: SubmissionId,
    question: Id<Question>,
) -> Result<Uuid, Error> {
    let new = (f::id.eq(Id::<Attachment>::fresh()), f::submission_id.eq(id), f::question_id.eq(question));
    let made = diesel::insert_into(f::table).values(new).on_conflict((f::submission_id, f::question_id));
    // An update that changes nothing answers the row that is there.
    Ok(made.do_update().set(f::question_id.eq(question)).returning(f::id).get_result(&mut **tx).await?)
}

/// Forgets an answer and its file; it need not be there.
pub(in crate::submissions) async fn remove(
    tx: &mut Tx,
    id: SubmissionId,
    question: Id<Question>,
) -> Result<(), Error> {
    let row = f::table.filter(f::submission_id.eq(id)).filter(f::question_id.eq(question));
    diesel::delete(row).execute(&mut **tx).await?;
    Ok(())
}
