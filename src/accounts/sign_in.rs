//! Signing in by mail: a link to press, and a six-digit code to type where she began, since the mail app's browser and
//! hers share no cookies.
//!
//! Whoever asks learns nothing: an address without an account gets a sign-in too, which nobody can redeem. A stranger
//! who asks or guesses in an owner's name uses up codes, never the links that reach her mailbox. Whoever asks for an
//! account learns no more: where there is one, the mail signs in to it, else redeeming the mail makes it.

use diesel_async::AsyncPgConnection;
use jiff::SignedDuration;
use subtle::ConstantTimeEq;

use super::{
    Method, NewAccount, SignIn, SignedInSession, mails, newcomers,
    proofs::{System, Visitor},
    sessions,
    store::{self, sign_ins::Whose},
};
use crate::{
    audit::{self, Entry},
    db::{
        Db, Tx,
        attempts::{self, Limit},
    },
    error::{Error, Reason},
    keys::{Keys, LinkToken, Purpose},
    mail::{self, Recipient},
    values::{Email, Id, Lang, text},
};

/// Minutes a mailed link and its code work.
pub const MAIL_MINUTES: i64 = 15;
/// How many codes may be tried in one sign-in.
const CODE_TRIES: i32 = 5;
/// Mails asked for from one network. The windows are no longer than a link lives, so that one who is kept from asking
/// has a link that works.
const ASKED_HERE: Limit = Limit { name: "sign-in-mail-here", hits: 5, minutes: 15 };
/// Mails asked for from anywhere.
const ASKED: Limit = Limit { name: "sign-in-mail", hits: 12, minutes: 15 };
/// Codes guessed for one account in a day: 30 in a million. The link goes on working.
const GUESSED: Limit = Limit { name: "sign-in-code", hits: 30, minutes: 1440 };

/// Asks for a sign-in mail in `lang`. The answer is the same for every address; its id belongs into a cookie, for the
/// code.
///
/// # Errors
/// [`Error::TooMany`] when this address was asked for too often.
pub async fn request_sign_in(
    tx: &mut Tx,
    visitor: &Visitor,
    email: &Email,
    lang: Lang,
) -> Result<Id<SignIn>, Error> {
    count(tx, visitor, email).await?;
    let account = store::accounts::by_email(tx, email).await?.filter(|found| found.suspended_at.is_none());
    match account {
        Some(account) => {
            send(tx, visitor, Whose::Account(account.id), Some(mails::recipient(&account)), lang).await
        }
        None => send(tx, visitor, Whose::Nobody, None, lang).await,
    }
}

/// Asks for an account. The mail that goes out makes it, or signs in to the one that the address has already; the
/// answer is the same.
///
/// # Errors
/// As [`request_sign_in`].
pub async fn request_account(tx: &mut Tx, visitor: &Visitor, new: &NewAccount) -> Result<Id<SignIn>, Error> {
    count(tx, visitor, &new.email).await?;
    let (whose, to) = match store::accounts::by_email(tx, &new.email).await? {
        None => (Whose::Newcomer(new), Some(mails::newcomer(new))),
        Some(account) if account.suspended_at.is_none() => {
            (Whose::Account(account.id), Some(mails::recipient(&account)))
        }
        Some(_) => (Whose::Nobody, None),
    };
    send(tx, visitor, whose, to, new.lang).await
}

async fn count(tx: &mut Tx, visitor: &Visitor, email: &Email) -> Result<(), Error> {
    attempts::count(tx, &ASKED_HERE, &format!("{} {}", email.key(), visitor.network())).await?;
    attempts::count(tx, &ASKED, &email.key()).await
}

async fn send(
    tx: &mut Tx,
    visitor: &Visitor,
    whose: Whose<'_>,
    to: Option<Recipient>,
    lang: Lang,
) -> Result<Id<SignIn>, Error> {
    let ends = tx.now().await?.plus(SignedDuration::from_mins(MAIL_MINUTES));
    let id = store::sign_ins::insert(tx, whose, ends).await?;
    let entry = Entry {
        action: "sign-in.request",
        subject_kind: "sign_in",
        subject: id.uuid(),
        edition: None,
        content: serde_json::Value::Null,
    };
    audit::record(tx, visitor.actor(), entry).await?;
    let mails = to.map(|to| mails::sign_in(Recipient { lang, ..to }, id));
    mail::queue(tx, mails.as_slice()).await?;
    Ok(id)
}

