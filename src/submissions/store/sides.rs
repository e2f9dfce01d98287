//! Who stands behind the submissions of a call: reads of the domains to the left, all of a call at once.

use std::collections::BTreeMap;

use diesel::{
    dsl::{exists, not},
    prelude::*,
};
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use super::{people::Invitation, submission::SubmissionId};
use crate::{
    accounts::Account,
    calls::CallId,
    companies::{Company, CompanyId},
    db::schema::{
        company, company_member, eligibility as e, speaker, submission as s, submission_speaker as p,
    },
    error::Error,
    speakers::Speaker,
    submissions::Lifecycle,
    values::Id,
};

/// What is in the running, in the order of ids, and the company that handed it in.
pub(in crate::submissions) async fn running(
    conn: &mut AsyncPgConnection,
    call: CallId,
) -> Result<Vec<(SubmissionId, Option<CompanyId>)>, Error> {
    let failed = e::table.filter(e::submission_id.eq(s::id)).filter(not(e::passed));
    let there = s::table.filter(s::call_id.eq(call)).filter(s::lifecycle.eq(Lifecycle::Submitted));
    let there = there.filter(not(exists(failed)));
    Ok(there.order(s::id).select((s::id, s::company_id)).load(conn).await?)
}

/// Who takes part in these or was asked to and has not declined, in order.
pub(in crate::submissions) async fn people(
    conn: &mut AsyncPgConnection,
    ids: &[SubmissionId],
) -> Result<Vec<(SubmissionId, Speaker)>, Error> {
    let there = p::table.inner_join(speaker::table).filter(p::submission_id.eq_any(ids));
    let there = there.filter(p::invitation.ne(Invitation::Declined));
    let there = there.order((p::submission_id, p::position, p::speaker_id));
    Ok(there.select((p::submission_id, Speaker::as_select())).load(conn).await?)
}

/// These companies, and who acts for each.
pub(in crate::submissions) async fn companies(
    conn: &mut AsyncPgConnection,
    ids: &[CompanyId],
) -> Result<BTreeMap<CompanyId, (Company, Vec<Id<Account>>)>, Error> {
    let rows = company::table.filter(company::id.eq_any(ids)).select(Company::as_select());
    let rows: Vec<Company> = rows.load(conn).await?;
    let mut found: BTreeMap<_, _> = rows.into_iter().map(|row| (row.id, (row, Vec::new()))).collect();
    let members = company_member::table.filter(company_member::company_id.eq_any(ids));
    let members = members.select((company_member::company_id, company_member::account_id));
    for (company, account) in members.load::<(CompanyId, Id<Account>)>(conn).await? {
        if let Some((_, members)) = found.get_mut(&company) {
            members.push(account);
        }
    }
    Ok(found)
}
