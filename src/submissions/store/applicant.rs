//! Submissions by whose they are: a person's, or a company's.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::submission::{Submission, SubmissionId};
use crate::{
    calls::CallId,
    companies::{Company, CompanyId},
    db::{
        Tx,
        schema::{company, submission, submission_speaker},
    },
    error::Error,
    speakers::SpeakerId,
    submissions::Lifecycle,
};

/// How many the applicant of `row`, her or her company, has handed in to a call and not taken back.
pub(in crate::submissions) async fn count_of(
    tx: &mut Tx,
    call: CallId,
    row: &Submission,
) -> Result<i64, Error> {
    let handed_in = submission::table.filter(submission::call_id.eq(call));
    let handed_in = handed_in.filter(submission::lifecycle.eq(Lifecycle::Submitted)).into_boxed();
    let handed_in = match row.company {
        Some(company) => handed_in.filter(submission::company_id.eq(company)),
        None => handed_in.filter(submission::owner_id.eq(row.owner)).filter(submission::company_id.is_null()),
    };
    Ok(handed_in.count().get_result(&mut **tx).await?)
}

/// What a company hands in, the newest first.
pub(in crate::submissions) async fn of_company(
    conn: &mut AsyncPgConnection,
    company: CompanyId,
) -> Result<Vec<Submission>, Error> {
    let its = submission::table.filter(submission::company_id.eq(company)).order(submission::id.desc());
    Ok(its.select(Submission::as_select()).load(conn).await?)
}

/// The companies that handed something in to a call of the edition, by id.
pub(in crate::submissions) async fn companies_of(
    conn: &mut AsyncPgConnection,
    edition: Uuid,
) -> Result<Vec<Company>, Error> {
    let handed_in = submission::table.filter(submission::company_id.eq(company::id.nullable()));
    let handed_in = handed_in.filter(submission::edition_id.eq(edition));
    let handed_in = handed_in.filter(submission::lifecycle.ne(Lifecycle::Draft)).select(submission::id);
    let theirs = company::table.filter(diesel::dsl::exists(handed_in)).order(company::id);
    Ok(theirs.select(Company::as_select()).load(conn).await?)
}

/// Puts another contact in the place of the owner, on stage too.
pub(in crate::submissions) async fn set_owner(
    tx: &mut Tx,
    id: SubmissionId,
    (before, after): (SpeakerId, SpeakerId),
) -> Result<(), Error> {
    use submission_speaker as p;
    diesel::update(submission::table.find(id)).set(submission::owner_id.eq(after)).execute(&mut **tx).await?;
    diesel::delete(p::table.find((id, after))).execute(&mut **tx).await?;
    diesel::update(p::table.find((id, before))).set(p::speaker_id.eq(after)).execute(&mut **tx).await?;
    Ok(())
}
