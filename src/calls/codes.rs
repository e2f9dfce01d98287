//! Codes that let their holders submit.

use diesel_async::AsyncPgConnection;
use serde_json::json;

use super::{
    Call, CallCode, CallId, NewCode,
    create::{changed, live},
    store,
};
use crate::{
    accounts::proofs::Programme,
    db::Tx,
    error::{Error, Reason},
    keys,
    values::{Id, Moment, text},
};

/// Makes a code of the call.
///
/// # Errors
/// [`Error::NotFound`] outside the proof's edition; [`Error::Conflict`] `call_archived`.
pub async fn issue_code(tx: &mut Tx, who: &Programme, call: CallId, new: NewCode) -> Result<CallCode, Error> {
    live(tx, who, call).await?;
    let made = store::code::insert(tx, call, &keys::ticket_code(), &new).await?;
    // The trail is read by more people than may hand out codes.
    changed(tx, who, "call.issue-code", call.uuid(), json!({ "code": made.id, "after": new })).await?;
    Ok(made)
}

/// Takes a code back; what was begun with it stays.
///
/// # Errors
/// [`Error::NotFound`] outside the proof's edition, and when it was taken back before.
pub async fn revoke_code(
    tx: &mut Tx,
    who: &Programme,
    call: CallId,
    code: Id<CallCode>,
    now: Moment,
) -> Result<(), Error> {
    live(tx, who, call).await?;
    let revoked = store::code::revoke(tx, call, code, now).await?;
    changed(tx, who, "call.revoke-code", call.uuid(), json!({ "code": revoked.id })).await
}

/// The codes of a call, the oldest first.
///
/// # Errors
/// [`Error::NotFound`] outside the proof's edition.
pub async fn codes(
    conn: &mut AsyncPgConnection,
    who: &Programme,
    call: CallId,
) -> Result<Vec<CallCode>, Error> {
    store::call::find(conn, who.edition().into(), call).await?;
    store::code::of_call(conn, call).await
}

/// Spends one use of the code that was typed.
///
/// # Errors
/// `call_code_wrong` on `code` when it is of another call, over, taken back or used up.
pub async fn redeem_code(tx: &mut Tx, call: &Call, typed: &str, now: Moment) -> Result<Id<CallCode>, Error> {
    if let Some(code) = usable(tx, call.id, typed, now).await?
        && store::code::count_use(tx, code.id).await?
    {
        return Ok(code.id);
    }
    Err(Error::field("code", Reason::new("call_code_wrong")))
}

/// The code that was typed, if it may be used now.
pub(super) async fn usable(
    conn: &mut AsyncPgConnection,
    call: CallId,
    typed: &str,
    now: Moment,
) -> Result<Option<CallCode>, Error> {
    let code = store::code::find(conn, call, &normal(typed)).await?;
    let live = |code: &CallCode| {
        let left = code.max_uses.is_none_or(|most| code.uses < most);
        left && code.revoked_at.is_none() && code.expires_at.is_none_or(|ends| now < ends)
    };
    Ok(code.filter(live))
}

/// A code as it is stored, however its letters were grouped when it was typed.
fn normal(typed: &str) -> String {
    let letters: Vec<char> =
        text::half_width(typed).chars().filter(char::is_ascii_alphanumeric).take(64).collect();
    let groups = letters.chunks(4).map(|group| group.iter().collect::<String>());
    groups.collect::<Vec<_>>().join("-").to_ascii_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_the_same_however_it_is_typed() {
        let code = keys::ticket_code();
        assert_eq!(normal(&code), code);
        assert_eq!(normal(&code.replace('-', "").to_lowercase()), code);
        assert_eq!(normal(&format!(" {} ", code.replace('-', " – "))), code);
    }
}