/// Signs in by the code typed where the mail was asked for. Takes the database and not a transaction, since a wrong
/// code is refused and yet counted.
///
/// # Errors
/// `code_wrong` on `code` when it is wrong, over, used, or tried too often: which of these, nobody is told.
pub async fn redeem_code(
    db: &Db,
    visitor: &Visitor,
    keys: &Keys,
    id: Id<SignIn>,
    code: &str,
    user_agent: &str,
) -> Result<SignedInSession, Error> {
    let code: String = text::half_width(code).chars().filter(char::is_ascii_digit).collect();
    let redeemed = db.transaction(async |tx| {
        let Some(row) = store::sign_ins::locked(tx, id).await? else { return Ok(None) };
        if row.tries >= CODE_TRIES || is_over(tx, &row).await? {
            return Ok(None);
        }
        store::sign_ins::count_try(tx, id).await?;
        let guessed = match (row.account_id, row.newcomer()) {
            (Some(account), _) => account.to_string(),
            (None, Some(new)) => new.email.key(),
            (None, None) => id.to_string(),
        };
        if let Err(Error::TooMany(_)) = attempts::count(tx, &GUESSED, &guessed).await {
            return Ok(None);
        }
        let right = bool::from(keys.sign_in_code(id.uuid()).as_bytes().ct_eq(code.as_bytes()));
        if !right || is_nobodys(&row) {
            return Ok(None);
        }
        attempts::give_back(tx, &GUESSED, &guessed).await?;
        finish(tx, visitor, &row, user_agent).await
    });
    redeemed.await?.ok_or_else(|| Error::field("code", Reason::new("code_wrong")))
}

/// Who signs in by a mailed link, for the page that names her before its button.
#[derive(Clone, Debug)]
pub struct LinkedAccount {
    /// What she is called.
    pub name: String,
    /// Her address.
    pub email: Email,
    /// The language she is written to in.
    pub lang: Lang,
}

/// Whose sign-in a mailed link is.
///
/// # Errors
/// [`Error::NotFound`] for a link that was altered; [`Error::Conflict`] `sign_in_over` when it was used or ended.
pub async fn link_account(
    conn: &mut AsyncPgConnection,
    keys: &Keys,
    token: &str,
) -> Result<LinkedAccount, Error> {
    let row = store::sign_ins::by_id(conn, opened(keys, token)?).await?;
    let now = crate::values::Moment::now();
    let live = row.used_at.is_none() && now < row.expires_at;
    match (row.account_id, row.newcomer()) {
        (Some(account), _) if live => {
            let account = store::accounts::by_id(conn, account).await?;
            Ok(LinkedAccount { name: account.name, email: account.email, lang: account.lang })
        }
        (None, Some(new)) if live => {
            Ok(LinkedAccount { name: new.name.as_str().to_owned(), email: new.email, lang: new.lang })
        }
        _ => Err(Error::conflict("sign_in_over")),
    }
}

/// Signs in by the button on a mailed link's page.
///
/// # Errors
/// As [`link_account`].
pub async fn redeem_link(
    tx: &mut Tx,
    visitor: &Visitor,
    keys: &Keys,
    token: &str,
    user_agent: &str,
) -> Result<SignedInSession, Error> {
    let id = opened(keys, token)?;
    let row = store::sign_ins::locked(tx, id).await?.ok_or(Error::NotFound)?;
    let session = match is_nobodys(&row) || is_over(tx, &row).await? {
        true => None,
        false => finish(tx, visitor, &row, user_agent).await?,
    };
    session.ok_or_else(|| Error::conflict("sign_in_over"))
}

fn opened(keys: &Keys, token: &str) -> Result<Id<SignIn>, Error> {
    let token =
        LinkToken::parse(token).filter(|token| keys.opens(token, Purpose::SignIn, mails::LINK_VERSION));
    token.map(|token| Id::from(token.id())).ok_or(Error::NotFound)
}

/// Whether it was used or ended, by the database's clock, read after the row's lock.
async fn is_over(tx: &mut Tx, row: &SignIn) -> Result<bool, Error> {
    Ok(row.used_at.is_some() || tx.now().await? >= row.expires_at)
}

/// Whether nobody can redeem it.
fn is_nobodys(row: &SignIn) -> bool {
    row.account_id.is_none() && row.newcomer().is_none()
}

/// Uses the sign-in up, and makes its account where there is none yet; no session for an account suspended meanwhile.
async fn finish(
    tx: &mut Tx,
    visitor: &Visitor,
    row: &SignIn,
    user_agent: &str,
) -> Result<Option<SignedInSession>, Error> {
    store::sign_ins::use_up(tx, row.id).await?;
    let account = match (row.account_id, row.newcomer()) {
        (Some(account), _) => store::accounts::locked(tx, account).await?,
        (None, Some(new)) => newcomers::account_for(tx, visitor.actor(), &new).await?,
        (None, None) => return Ok(None),
    };
    if account.suspended_at.is_some() {
        return Ok(None);
    }
    sessions::begin(tx, visitor.actor(), account, Method::Mail, user_agent).await.map(Some)
}

/// Duty: removes sign-ins long over; answers how many.
///
/// # Errors
/// The database's.
pub async fn sweep_sign_ins(tx: &mut Tx, _: &System) -> Result<usize, Error> {
    store::sign_ins::sweep(tx).await
}
