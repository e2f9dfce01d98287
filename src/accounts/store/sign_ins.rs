//! The table `sign_in`.

use diesel::{dsl::IntervalDsl, prelude::*};
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use super::accounts::Account;
use crate::{
    accounts::{NewAccount, fields::Name},
    db::{Tx, clock_timestamp, schema::sign_in},
    error::Error,
    values::{Email, Id, Lang, Moment},
};

/// A mailed sign-in: its link and its code are MACs over its id, so the row holds neither.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = sign_in)]
pub struct SignIn {
    /// Its id.
    pub id: Id<SignIn>,
    /// Whose; none where the address is nobody's, or somebody's who is only making her account.
    pub account_id: Option<Id<Account>>,
    /// How many codes were tried.
    pub tries: i32,
    /// When it ends.
    pub expires_at: Moment,
    /// When it was used; once is all.
    pub used_at: Option<Moment>,
    email: Option<Email>,
    name: Option<Name>,
    lang: Option<Lang>,
}

impl SignIn {
    /// The account that redeeming it makes.
    pub(in crate::accounts) fn newcomer(&self) -> Option<NewAccount> {
        match (&self.email, &self.name, self.lang) {
            (Some(email), Some(name), Some(lang)) => {
                Some(NewAccount { email: email.clone(), name: name.clone(), lang })
            }
            _ => None,
        }
    }
}

/// Whose a sign-in is.
#[derive(Clone, Copy, Debug)]
pub(in crate::accounts) enum Whose<'a> {
    /// That account's.
    Account(Id<Account>),
    /// Somebody's whose account it makes.
    Newcomer(&'a NewAccount),
    /// Nobody's: it can't be redeemed.
    Nobody,
}

pub(in crate::accounts) async fn insert(
    tx: &mut Tx,
    whose: Whose<'_>,
    expires_at: Moment,
) -> Result<Id<SignIn>, Error> {
    let id = Id::fresh();
    let (account, newcomer) = match whose {
        Whose::Account(account) => (Some(account), None),
        Whose::Newcomer(new) => (None, Some(new)),
        Whose::Nobody => (None, None),
    };
    let row = (sign_in::id.eq(id), sign_in::account_id.eq(account), sign_in::expires_at.eq(expires_at));
    let typed = (
        sign_in::email.eq(newcomer.map(|new| &new.email)),
        sign_in::name.eq(newcomer.map(|new| &new.name)),
        sign_in::lang.eq(newcomer.map(|new| new.lang)),
    );
    diesel::insert_into(sign_in::table).values((row, typed)).execute(&mut **tx).await?;
    Ok(id)
}

pub(in crate::accounts) async fn by_id(
    conn: &mut AsyncPgConnection,
    id: Id<SignIn>,
) -> Result<SignIn, Error> {
    Ok(sign_in::table.find(id).select(SignIn::as_select()).first(conn).await?)
}

/// The sign-in, locked until the transaction ends, so that it is used once.
pub(in crate::accounts) async fn locked(tx: &mut Tx, id: Id<SignIn>) -> Result<Option<SignIn>, Error> {
    let row = sign_in::table.find(id).select(SignIn::as_select()).for_update();
    Ok(row.first(&mut **tx).await.optional()?)
}

pub(in crate::accounts) async fn count_try(tx: &mut Tx, id: Id<SignIn>) -> Result<(), Error> {
    let change = sign_in::tries.eq(sign_in::tries + 1);
    diesel::update(sign_in::table.find(id)).set(change).execute(&mut **tx).await?;
    Ok(())
}

pub(in crate::accounts) async fn use_up(tx: &mut Tx, id: Id<SignIn>) -> Result<(), Error> {
    let change = sign_in::used_at.eq(clock_timestamp().nullable());
    diesel::update(sign_in::table.find(id)).set(change).execute(&mut **tx).await?;
    Ok(())
}

/// Removes what ended over a day ago; until then its link is told from one that never was.
pub(in crate::accounts) async fn sweep(tx: &mut Tx) -> Result<usize, Error> {
    let over = (sign_in::expires_at + 1.day()).lt(clock_timestamp());
    Ok(diesel::delete(sign_in::table.filter(over)).execute(&mut **tx).await?)
}
