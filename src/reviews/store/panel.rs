//! The tables `reviewer`, `assignment`, `sharing` and `declared_conflict`: who is to judge what, and who is not free to.

use std::collections::BTreeSet;

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde::Serialize;
use uuid::Uuid;

use crate::{
    accounts::{Account, Role},
    calls::{CallId, RoundId},
    db::{
        Tx,
        schema::{account, assignment, declared_conflict, reviewer, role_grant, round, sharing},
    },
    error::Error,
    submissions::SubmissionId,
    values::{Email, Id, Lang, Line, Moment},
};

/// Somebody who may be asked to review: an account with the role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Queryable, Selectable)]
#[diesel(table_name = account)]
pub struct Candidate {
    /// The account.
    pub id: Id<Account>,
    /// Her address.
    pub email: Email,
    /// What she is called in the console.
    pub name: String,
}

/// Somebody of a call's panel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Queryable, Selectable, Insertable)]
#[diesel(table_name = reviewer)]
pub struct Panellist {
    /// The account.
    #[diesel(column_name = account_id)]
    pub account: Id<Account>,
    /// Where she works, to find conflicts of interest.
    pub organisation: Option<Line<120>>,
}

/// Every account that holds the role in the edition and may sign in, by name.
pub(in crate::reviews) async fn candidates(
    conn: &mut AsyncPgConnection,
    edition: Uuid,
) -> Result<Vec<Candidate>, Error> {
    let granted = account::table.inner_join(role_grant::table).filter(role_grant::edition_id.eq(edition));
    let reviewers =
        granted.filter(role_grant::role.eq(Role::Reviewer)).filter(account::suspended_at.is_null());
    Ok(reviewers.order((account::name, account::id)).select(Candidate::as_select()).load(conn).await?)
}

pub(in crate::reviews) async fn account_of(
    conn: &mut AsyncPgConnection,
    id: Id<Account>,
) -> Result<Candidate, Error> {
    Ok(account::table.find(id).select(Candidate::as_select()).first(conn).await?)
}

pub(in crate::reviews) async fn panel(
    conn: &mut AsyncPgConnection,
    call: CallId,
) -> Result<Vec<Panellist>, Error> {
    let all = reviewer::table.filter(reviewer::call_id.eq(call)).order(reviewer::account_id);
    Ok(all.select(Panellist::as_select()).load(conn).await?)
}

/// The calls that she reviews, and where she works as each has it.
pub(in crate::reviews) async fn calls_of(
    conn: &mut AsyncPgConnection,
    account: Id<Account>,
) -> Result<Vec<(CallId, Option<Line<120>>)>, Error> {
    let hers = reviewer::table.filter(reviewer::account_id.eq(account));
    Ok(hers.select((reviewer::call_id, reviewer::organisation)).load(conn).await?)
}

/// Makes these the call's panel. What was assigned to those who left stays where it was reviewed.
pub(in crate::reviews) async fn set_panel(
    tx: &mut Tx,
    call: CallId,
    panel: &[Panellist],
) -> Result<(), Error> {
    diesel::delete(reviewer::table.filter(reviewer::call_id.eq(call))).execute(&mut **tx).await?;
    let rows: Vec<_> = panel.iter().map(|one| (reviewer::call_id.eq(call), one)).collect();
    diesel::insert_into(reviewer::table).values(rows).execute(&mut **tx).await?;
    Ok(())
}

/// Who is to review what in a round.
pub(in crate::reviews) async fn assigned(
    conn: &mut AsyncPgConnection,
    round: RoundId,
) -> Result<Vec<(SubmissionId, Id<Account>)>, Error> {
    let all = assignment::table.filter(assignment::round_id.eq(round));
    Ok(all.select((assignment::submission_id, assignment::account_id)).load(conn).await?)
}

