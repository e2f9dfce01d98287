//! The table `account`.

use std::collections::BTreeMap;

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use crate::{
    db::{
        Tx,
        schema::account,
        violation::{Constraints, named},
    },
    error::Error,
    values::{Email, Id, Lang, Moment},
};

const CONSTRAINTS: Constraints = &[("account_email_key", "email", "account_exists")];

/// A person who signs in; attendees need none.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = account)]
pub struct Account {
    /// Its id.
    pub id: Id<Account>,
    /// The address she signs in with.
    pub email: Email,
    /// What she is called in the console.
    pub name: String,
    /// The language of her mails.
    pub lang: Lang,
    /// Whether she has a password; without one she signs in by mail.
    #[diesel(select_expression = account::password_hash.is_not_null())]
    pub has_password: bool,
    /// Since when she may not sign in.
    pub suspended_at: Option<Moment>,
    /// When the account was made.
    pub created_at: Moment,
}

/// An account to insert.
#[derive(Insertable)]
#[diesel(table_name = account)]
pub(in crate::accounts) struct NewRow<'a> {
    pub(in crate::accounts) id: Id<Account>,
    pub(in crate::accounts) email: &'a Email,
    pub(in crate::accounts) email_key: String,
    pub(in crate::accounts) name: &'a str,
    pub(in crate::accounts) lang: Lang,
    pub(in crate::accounts) password_hash: Option<&'a str>,
}

pub(in crate::accounts) async fn insert(tx: &mut Tx, row: NewRow<'_>) -> Result<Account, Error> {
    diesel::insert_into(account::table)
        .values(row)
        .returning(Account::as_returning())
        .get_result(&mut **tx)
        .await
        .map_err(|error| named(CONSTRAINTS, error))
}

/// Which of these keys are accounts' addresses.
pub(in crate::accounts) async fn keys_among(
    conn: &mut AsyncPgConnection,
    keys: &[String],
) -> Result<Vec<String>, Error> {
    Ok(account::table.filter(account::email_key.eq_any(keys)).select(account::email_key).load(conn).await?)
}

pub(in crate::accounts) async fn by_id(
    conn: &mut AsyncPgConnection,
    id: Id<Account>,
) -> Result<Account, Error> {
    Ok(account::table.find(id).select(Account::as_select()).first(conn).await?)
}

pub(in crate::accounts) async fn by_email(
    conn: &mut AsyncPgConnection,
    email: &Email,
) -> Result<Option<Account>, Error> {
    let found = account::table.filter(account::email_key.eq(email.key()));
    Ok(found.select(Account::as_select()).first(conn).await.optional()?)
}

/// The account of an address and its password's hash, for signing in.
pub(in crate::accounts) async fn with_hash(
    conn: &mut AsyncPgConnection,
    email: &Email,
) -> Result<Option<(Account, Option<String>)>, Error> {
    let found = account::table.filter(account::email_key.eq(email.key()));
    Ok(found.select((Account::as_select(), account::password_hash)).first(conn).await.optional()?)
}

/// The account, locked until the transaction ends: suspension, sign-in and role changes take turns.
pub(in crate::accounts) async fn locked(tx: &mut Tx, id: Id<Account>) -> Result<Account, Error> {
    let row = account::table.find(id).select(Account::as_select()).for_no_key_update();
    Ok(row.first(&mut **tx).await?)
}

pub(in crate::accounts) async fn set_profile(
    tx: &mut Tx,
    id: Id<Account>,
    name: &str,
    lang: Lang,
) -> Result<(), Error> {
    let change = (account::name.eq(name), account::lang.eq(lang));
    diesel::update(account::table.find(id)).set(change).execute(&mut **tx).await?;
    Ok(())
}

pub(in crate::accounts) async fn set_password(tx: &mut Tx, id: Id<Account>, hash: &str) -> Result<(), Error> {
    let change = account::password_hash.eq(hash);
    diesel::update(account::table.find(id)).set(change).execute(&mut **tx).await?;
    Ok(())
}

pub(in crate::accounts) async fn set_suspended(
    tx: &mut Tx,
    id: Id<Account>,
    since: Option<Moment>,
) -> Result<(), Error> {
    let change = account::suspended_at.eq(since);
    diesel::update(account::table.find(id)).set(change).execute(&mut **tx).await?;
    Ok(())
}

/// The names of these accounts, by id.
pub(in crate::accounts) async fn names(
    conn: &mut AsyncPgConnection,
    ids: &[Uuid],
) -> Result<BTreeMap<Uuid, String>, Error> {
    let named = account::table.filter(account::id.eq_any(ids)).select((account::id, account::name));
    Ok(named.load::<(Uuid, String)>(conn).await?.into_iter().collect())
}
