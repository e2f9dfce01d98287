//! Login sessions: a browser holds a random token in a cookie, the table its hash. A session ends by itself when it
//! lay idle for [`IDLE_DAYS`] or is [`LIFE_DAYS`] old, and at once with suspension, a new password or changed roles.

use diesel_async::AsyncPgConnection;
use jiff::SignedDuration;
use secrecy::{ExposeSecret, SecretString};
use serde_json::json;

use super::{
    Account, Session,
    proofs::{Admin, SignedIn, System},
    store::sessions as store,
};
use crate::{
    audit::{self, Actor, ActorKind, Entry},
    db::Tx,
    error::Error,
    keys::{Keys, random_token, token_hash},
    values::{Id, text::Shape},
};

/// Days without a request after which a session is over.
pub const IDLE_DAYS: i32 = 14;
/// Days after which a session is over however busy it is.
pub const LIFE_DAYS: i32 = 30;

crate::text_enum! {
    /// How somebody proved who they are.
    pub enum Method {
        /// By password.
        Password = "password",
        /// By a mailed link or code.
        Mail = "mail",
    }
}

/// A session just begun, with the only copy of its token.
#[derive(Clone, Debug)]
pub struct SignedInSession {
    /// The session's id.
    pub id: Id<Session>,
    /// Who signed in.
    pub account: Account,
    /// What the cookie holds; it may live [`LIFE_DAYS`].
    pub token: SecretString,
}

/// The session a cookie's token belongs to; none when it is over or never was.
///
/// # Errors
/// The database's.
pub async fn authenticate(conn: &mut AsyncPgConnection, token: &str) -> Result<Option<Session>, Error> {
    store::live(conn, &token_hash(token)).await
}

/// Begins a session of `account`, whose row the caller has locked, so that none is begun beside a suspension.
pub(super) async fn begin(
    tx: &mut Tx,
    asker: &Actor,
    account: Account,
    method: Method,
    user_agent: &str,
) -> Result<SignedInSession, Error> {
    let (id, token) = (Id::fresh(), SecretString::from(random_token()));
    let browser: String = Shape::Line.tidy(user_agent).chars().take(200).collect();
    let row = store::NewRow {
        id,
        account_id: account.id,
        token_hash: token_hash(token.expose_secret()),
        method,
        expires_at: tx.now().await?.plus(SignedDuration::from_hours(i64::from(LIFE_DAYS) * 24)),
        address: asker.address.as_deref(),
        user_agent: &browser,
    };
    store::insert(tx, row).await?;
    let actor = Actor { kind: ActorKind::Account, id: Some(account.id.uuid()), ..asker.clone() };
    audit::record(tx, &actor, entry("login-session.begin", id, json!({ "method": method }))).await?;
    Ok(SignedInSession { id, account, token })
}

/// Her sessions, the one last seen first.
///
/// # Errors
/// The database's.
pub async fn sessions_of(conn: &mut AsyncPgConnection, who: &SignedIn) -> Result<Vec<Session>, Error> {
    store::of_account(conn, who.account()).await
}

/// Somebody's sessions, the one last seen first, for an admin.
///
/// # Errors
/// The database's.
pub async fn sessions_of_account(
    conn: &mut AsyncPgConnection,
    _: &Admin,
    account: Id<Account>,
) -> Result<Vec<Session>, Error> {
    store::of_account(conn, account).await
}

/// Ends every session of somebody; answers how many.
///
/// # Errors
/// The database's.
pub async fn end_sessions(tx: &mut Tx, who: &Admin, account: Id<Account>) -> Result<usize, Error> {
    end_all(tx, who.actor(), account).await
}

/// Ends the session she is in.
///
/// # Errors
/// The database's.
pub async fn sign_out(tx: &mut Tx, who: &SignedIn) -> Result<(), Error> {
    end(tx, who.actor(), who.account(), Some(who.session()), None).await.map(drop)
}

/// Ends one of her sessions.
///
/// # Errors
/// [`Error::NotFound`] when it is not hers or over.
pub async fn end_session(tx: &mut Tx, who: &SignedIn, id: Id<Session>) -> Result<(), Error> {
    let ended = end(tx, who.actor(), who.account(), Some(id), None).await?;
    if ended == 0 { Err(Error::NotFound) } else { Ok(()) }
}

/// Ends all her sessions but the one she is in; answers how many.
///
/// # Errors
/// The database's.
pub async fn end_all_other(tx: &mut Tx, who: &SignedIn) -> Result<usize, Error> {
    end(tx, who.actor(), who.account(), None, Some(who.session())).await
}

/// Ends every session of `account`.
pub(super) async fn end_all(tx: &mut Tx, actor: &Actor, account: Id<Account>) -> Result<usize, Error> {
    end(tx, actor, account, None, None).await
}

async fn end(
    tx: &mut Tx,
    actor: &Actor,
    account: Id<Account>,
    which: Option<Id<Session>>,
    but: Option<Id<Session>>,
) -> Result<usize, Error> {
    let ended = store::end(tx, account, which, but).await?;
    if ended.is_empty() {
        return Ok(0);
    }
    let entries = ended.iter().map(|id| (actor, entry("login-session.end", *id, json!(null))));
    audit::record_all(tx, &entries.collect::<Vec<_>>()).await?;
    Ok(ended.len())
}

/// Duty: removes sessions that are over; answers how many.
///
/// # Errors
/// The database's.
pub async fn sweep_sessions(tx: &mut Tx, _: &System) -> Result<usize, Error> {
    store::sweep(tx).await
}

fn entry(action: &'static str, id: Id<Session>, content: serde_json::Value) -> Entry {
    Entry { action, subject_kind: "login_session", subject: id.uuid(), edition: None, content }
}

/// What a form of `session` carries besides the cookie: a MAC over the session's id, so that it dies with it.
#[must_use]
pub fn csrf_token(keys: &Keys, session: Id<Session>) -> String {
    data_encoding::BASE64URL_NOPAD.encode(&keys.mac(CSRF, &[session.uuid().as_bytes()]))
}

/// Whether `token` is what [`csrf_token`] gave for this session.
#[must_use]
pub fn csrf_valid(keys: &Keys, session: Id<Session>, token: &str) -> bool {
    data_encoding::BASE64URL_NOPAD
        .decode(token.as_bytes())
        .is_ok_and(|tag| tag.len() == 32 && keys.proves(CSRF, &[session.uuid().as_bytes()], &tag))
}

const CSRF: &str = "csrf";
