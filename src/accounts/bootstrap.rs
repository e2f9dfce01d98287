//! The first admin, and the way in when no mail can be read yet: for the shell and the sample edition.

use jiff::SignedDuration;
use serde_json::json;

use super::{
    Account, NewAccount, RoleAt, account, grants, mails,
    proofs::System,
    store::{self, sign_ins::Whose},
};
use crate::{
    audit::{self, Entry},
    db::Tx,
    error::Error,
    keys::{Keys, Link, Purpose},
    values::Id,
};

/// Minutes a link made at the shell works.
pub const LINK_MINUTES: i64 = 30;

/// Gives a role to the account of an address, making the account if there is none. Doing it again changes nothing.
///
/// # Errors
/// `edition_unknown` on `edition`.
pub async fn appoint(tx: &mut Tx, who: &System, new: NewAccount, at: RoleAt) -> Result<Account, Error> {
    let account = match store::accounts::by_email(tx, &new.email).await? {
        Some(found) => found,
        None => account::insert(tx, who.actor(), &new, None).await?,
    };
    if !store::roles::held_by(tx, account.id).await?.contains(&at) {
        grants::give(tx, who.actor(), account.id, at).await?;
    }
    Ok(account)
}

/// Makes an admin of the site.
///
/// # Errors
/// The database's.
pub async fn first_admin(tx: &mut Tx, who: &System, new: NewAccount) -> Result<Account, Error> {
    appoint(tx, who, new, RoleAt::ADMIN).await
}

/// The secret part of a sign-in link (`/in/{token}`) that works once, within [`LINK_MINUTES`].
///
/// # Errors
/// The database's.
pub async fn one_time_link(
    tx: &mut Tx,
    who: &System,
    keys: &Keys,
    account: Id<Account>,
) -> Result<String, Error> {
    let ends = tx.now().await?.plus(SignedDuration::from_mins(LINK_MINUTES));
    let id = store::sign_ins::insert(tx, Whose::Account(account), ends).await?;
    let entry = Entry {
        action: "sign-in.hand-out",
        subject_kind: "sign_in",
        subject: id.uuid(),
        edition: None,
        content: json!({ "account": account }),
    };
    audit::record(tx, who.actor(), entry).await?;
    Ok(keys.link_token(&Link { purpose: Purpose::SignIn, id: id.uuid(), version: mails::LINK_VERSION }))
}
