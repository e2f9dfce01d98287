//! The table `submission_answer`.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use super::submission::SubmissionId;
use crate::{
    db::{Tx, schema::submission_answer as a},
    error::Error,
    questions::StoredAnswer,
};

pub(in crate::submissions) async fn of(
    conn: &mut AsyncPgConnection,
    id: SubmissionId,
) -> Result<Vec<StoredAnswer>, Error> {
    let rows = a::table.filter(a::submission_id.eq(id)).select((a::question_id, a::value, a::sealed));
    let named = |(question, value, sealed)| StoredAnswer { question, value, sealed };
    Ok(rows.load::<(_, _, _)>(conn).await?.into_iter().map(named).collect())
}

/// Puts `answers` in the place of all that were there.
pub(in crate::submissions) async fn replace(
    tx: &mut Tx,
    id: SubmissionId,
    answers: &[StoredAnswer],
) -> Result<(), Error> {
    diesel::delete(a::table.filter(a::submission_id.eq(id))).execute(&mut **tx).await?;
    let row = |one: &StoredAnswer| {
        let content = (a::value.eq(one.value.clone()), a::sealed.eq(one.sealed.clone()));
        (a::submission_id.eq(id), a::question_id.eq(one.question), content)
    };
    let rows: Vec<_> = answers.iter().map(row).collect();
    diesel::insert_into(a::table).values(rows).execute(&mut **tx).await?;
    Ok(())
}
