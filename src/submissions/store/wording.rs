//! The table `decision_wording`.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::submission::SubmissionId;
use crate::{
    db::{Tx, schema::decision_wording as w},
    error::Error,
    mail::Wording,
    submissions::{Letterform, Verdict},
    values::{Id, Lang},
};

/// Marks a row in [`Id`].
#[derive(Debug)]
enum Row {}

/// The nearest wording that was written: of the submission itself, else of the edition; with whether it is its own.
pub(in crate::submissions) async fn nearest(
    conn: &mut AsyncPgConnection,
    edition: Uuid,
    submission: Option<SubmissionId>,
    (verdict, lang): (Verdict, Lang),
) -> Result<Option<(Wording, bool)>, Error> {
    let here =
        w::table.filter(w::edition_id.eq(edition)).filter(w::verdict.eq(verdict)).filter(w::lang.eq(lang));
    let near = here.filter(w::submission_id.is_null().or(w::submission_id.is_not_distinct_from(submission)));
    let first = near.order(w::submission_id.is_null()).select((w::subject, w::lead, w::submission_id));
    let found = first.first::<(String, String, Option<SubmissionId>)>(conn).await.optional()?;
    Ok(found.map(|(subject, lead, of)| (Wording { subject, lead }, of == submission)))
}

/// Writes it, over what stood in its place.
pub(in crate::submissions) async fn set(
    tx: &mut Tx,
    edition: Uuid,
    place: &Letterform,
    wording: &Wording,
) -> Result<(), Error> {
    let words = (w::subject.eq(&wording.subject), w::lead.eq(&wording.lead));
    let of = (w::edition_id.eq(edition), w::submission_id.eq(place.submission));
    let for_whom = (w::verdict.eq(place.verdict), w::lang.eq(place.lang));
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
    edition: Uuid,
    place: &Letterform,
) -> Result<bool, Error> {
    let here = w::table.filter(w::edition_id.eq(edition)).filter(w::verdict.eq(place.verdict));
    let here = here.filter(w::lang.eq(place.lang));
    let own = here.filter(w::submission_id.is_not_distinct_from(place.submission));
    Ok(diesel::delete(own).execute(&mut **tx).await? == 1)
}
