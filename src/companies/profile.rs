//! Making a company, and what it says of itself.

use diesel_async::AsyncPgConnection;
use serde_json::{Value, json};

use super::{Company, CompanyId, Member, NewCompany, member::locked, store};
use crate::{
    accounts::proofs::AccountOwner,
    audit::{self, Actor, Entry},
    db::{
        Tx,
        attempts::{self, Limit},
    },
    error::Error,
};

/// Companies that one account makes.
const FOUNDED: Limit = Limit { name: "company-found", hits: 10, minutes: 1440 };

/// Makes a company, with her as its first member.
///
/// # Errors
/// [`Error::TooMany`].
pub async fn found(tx: &mut Tx, who: impl Into<AccountOwner>, new: &NewCompany) -> Result<Company, Error> {
    let who = who.into();
    attempts::count(tx, &FOUNDED, &who.account().to_string()).await?;
    let made = store::company::insert(tx, new).await?;
    store::member::insert(tx, made.id, who.account()).await?;
    record(tx, who.actor(), "company.found", made.id, json!({ "after": new })).await?;
    Ok(made)
}

/// Changes what it says of itself.
///
/// # Errors
/// [`Error::Conflict`] `edited_meanwhile`; [`Error::NotFound`] when she left meanwhile.
pub async fn change(tx: &mut Tx, who: &Member, new: &NewCompany) -> Result<Company, Error> {
    let before = locked(tx, who).await?;
    if new.seen_version.is_some_and(|seen| seen != before.version) {
        return Err(Error::conflict("edited_meanwhile"));
    }
    let after = store::company::update(tx, before.id, new).await?;
    let content = json!({ "before": before, "after": after });
    record(tx, who.actor(), "company.change", after.id, content).await?;
    Ok(after)
}

/// The companies that she acts for, the newest first.
///
/// # Errors
/// The database's.
pub async fn mine(conn: &mut AsyncPgConnection, who: impl Into<AccountOwner>) -> Result<Vec<Company>, Error> {
    store::company::of_account(conn, who.into().account()).await
}

/// The company that she acts for.
///
/// # Errors
/// The database's.
pub async fn of_member(conn: &mut AsyncPgConnection, who: &Member) -> Result<Company, Error> {
    store::company::find(conn, who.company()).await
}

/// The company of a submission that the caller has found.
///
/// # Errors
/// The database's.
pub async fn of_submission(conn: &mut AsyncPgConnection, id: CompanyId) -> Result<Company, Error> {
    store::company::find(conn, id).await
}

pub(super) async fn record(
    tx: &mut Tx,
    actor: &Actor,
    action: &'static str,
    company: CompanyId,
    content: Value,
) -> Result<(), Error> {
    let subject = company.uuid();
    audit::record(tx, actor, Entry { action, subject_kind: "company", subject, edition: None, content }).await
}
