//! The table `api_token`.

use diesel::{dsl::IntervalDsl, prelude::*};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::accounts::Account;
use crate::{
    accounts::{Scope, tokens::Scopes},
    db::{
        Tx, clock_timestamp,
        schema::{account, api_token},
        violation::{Constraints, named},
    },
    error::Error,
    values::{Id, Moment},
};

const CONSTRAINTS: Constraints = &[("api_token_edition_id_fkey", "edition", "edition_unknown")];

/// A bearer token of the API: its scopes, within what its creator may do at the time of asking.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = api_token)]
pub struct ApiToken {
    /// Its id.
    pub id: Id<ApiToken>,
    /// Who made it.
    #[diesel(embed)]
    pub account: Account,
    /// The edition its power ends at; none for every edition of theirs.
    pub edition_id: Option<Uuid>,
    /// What its maker calls it.
    pub name: String,
    /// What it was made for.
    #[diesel(deserialize_as = Vec<Option<Scope>>)]
    pub scopes: Scopes,
    /// When it was made.
    pub created_at: Moment,
    /// When it ends.
    pub expires_at: Moment,
    /// When it was last used, to the minute.
    pub used_at: Option<Moment>,
    /// When it was revoked.
    pub revoked_at: Option<Moment>,
}

/// A token to insert.
#[derive(Insertable)]
#[diesel(table_name = api_token)]
pub(in crate::accounts) struct NewRow<'a> {
    pub(in crate::accounts) id: Id<ApiToken>,
    pub(in crate::accounts) account_id: Id<Account>,
    pub(in crate::accounts) edition_id: Option<Uuid>,
    pub(in crate::accounts) name: &'a str,
    pub(in crate::accounts) token_hash: Vec<u8>,
    pub(in crate::accounts) scopes: &'a [Scope],
    pub(in crate::accounts) expires_at: Moment,
}

pub(in crate::accounts) async fn insert(tx: &mut Tx, row: NewRow<'_>) -> Result<(), Error> {
    let inserted = diesel::insert_into(api_token::table).values(row).execute(&mut **tx).await;
    inserted.map(drop).map_err(|error| named(CONSTRAINTS, error))
}

/// The token of a secret, unless it ended, was revoked, or its creator is suspended.
pub(in crate::accounts) async fn live(
    conn: &mut AsyncPgConnection,
    token_hash: &[u8],
) -> Result<Option<ApiToken>, Error> {
    Ok(api_token::table
        .inner_join(account::table)
        .filter(api_token::token_hash.eq(token_hash))
        .filter(api_token::expires_at.gt(clock_timestamp()))
        .filter(api_token::revoked_at.is_null())
        .filter(account::suspended_at.is_null())
        .select(ApiToken::as_select())
        .first(conn)
        .await
        .optional()?)
}

pub(in crate::accounts) async fn by_id(
    conn: &mut AsyncPgConnection,
    id: Id<ApiToken>,
) -> Result<ApiToken, Error> {
    let row = api_token::table.inner_join(account::table).filter(api_token::id.eq(id));
    Ok(row.select(ApiToken::as_select()).first(conn).await?)
}

/// Every token, or those of one account, newest first, revoked and ended ones included.
pub(in crate::accounts) async fn list(
    conn: &mut AsyncPgConnection,
    of: Option<Id<Account>>,
) -> Result<Vec<ApiToken>, Error> {
    let mut query = api_token::table
        .inner_join(account::table)
        .order(api_token::id.desc())
        .select(ApiToken::as_select())
        .into_boxed();
    if let Some(account) = of {
        query = query.filter(api_token::account_id.eq(account));
    }
    Ok(query.load(conn).await?)
}

/// Revokes a token of `of` (none: of anybody) and answers its edition; revoking twice is not found.
pub(in crate::accounts) async fn revoke(
    tx: &mut Tx,
    id: Id<ApiToken>,
    of: Option<Id<Account>>,
) -> Result<Option<Uuid>, Error> {
    let mut revoked = diesel::update(api_token::table)
        .filter(api_token::id.eq(id))
        .filter(api_token::revoked_at.is_null())
        .set(api_token::revoked_at.eq(clock_timestamp().nullable()))
        .into_boxed();
    if let Some(account) = of {
        revoked = revoked.filter(api_token::account_id.eq(account));
    }
    Ok(revoked.returning(api_token::edition_id).get_result(&mut **tx).await?)
}

/// Notes that the token is in use, unless that was noted within the last minute.
pub(in crate::accounts) async fn touch(tx: &mut Tx, id: Id<ApiToken>) -> Result<(), Error> {
    let noted = (api_token::used_at.assume_not_null() + 1.minute()).gt(clock_timestamp());
    let unnoted = api_token::used_at.is_null().or(diesel::dsl::not(noted));
    let used = api_token::used_at.eq(clock_timestamp().nullable());
    diesel::update(api_token::table.find(id).filter(unnoted)).set(used).execute(&mut **tx).await?;
    Ok(())
}
