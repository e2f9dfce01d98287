//! The table `decision_wording`.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::submission::SubmissionId;
use crate::{
    db::{Tx, schema::decision_wording as w},
    error::Error,
    mail::Wording,
    submissions::Verdict,
    values::{Id, Lang},
};

/// Marks a row in [`Id`].
#[derive(Debug)]
enum Row {}

/// What was written for this submission alone.
pub(in crate::submissions) async fn of(
    conn: &mut AsyncPgConnection,
    submission: SubmissionId,
    (verdict, lang): (Verdict, Lang),
) -> Result<Option<Wording>, Error> {
    let own = w::table.filter(w::submission_id.eq(submission)).filter(w::verdict.eq(verdict));
    let own = own.filter(w::lang.eq(lang)).select((w::subject, w::heading, w::body));
    let found = own.first::<(String, String, String)>(conn).await.optional()?;
    Ok(found.map(|(subject, heading, body)| Wording { subject, heading, body }))
}

/// Writes it, over what stood in its place.
pub(in crate::submissions) async fn set(
    tx: &mut Tx,
    edition: Uuid,
    (submission, verdict, lang): (SubmissionId, Verdict, Lang),
    wording: &Wording,
) -> Result<(), Error> {
    let words = (w::subject.eq(&wording.subject), w::heading.eq(&wording.heading), w::body.eq(&wording.body));
    let of = (w::edition_id.eq(edition), w::submission_id.eq(submission));
    let for_whom = (w::verdict.eq(verdict), w::lang.eq(lang));
    diesel::insert_into(w::table)
        .values((w::id.eq(Id::<Row>::fresh()), of, for_whom, words))
        .on_conflict((w::edition_id, w::submission_id, w::verdict, w::lang))
        .do_update()
        .set((words, w::updated_at.eq(diesel::dsl::now)))
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Forgets it; answers whether there was one.
pub(in crate::submissions) async fn reset(
    tx: &mut Tx,
    (submission, verdict, lang): (SubmissionId, Verdict, Lang),
) -> Result<bool, Error> {
    let own = w::table.filter(w::submission_id.eq(submission)).filter(w::verdict.eq(verdict));
    Ok(diesel::delete(own.filter(w::lang.eq(lang))).execute(&mut **tx).await? == 1)
}
