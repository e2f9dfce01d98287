//! The table `eligibility`.

use std::collections::{BTreeMap, BTreeSet};

use diesel::{dsl::not, prelude::*, upsert::excluded};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::submission::SubmissionId;
use crate::{
    calls::CallId,
    db::{
        Tx,
        schema::{eligibility as e, submission},
    },
    error::Error,
    submissions::Check,
    values::{Moment, Prose},
};

/// What staff found, and what the applicant replied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema, Queryable, Selectable)]
#[diesel(table_name = e)]
pub struct Eligibility {
    /// Whether it fits.
    pub passed: bool,
    /// Why not, as the applicant is told.
    #[schema(value_type = Option<String>)]
    pub reason: Option<Prose<2000>>,
    /// When that was found.
    pub checked_at: Moment,
    /// Her one correction.
    #[schema(value_type = Option<String>)]
    pub reply: Option<Prose<2000>>,
    /// When it came.
    pub replied_at: Option<Moment>,
}

impl Eligibility {
    /// Whether the applicant may still correct something.
    #[must_use]
    pub fn takes_reply(&self) -> bool {
        !self.passed && self.reply.is_none()
    }

    /// Whether staff have still to read her reply: it came after they looked.
    #[must_use]
    pub fn is_replied(&self) -> bool {
        !self.passed && self.replied_at.is_some_and(|at| self.checked_at <= at)
    }
}

/// Those of a call that were found not to fit its rules.
pub(in crate::submissions) async fn failed(
    conn: &mut AsyncPgConnection,
    call: CallId,
) -> Result<BTreeSet<SubmissionId>, Error> {
    let own = submission::table.filter(submission::call_id.eq(call)).select(submission::id);
    let failed = e::table.filter(e::submission_id.eq_any(own)).filter(not(e::passed));
    Ok(failed.select(e::submission_id).load::<SubmissionId>(conn).await?.into_iter().collect())
}

pub(in crate::submissions) async fn find(
    conn: &mut AsyncPgConnection,
    id: SubmissionId,
) -> Result<Option<Eligibility>, Error> {
    Ok(e::table.find(id).select(Eligibility::as_select()).first(conn).await.optional()?)
}

/// What was found about those of these that are of the edition, as far as anybody looked.
pub(in crate::submissions) async fn of(
    conn: &mut AsyncPgConnection,
    edition: Uuid,
    ids: &[SubmissionId],
) -> Result<BTreeMap<SubmissionId, Eligibility>, Error> {
    let own = submission::table.filter(submission::edition_id.eq(edition)).select(submission::id);
    let rows = e::table.filter(e::submission_id.eq_any(ids)).filter(e::submission_id.eq_any(own));
    let rows = rows.select((e::submission_id, Eligibility::as_select()));
    Ok(rows.load::<(SubmissionId, Eligibility)>(conn).await?.into_iter().collect())
}

/// Writes what staff found, over what they found before; a reply stays.
pub(in crate::submissions) async fn write(
    tx: &mut Tx,
    id: SubmissionId,
    check: &Check,
    now: Moment,
) -> Result<(), Error> {
    let found = (e::passed.eq(check.passed), e::reason.eq(check.reason.as_ref()), e::checked_at.eq(now));
    let anew = (
        e::passed.eq(excluded(e::passed)),
        e::reason.eq(excluded(e::reason)),
        e::checked_at.eq(excluded(e::checked_at)),
    );
    let row = diesel::insert_into(e::table).values((e::submission_id.eq(id), found));
    row.on_conflict(e::submission_id).do_update().set(anew).execute(&mut **tx).await?;
    Ok(())
}

pub(in crate::submissions) async fn reply(
    tx: &mut Tx,
    id: SubmissionId,
    text: &Prose<2000>,
    now: Moment,
) -> Result<(), Error> {
    let said = (e::reply.eq(text), e::replied_at.eq(now));
    diesel::update(e::table.find(id)).set(said).execute(&mut **tx).await?;
    Ok(())
}
