//! The table `login_session`.

use diesel::{dsl::IntervalDsl, prelude::*};
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use super::accounts::Account;
use crate::{
    accounts::sessions::{IDLE_DAYS, Method},
    db::{
        Tx, clock_timestamp,
        schema::{account, login_session},
    },
    error::Error,
    values::{Id, Moment},
};

/// A browser that is signed in, and who in it.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = login_session)]
pub struct Session {
    /// Its id.
    pub id: Id<Session>,
    /// Who is signed in.
    #[diesel(embed)]
    pub account: Account,
    /// How she proved who she is.
    pub method: Method,
    /// When she did.
    pub created_at: Moment,
    /// When she was last seen, to the minute.
    pub seen_at: Moment,
    /// When it ends even if she stays.
    pub expires_at: Moment,
    /// The network address she signed in from.
    pub address: Option<String>,
    /// The browser, as it names itself.
    pub user_agent: String,
}

/// A session to insert.
#[derive(Insertable)]
#[diesel(table_name = login_session)]
pub(in crate::accounts) struct NewRow<'a> {
    pub(in crate::accounts) id: Id<Session>,
    pub(in crate::accounts) account_id: Id<Account>,
    pub(in crate::accounts) token_hash: Vec<u8>,
    pub(in crate::accounts) method: Method,
    pub(in crate::accounts) expires_at: Moment,
    pub(in crate::accounts) address: Option<&'a str>,
    pub(in crate::accounts) user_agent: &'a str,
}

pub(in crate::accounts) async fn insert(tx: &mut Tx, row: NewRow<'_>) -> Result<(), Error> {
    diesel::insert_into(login_session::table).values(row).execute(&mut **tx).await?;
    Ok(())
}

/// The session of a token, unless it ended, lay idle too long, or its account is suspended.
pub(in crate::accounts) async fn live(
    conn: &mut AsyncPgConnection,
    token_hash: &[u8],
) -> Result<Option<Session>, Error> {
    Ok(login_session::table
        .inner_join(account::table)
        .filter(login_session::token_hash.eq(token_hash))
        .filter(login_session::expires_at.gt(clock_timestamp()))
        .filter((login_session::seen_at + IDLE_DAYS.days()).gt(clock_timestamp()))
        .filter(account::suspended_at.is_null())
        .select(Session::as_select())
        .first(conn)
        .await
        .optional()?)
}

pub(in crate::accounts) async fn by_id(
    conn: &mut AsyncPgConnection,
    id: Id<Session>,
) -> Result<Session, Error> {
    let row = login_session::table.inner_join(account::table).filter(login_session::id.eq(id));
    Ok(row.select(Session::as_select()).first(conn).await?)
}

pub(in crate::accounts) async fn of_account(
    conn: &mut AsyncPgConnection,
    account: Id<Account>,
) -> Result<Vec<Session>, Error> {
    Ok(login_session::table
        .inner_join(account::table)
        .filter(login_session::account_id.eq(account))
        .filter(login_session::expires_at.gt(clock_timestamp()))
        .filter((login_session::seen_at + IDLE_DAYS.days()).gt(clock_timestamp()))
        .order(login_session::seen_at.desc())
        .select(Session::as_select())
        .load(conn)
        .await?)
}

/// Notes that the session is in use, unless that was noted within the last minute.
pub(in crate::accounts) async fn touch(tx: &mut Tx, id: Id<Session>) -> Result<(), Error> {
    let stale =
        login_session::table.find(id).filter((login_session::seen_at + 1.minute()).lt(clock_timestamp()));
    diesel::update(stale).set(login_session::seen_at.eq(clock_timestamp())).execute(&mut **tx).await?;
    Ok(())
}

/// Ends the account's sessions that are in `which` (none: all) and not `but`; answers their ids.
pub(in crate::accounts) async fn end(
    tx: &mut Tx,
    account: Id<Account>,
    which: Option<Id<Session>>,
    but: Option<Id<Session>>,
) -> Result<Vec<Id<Session>>, Error> {
    let mut ended =
        diesel::delete(login_session::table).filter(login_session::account_id.eq(account)).into_boxed();
    if let Some(which) = which {
        ended = ended.filter(login_session::id.eq(which));
    }
    if let Some(but) = but {
        ended = ended.filter(login_session::id.ne(but));
    }
    Ok(ended.returning(login_session::id).get_results(&mut **tx).await?)
}

/// Removes what ended by itself.
pub(in crate::accounts) async fn sweep(tx: &mut Tx) -> Result<usize, Error> {
    let over = login_session::expires_at
        .lt(clock_timestamp())
        .or((login_session::seen_at + IDLE_DAYS.days()).lt(clock_timestamp()));
    Ok(diesel::delete(login_session::table.filter(over)).execute(&mut **tx).await?)
}
