//! Signing in by password, and setting one.
//!
//! Wrong passwords are counted by address and network, and more generously by address alone; past that only the mailed
//! link or code is left, which no count of passwords ever stops. An address is counted whether or not it has an
//! account.

use diesel_async::AsyncPgConnection;
use jiff::SignedDuration;
use serde::Deserialize;
use utoipa::ToSchema;

use super::{
    Account, Method, SignedInSession, mails,
    passwords::{NewPassword, Passwords},
    proofs::{SignedIn, Visitor},
    sessions, store,
};
use crate::{
    audit::{self, Actor},
    db::{
        Db, Tx,
        attempts::{self, Limit},
    },
    error::{Error, FieldErrors, Reason},
    mail,
    values::{Email, Moment},
};

/// Wrong passwords for one address from one network.
const WRONG_HERE: Limit = Limit { name: "password-here", hits: 10, minutes: 15 };
/// Wrong passwords for one address from anywhere.
const WRONG: Limit = Limit { name: "password", hits: 100, minutes: 60 };
/// Minutes after a mailed sign-in in which a forgotten password may be replaced.
const FRESH_MINUTES: i64 = 15;

/// A sign-in form.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SignInFields {
    /// The account's address.
    pub email: String,
    /// Its password.
    pub password: String,
}

/// Signs in by password. Takes the database and not a transaction: no connection waits while a password is checked,
/// and a try is counted before it is known to be wrong.
///
/// # Errors
/// `sign_in_wrong` on `password` for a wrong one, an unknown address, an account without password or a suspended one;
/// [`Error::TooMany`]; [`Error::Conflict`] `password_paused` when only the mailed way is left; [`Error::Busy`].
pub async fn sign_in_with_password(
    db: &Db,
    visitor: &Visitor,
    passwords: &Passwords,
    fields: SignInFields,
    user_agent: &str,
) -> Result<SignedInSession, Error> {
    let email = Email::parse(&fields.email).map_err(|reason| Error::field("email", reason))?;
    let wrong = || Error::field("password", Reason::new("sign_in_wrong"));
    db.transaction(async |tx| count(tx, &email, &visitor.network()).await).await?;
    let found = store::accounts::with_hash(&mut *db.read().await?, &email).await?;
    let hash = found.as_ref().and_then(|(_, hash)| hash.clone());
    let right = passwords.verify(hash.clone(), &fields.password).await?;
    let Some((account, _)) = found.filter(|_| right) else { return Err(wrong()) };
    let signed_in = db.transaction(async |tx| {
        let account = store::accounts::locked(tx, account.id).await?;
        let (_, present) = store::accounts::with_hash(tx, &account.email).await?.ok_or(Error::NotFound)?;
        if account.suspended_at.is_some() || present != hash {
            return Ok(None);
        }
        give_back(tx, &email, &visitor.network()).await?;
        sessions::begin(tx, visitor.actor(), account, Method::Password, user_agent).await.map(Some)
    });
    signed_in.await?.ok_or_else(wrong)
}

/// A password form.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PasswordFields {
    /// The password so far; not needed by who has none, or who signed in by mail within a quarter of an hour.
    pub current: String,
    /// The new one: 8 to 128 characters, hard to guess.
    pub new: String,
}

/// Whether she must show her present password to set another one.
///
/// # Errors
/// The database's.
pub async fn needs_current_password(conn: &mut AsyncPgConnection, who: &SignedIn) -> Result<bool, Error> {
    let session = store::sessions::by_id(conn, who.session()).await?;
    let fresh = session.created_at.plus(SignedDuration::from_mins(FRESH_MINUTES)) > Moment::now();
    Ok(session.account.has_password && !(session.method == Method::Mail && fresh))
}

/// Sets her password, ends all her sessions and begins a new one. Takes the database, as
/// [`sign_in_with_password`] does.
///
/// # Errors
/// `password_wrong` on `current`; `password_short`, `password_long`, `password_weak` on `new`; [`Error::TooMany`];
/// [`Error::Conflict`] `password_paused`; [`Error::Busy`].
pub async fn set_password(
    db: &Db,
    passwords: &Passwords,
    who: &SignedIn,
    fields: PasswordFields,
    user_agent: &str,
) -> Result<SignedInSession, Error> {
    let mut conn = db.read().await?;
    let account = store::accounts::by_id(&mut conn, who.account()).await?;
    let needs_current = needs_current_password(&mut conn, who).await?;
    drop(conn);
    let known = [account.name.as_str(), account.email.as_str()];
    let new = NewPassword::parse(&fields.new, &known).map_err(|reason| Error::field("new", reason))?;
    if needs_current {
        check_current(db, passwords, who.actor(), &account, &fields.current).await?;
    }
    let hash = passwords.hash(&new).await?;
    db.transaction(async |tx| {
        let account = store::accounts::locked(tx, who.account()).await?;
        change(tx, who.actor(), &account, &hash).await?;
        mail::queue(tx, &[mails::password_changed(&account)]).await?;
        sessions::begin(tx, who.actor(), account, Method::Password, user_agent).await
    })
    .await
}

/// Stores a new hash and ends every session.
pub(super) async fn change(tx: &mut Tx, actor: &Actor, account: &Account, hash: &str) -> Result<(), Error> {
    store::accounts::set_password(tx, account.id, hash).await?;
    sessions::end_all(tx, actor, account.id).await?;
    let entry = super::account::entry("account.set-password", account.id, serde_json::Value::Null);
    audit::record(tx, actor, entry).await
}

async fn check_current(
    db: &Db,
    passwords: &Passwords,
    actor: &Actor,
    account: &Account,
    current: &str,
) -> Result<(), Error> {
    let network = Visitor::new(actor.clone()).network();
    db.transaction(async |tx| count(tx, &account.email, &network).await).await?;
    let found = store::accounts::with_hash(&mut *db.read().await?, &account.email).await?;
    if !passwords.verify(found.and_then(|(_, hash)| hash), current).await? {
        return Err(FieldErrors::one("current", Reason::new("password_wrong")).into());
    }
    db.transaction(async |tx| give_back(tx, &account.email, &network).await).await
}

/// Counts a try before it is made, so that many made at once are all counted.
async fn count(tx: &mut Tx, email: &Email, network: &str) -> Result<(), Error> {
    attempts::count(tx, &WRONG_HERE, &here(email, network)).await?;
    match attempts::count(tx, &WRONG, &email.key()).await {
        Err(Error::TooMany(_)) => Err(Error::conflict("password_paused")),
        counted => counted,
    }
}

async fn give_back(tx: &mut Tx, email: &Email, network: &str) -> Result<(), Error> {
    attempts::give_back(tx, &WRONG_HERE, &here(email, network)).await?;
    attempts::give_back(tx, &WRONG, &email.key()).await
}

fn here(email: &Email, network: &str) -> String {
    format!("{} {network}", email.key())
}
