//! Those who make their own accounts. An account belongs to whoever has shown that its address is hers: by a mailed
//! sign-in, or by a mailed link of another domain, such as a colleague's invitation.

use super::{
    Account, Method, NewAccount, SignedInSession, account, fields::Name, proofs::Visitor, sessions, store,
};
use crate::{
    audit::Actor,
    db::Tx,
    error::Error,
    values::{Email, Lang},
};

/// The account of an address that was just proved, locked; made if there is none.
pub(super) async fn account_for(tx: &mut Tx, actor: &Actor, new: &NewAccount) -> Result<Account, Error> {
    match store::accounts::by_email(tx, &new.email).await? {
        Some(found) => store::accounts::locked(tx, found.id).await,
        None => account::insert(tx, actor, new, None).await,
    }
}

/// Signs in whoever has just shown, by a mailed link that the caller has checked under its lock, that `email` is hers;
/// makes her account if she has none, and calls her `name`.
///
/// # Errors
/// `required`, `too_long` on `name` of somebody without an account; [`Error::Conflict`] `invitation_over` when it is suspended.
pub async fn sign_in_proved(
    tx: &mut Tx,
    visitor: &Visitor,
    email: &Email,
    (name, lang): (&str, Lang),
    user_agent: &str,
) -> Result<SignedInSession, Error> {
    let account = match store::accounts::by_email(tx, email).await? {
        Some(found) => store::accounts::locked(tx, found.id).await?,
        None => {
            let name = Name::parse(name).map_err(|reason| Error::field("name", reason))?;
            account::insert(tx, visitor.actor(), &NewAccount { email: email.clone(), name, lang }, None)
                .await?
        }
    };
    if account.suspended_at.is_some() {
        return Err(Error::conflict("invitation_over"));
    }
    sessions::begin(tx, visitor.actor(), account, Method::Mail, user_agent).await
}

/// Whether an address has an account; told only to those who have proved that it is theirs.
///
/// # Errors
/// The database's.
pub async fn has_account(conn: &mut diesel_async::AsyncPgConnection, proved: &Email) -> Result<bool, Error> {
    Ok(store::accounts::by_email(conn, proved).await?.is_some())
}
