//! Accounts: making, changing, suspending them.

use std::collections::BTreeMap;

use diesel_async::AsyncPgConnection;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    Account, NewAccount, ProfileChange,
    proofs::{Admin, Communications, SignedIn},
    sessions, store,
};
use crate::{
    audit::{self, Actor, Entry},
    db::Tx,
    error::Error,
    values::{Email, Id},
};

/// Makes an account without a password: she signs in by mail.
///
/// # Errors
/// `account_exists` on `email`.
pub async fn create(tx: &mut Tx, who: &Admin, new: NewAccount) -> Result<Account, Error> {
    insert(tx, who.actor(), &new, None).await
}

pub(super) async fn insert(
    tx: &mut Tx,
    actor: &Actor,
    new: &NewAccount,
    hash: Option<&str>,
) -> Result<Account, Error> {
    let row = store::accounts::NewRow {
        id: Id::fresh(),
        email: &new.email,
        email_key: new.email.key(),
        name: new.name.as_str(),
        lang: new.lang,
        password_hash: hash,
    };
    let account = store::accounts::insert(tx, row).await?;
    let content = json!({ "email": account.email, "name": account.name });
    audit::record(tx, actor, entry("account.create", account.id, content)).await?;
    Ok(account)
}

/// The account of an address, for the shell.
///
/// # Errors
/// The database's.
pub async fn by_email(
    conn: &mut AsyncPgConnection,
    _: &Admin,
    email: &Email,
) -> Result<Option<Account>, Error> {
    store::accounts::by_email(conn, email).await
}

/// Which of these addresses, in lower case, are accounts'. Only for counting: nobody is told.
///
/// # Errors
/// The database's.
pub async fn addresses_among(conn: &mut AsyncPgConnection, keys: &[String]) -> Result<Vec<String>, Error> {
    store::accounts::keys_among(conn, keys).await
}

/// Her own account.
///
/// # Errors
/// The database's.
pub async fn own(conn: &mut AsyncPgConnection, who: &SignedIn) -> Result<Account, Error> {
    store::accounts::by_id(conn, who.account()).await
}

/// Changes her own name and language.
///
/// # Errors
/// The database's.
pub async fn change_profile(tx: &mut Tx, who: &SignedIn, change: ProfileChange) -> Result<(), Error> {
    let before = store::accounts::locked(tx, who.account()).await?;
    store::accounts::set_profile(tx, before.id, change.name.as_str(), change.lang).await?;
    let content = json!({
        "before": { "name": before.name, "lang": before.lang },
        "after": { "name": change.name, "lang": change.lang },
    });
    audit::record(tx, who.actor(), entry("account.change", before.id, content)).await
}

/// Keeps somebody from signing in, and ends her sessions; her tokens lose their power with her.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Conflict`] `last_admin`.
pub async fn suspend(tx: &mut Tx, who: &Admin, id: Id<Account>) -> Result<(), Error> {
    // Admins' grants are locked before the account's roles are read: she could become one in between.
    let others = store::roles::other_admins(tx, id).await?;
    let account = store::accounts::locked(tx, id).await?;
    if account.suspended_at.is_some() {
        return Ok(());
    }
    if others == 0 && store::roles::held_by(tx, id).await?.contains(&super::RoleAt::ADMIN) {
        return Err(Error::conflict("last_admin"));
    }
    let now = tx.now().await?;
    store::accounts::set_suspended(tx, id, Some(now)).await?;
    sessions::end_all(tx, who.actor(), id).await?;
    audit::record(tx, who.actor(), entry("account.suspend", id, Value::Null)).await
}

/// Lets somebody sign in again.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn reinstate(tx: &mut Tx, who: &Admin, id: Id<Account>) -> Result<(), Error> {
    if store::accounts::locked(tx, id).await?.suspended_at.is_none() {
        return Ok(());
    }
    store::accounts::set_suspended(tx, id, None).await?;
    audit::record(tx, who.actor(), entry("account.reinstate", id, Value::Null)).await
}

pub(super) fn entry(action: &'static str, id: Id<Account>, content: Value) -> Entry {
    Entry { action, subject_kind: "account", subject: id.uuid(), edition: None, content }
}

/// What these accounts are called, by id: for the history of what staff did.
///
/// # Errors
/// The database's.
pub async fn names(
    conn: &mut AsyncPgConnection,
    _: &Communications,
    ids: &[Uuid],
) -> Result<BTreeMap<Uuid, String>, Error> {
    store::accounts::names(conn, ids).await
}
