//! API tokens: made by somebody signed in, shown once, stored hashed, never stronger than their maker.

use std::ops::Deref;

use diesel_async::AsyncPgConnection;
use jiff::SignedDuration;
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    Account, ApiToken, Power, Role, Scope, fields,
    powers::Narrowing,
    proofs::{Admin, SignedIn},
    store,
};
use crate::{
    audit::{self, Actor, Entry},
    db::Tx,
    error::{Error, FieldErrors, Reason},
    keys::{random_token, token_hash},
    values::{Id, Line, Moment, text},
};

/// What every token begins with, so that one left lying about is known for what it is.
pub const TOKEN_PREFIX: &str = "plenary_";
/// Days a token may live.
pub const TOKEN_DAYS: i64 = 366;

/// A token's scopes, as its row keeps them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct Scopes(Vec<Scope>);

impl Deref for Scopes {
    type Target = [Scope];
    fn deref(&self) -> &[Scope] {
        &self.0
    }
}

impl From<Vec<Option<Scope>>> for Scopes {
    fn from(row: Vec<Option<Scope>>) -> Self {
        Self(row.into_iter().flatten().collect())
    }
}

/// What a form or the API says of a new token.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TokenFields {
    /// What to call it; at most 80 characters.
    pub name: String,
    /// One scope or more, such as `desk:read`.
    pub scopes: Vec<String>,
    /// The edition its power ends at; empty for every edition of hers.
    pub edition: String,
    /// Days until it ends: 1 to 366.
    pub days: String,
}

/// A token to be made.
#[derive(Clone, Debug)]
pub struct NewToken {
    name: Line<80>,
    scopes: Vec<Scope>,
    edition: Option<Uuid>,
    days: i64,
}

impl TryFrom<TokenFields> for NewToken {
    type Error = FieldErrors;
    fn try_from(typed: TokenFields) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::new();
        let name = errors.take("name", Line::parse(&typed.name));
        let scopes = errors.take("scopes", scopes(&typed.scopes));
        let edition = errors.take("edition", fields::edition(&typed.edition));
        let days = errors.take("days", days(&typed.days));
        match (name, scopes, edition, days) {
            (Some(name), Some(scopes), Some(edition), Some(days)) => Ok(Self { name, scopes, edition, days }),
            _ => Err(errors),
        }
    }
}

fn scopes(raw: &[String]) -> Result<Vec<Scope>, Reason> {
    let parsed: Result<Vec<Scope>, ()> = raw.iter().map(|text| text.parse()).collect();
    let mut scopes = parsed.map_err(|()| Reason::new("scope_unknown"))?;
    scopes.sort();
    scopes.dedup();
    if scopes.is_empty() { Err(Reason::new("required")) } else { Ok(scopes) }
}

fn days(raw: &str) -> Result<i64, Reason> {
    let days: i64 = text::half_width(raw).parse().map_err(|_| Reason::new("number_invalid"))?;
    let out = || Reason::new("number_out_of_range").with("min", 1).with("max", TOKEN_DAYS);
    if (1..=TOKEN_DAYS).contains(&days) { Ok(days) } else { Err(out()) }
}

/// Makes a token and answers it with its secret, which is never seen again.
///
/// # Errors
/// `scope_beyond` on `scopes` when a scope's role is more than she has where the token is to hold; `edition_unknown`.
pub async fn make_token(
    tx: &mut Tx,
    who: &SignedIn,
    new: NewToken,
) -> Result<(Id<ApiToken>, SecretString), Error> {
    let held = store::roles::held_by(tx, who.account()).await?;
    let has = |role: Role| match new.edition {
        Some(_) => held.iter().any(|held| held.reaches(role, new.edition)),
        None => held.iter().any(|held| held.role().covers(role)),
    };
    let beyond = |scope: &&Scope| matches!(scope.power, Power::Role(role) if !has(role));
    if let Some(beyond) = new.scopes.iter().find(beyond) {
        return Err(Error::field("scopes", Reason::new("scope_beyond").with("scope", beyond)));
    }
    let (id, raw) = (Id::fresh(), SecretString::from(format!("{TOKEN_PREFIX}{}", random_token())));
    let row = store::tokens::NewRow {
        id,
        account_id: who.account(),
        edition_id: new.edition,
        name: new.name.as_str(),
        token_hash: token_hash(raw.expose_secret()),
        scopes: &new.scopes,
        expires_at: tx.now().await?.plus(SignedDuration::from_hours(new.days * 24)),
    };
    let content = json!({ "name": row.name, "scopes": row.scopes, "expires_at": row.expires_at });
    store::tokens::insert(tx, row).await?;
    audit::record(tx, who.actor(), entry("api-token.make", id, new.edition, content)).await?;
    Ok((id, raw))
}

/// The token a bearer brings; none when it is unknown, over or revoked, or its creator is suspended.
///
/// # Errors
/// The database's.
pub async fn authenticate_token(conn: &mut AsyncPgConnection, raw: &str) -> Result<Option<ApiToken>, Error> {
    if !raw.starts_with(TOKEN_PREFIX) {
        return Ok(None);
    }
    store::tokens::live(conn, &token_hash(raw)).await
}

pub(super) fn narrowing(token: &ApiToken) -> Narrowing {
    Narrowing { scopes: token.scopes.to_vec(), edition: token.edition_id }
}

impl ApiToken {
    /// Whether it may still be used, at `now`.
    #[must_use]
    pub fn is_live(&self, now: Moment) -> bool {
        self.revoked_at.is_none() && now < self.expires_at && self.account.suspended_at.is_none()
    }
}

/// Her tokens, newest first, revoked and ended ones included.
///
/// # Errors
/// The database's.
pub async fn tokens_of(conn: &mut AsyncPgConnection, who: &SignedIn) -> Result<Vec<ApiToken>, Error> {
    store::tokens::list(conn, Some(who.account())).await
}

/// Everybody's tokens, newest first.
///
/// # Errors
/// The database's.
pub async fn all_tokens(conn: &mut AsyncPgConnection, _: &Admin) -> Result<Vec<ApiToken>, Error> {
    store::tokens::list(conn, None).await
}

/// Revokes one of her tokens.
///
/// # Errors
/// [`Error::NotFound`] when it is not hers or already revoked.
pub async fn revoke_token(tx: &mut Tx, who: &SignedIn, id: Id<ApiToken>) -> Result<(), Error> {
    revoke(tx, who.actor(), id, Some(who.account())).await
}

/// Revokes anybody's token.
///
/// # Errors
/// [`Error::NotFound`] when there is none or it is already revoked.
pub async fn revoke_any_token(tx: &mut Tx, who: &Admin, id: Id<ApiToken>) -> Result<(), Error> {
    revoke(tx, who.actor(), id, None).await
}

async fn revoke(tx: &mut Tx, actor: &Actor, id: Id<ApiToken>, of: Option<Id<Account>>) -> Result<(), Error> {
    let edition = store::tokens::revoke(tx, id, of).await?;
    audit::record(tx, actor, entry("api-token.revoke", id, edition, json!(null))).await
}

fn entry(action: &'static str, id: Id<ApiToken>, edition: Option<Uuid>, content: serde_json::Value) -> Entry {
    Entry { action, subject_kind: "api_token", subject: id.uuid(), edition, content }
}
