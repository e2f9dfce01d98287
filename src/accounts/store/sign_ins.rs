//! The table `sign_in`.

use diesel::{dsl::IntervalDsl, prelude::*};
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use super::accounts::Account;
use crate::{
    db::{Tx, clock_timestamp, schema::sign_in},
    error::Error,
    values::{Id, Moment},
};

/// A mailed sign-in: its link and its code are MACs over its id, so the row holds neither.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = sign_in)]
pub struct SignIn {
    /// Its id.
    pub id: Id<SignIn>,
    /// Whose; none where the address is nobody's.
    pub account_id: Option<Id<Account>>,
    /// How many codes were tried.
    pub tries: i32,
    /// When it ends.
    pub expires_at: Moment,
    /// When it was used; once is all.
    pub used_at: Option<Moment>,
}

pub(in crate::accounts) async fn insert(
    tx: &mut Tx,
    account: Option<Id<Account>>,
    expires_at: Moment,
) -> Result<Id<SignIn>, Error> {
    let id = Id::fresh();
    let row = (sign_in::id.eq(id), sign_in::account_id.eq(account), sign_in::expires_at.eq(expires_at));
    diesel::insert_into(sign_in::table).values(row).execute(&mut **tx).await?;
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
