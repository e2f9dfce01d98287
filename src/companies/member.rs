//! The proof of acting for a company: an account that is its member.

use diesel_async::AsyncPgConnection;

use super::{Company, CompanyId, store};
use crate::{
    accounts::{Account, proofs::AccountOwner},
    audit::Actor,
    db::Tx,
    error::Error,
    values::Id,
};

/// Acts for a company.
#[derive(Clone, Debug)]
pub struct Member {
    actor: Actor,
    account: Id<Account>,
    company: CompanyId,
}

impl Member {
    /// Who acts.
    #[must_use]
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// With which account.
    #[must_use]
    pub fn account(&self) -> Id<Account> {
        self.account
    }

    /// For which company.
    #[must_use]
    pub fn company(&self) -> CompanyId {
        self.company
    }
}

/// The proof that somebody with an account acts for the company.
///
/// # Errors
/// [`Error::NotFound`] when it does not.
pub async fn member(
    conn: &mut AsyncPgConnection,
    who: impl Into<AccountOwner>,
    company: CompanyId,
) -> Result<Member, Error> {
    let who = who.into();
    if !is_member(conn, company, who.account()).await? {
        return Err(Error::NotFound);
    }
    Ok(Member { actor: who.actor().clone(), account: who.account(), company })
}

/// Whether an account acts for a company.
///
/// # Errors
/// The database's.
pub async fn is_member(
    conn: &mut AsyncPgConnection,
    company: CompanyId,
    account: Id<Account>,
) -> Result<bool, Error> {
    store::member::is_there(conn, company, account).await
}

/// The company, locked, while she is still its member; whoever writes about a company locks it before anything else of it.
///
/// # Errors
/// [`Error::NotFound`] when she left meanwhile.
pub async fn locked(tx: &mut Tx, who: &Member) -> Result<Company, Error> {
    let row = store::company::lock(tx, who.company).await?;
    if is_member(tx, who.company, who.account).await? { Ok(row) } else { Err(Error::NotFound) }
}

/// Locks a company of which the caller has found a submission, so that what it hands in is counted one by one.
///
/// # Errors
/// The database's.
pub async fn lock(tx: &mut Tx, id: CompanyId) -> Result<Company, Error> {
    store::company::lock(tx, id).await
}
