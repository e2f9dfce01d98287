//! Who acts for a company, and leaving it.

use diesel_async::AsyncPgConnection;
use serde_json::json;

use super::{CompanyId, Member, member::locked, profile::record, store};
use crate::{
    accounts::Account,
    db::Tx,
    error::Error,
    values::{Id, Moment},
};

/// Somebody who acts for a company, as her colleagues see her.
#[derive(Clone, Debug)]
pub struct Person {
    /// Her account.
    pub account: Account,
    /// Since when.
    pub joined_at: Moment,
}

/// Everybody who acts for the company, the first first.
///
/// # Errors
/// The database's.
pub async fn members(conn: &mut AsyncPgConnection, who: &Member) -> Result<Vec<Person>, Error> {
    store::member::of_company(conn, who.company()).await
}

/// The accounts that act for a company of which the caller has found a submission.
///
/// # Errors
/// The database's.
pub async fn accounts_of(
    conn: &mut AsyncPgConnection,
    company: CompanyId,
) -> Result<Vec<Id<Account>>, Error> {
    let people = store::member::of_company(conn, company).await?;
    Ok(people.into_iter().map(|one| one.account.id).collect())
}

/// She acts for the company no longer.
///
/// # Errors
/// [`Error::Conflict`] `company_last_member`; [`Error::NotFound`] when she left meanwhile.
pub async fn leave(tx: &mut Tx, who: &Member) -> Result<(), Error> {
    let company = locked(tx, who).await?;
    if store::member::of_company(tx, company.id).await?.len() < 2 {
        return Err(Error::conflict("company_last_member"));
    }
    store::member::remove(tx, company.id, who.account()).await?;
    record(tx, who.actor(), "company.leave", company.id, json!({ "before": who.account() })).await
}