/// Makes this what is to be reviewed in a round.
pub(in crate::reviews) async fn set_assigned(
    tx: &mut Tx,
    round: RoundId,
    pairs: impl IntoIterator<Item = (SubmissionId, Id<Account>)>,
) -> Result<(), Error> {
    use assignment as a;
    diesel::delete(a::table.filter(a::round_id.eq(round))).execute(&mut **tx).await?;
    let row = |(submission, account)| {
        (a::round_id.eq(round), a::submission_id.eq(submission), a::account_id.eq(account))
    };
    let rows: Vec<_> = pairs.into_iter().map(row).collect();
    // A statement carries at most 65,535 values.
    for some in rows.chunks(5000) {
        diesel::insert_into(a::table).values(some.to_vec()).execute(&mut **tx).await?;
    }
    Ok(())
}

/// Somebody who is told of what she was given.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = account)]
pub(in crate::reviews) struct Judging {
    pub(in crate::reviews) email: Email,
    pub(in crate::reviews) name: String,
    pub(in crate::reviews) lang: Lang,
}

/// Those of these accounts that may sign in.
pub(in crate::reviews) async fn judging(
    conn: &mut AsyncPgConnection,
    accounts: &BTreeSet<Id<Account>>,
) -> Result<Vec<Judging>, Error> {
    let named = account::table.filter(account::id.eq_any(accounts)).filter(account::suspended_at.is_null());
    Ok(named.order(account::id).select(Judging::as_select()).load(conn).await?)
}

/// Notes how many reviewers each was to have when a round was shared out, over what was noted before.
pub(in crate::reviews) async fn note_sharing(tx: &mut Tx, round: RoundId, each: usize) -> Result<(), Error> {
    use sharing as s;
    let noted = s::each_wanted.eq(i32::try_from(each).map_err(Error::internal)?);
    let row = diesel::insert_into(s::table).values((s::round_id.eq(round), noted));
    row.on_conflict(s::round_id).do_update().set(noted).execute(&mut **tx).await?;
    Ok(())
}

/// How many reviewers each was to have when the round was last shared out.
pub(in crate::reviews) async fn sharing(
    conn: &mut AsyncPgConnection,
    round: RoundId,
) -> Result<Option<usize>, Error> {
    let each = sharing::table.find(round).select(sharing::each_wanted).first::<i32>(conn).await.optional()?;
    each.map(usize::try_from).transpose().map_err(Error::internal)
}

/// What she is to review in a round, in the order of ids.
pub(in crate::reviews) async fn assigned_to(
    conn: &mut AsyncPgConnection,
    round: RoundId,
    account: Id<Account>,
) -> Result<Vec<SubmissionId>, Error> {
    let hers =
        assignment::table.filter(assignment::round_id.eq(round)).filter(assignment::account_id.eq(account));
    Ok(hers.order(assignment::submission_id).select(assignment::submission_id).load(conn).await?)
}

/// The call of a round.
pub(in crate::reviews) async fn call_of(conn: &mut AsyncPgConnection, id: RoundId) -> Result<CallId, Error> {
    Ok(round::table.find(id).select(round::call_id).first(conn).await?)
}

/// Which of these she declared that she is not free to judge.
pub(in crate::reviews) async fn declared(
    conn: &mut AsyncPgConnection,
    submissions: &[SubmissionId],
) -> Result<Vec<(SubmissionId, Id<Account>)>, Error> {
    let all = declared_conflict::table.filter(declared_conflict::submission_id.eq_any(submissions));
    Ok(all.select((declared_conflict::submission_id, declared_conflict::account_id)).load(conn).await?)
}

/// Notes a conflict; declaring twice is the same as once.
pub(in crate::reviews) async fn declare(
    tx: &mut Tx,
    submission: SubmissionId,
    account: Id<Account>,
    now: Moment,
) -> Result<(), Error> {
    use declared_conflict as d;
    let row = (d::submission_id.eq(submission), d::account_id.eq(account), d::declared_at.eq(now));
    diesel::insert_into(d::table).values(row).on_conflict_do_nothing().execute(&mut **tx).await?;
    Ok(())
}
