//! How many passes a call gives, and how many one company gets, as staff say.

use diesel_async::AsyncPgConnection;
use serde_json::json;

use crate::{
    accounts::proofs::{Observer, Programme},
    audit::{self, Entry},
    calls::{self, CallId, CallKind},
    db::Tx,
    error::{Error, Reason},
    registrations::{
        store::passes::rules::{self, PassBlock, PassRule},
        types,
    },
    submissions::{self, SubmissionId},
    values::Id,
};

/// What a call gives, if it gives passes.
///
/// # Errors
/// [`Error::NotFound`] outside the proof's edition.
pub async fn pass_rule(
    conn: &mut AsyncPgConnection,
    who: &Programme,
    call: CallId,
) -> Result<Option<PassRule>, Error> {
    let call = calls::call(conn, who, call).await?;
    rules::rule(conn, call.id).await
}

/// The companies that confirmed a demo of the call, or still have passes for one, with their passes counted.
///
/// # Errors
/// As [`pass_rule`].
pub async fn pass_blocks(
    conn: &mut AsyncPgConnection,
    who: &Programme,
    call: CallId,
) -> Result<Vec<PassBlock>, Error> {
    let call = calls::call(conn, who, call).await?;
    rules::blocks(conn, call.id).await
}

/// How many passes of the edition's companies nobody has claimed.
///
/// # Errors
/// The database's.
pub async fn open_passes(conn: &mut AsyncPgConnection, who: &Observer) -> Result<i64, Error> {
    rules::open(conn, who.edition()).await
}

/// Sets what a call for demos gives: passes of a type of the forum's own. More are given by the duty `grant_passes`, as places come free; fewer take away only
/// what nobody was asked to claim.
///
/// # Errors
/// [`Error::Conflict`] `passes_for_demos`; [`Error::Invalid`] on `type`: `type_unknown`, `pass_type_in_use`;
/// [`Error::NotFound`].
pub async fn set_pass_rule(tx: &mut Tx, who: &Programme, call: CallId, rule: PassRule) -> Result<(), Error> {
    let call = calls::call(tx, who, call).await?;
    if call.kind != CallKind::Demo {
        return Err(Error::conflict("passes_for_demos"));
    }
    let types = types::forum_types(tx, Id::from(who.edition())).await?;
    if types.iter().all(|way| way.id != rule.type_id) {
        return Err(Error::field("type", Reason::new("type_unknown")));
    }
    if rules::other_type_in_use(tx, call.id, rule.type_id).await? {
        return Err(Error::field("type", Reason::new("pass_type_in_use")));
    }
    let before = rules::rule(tx, call.id).await?;
    rules::set_rule(tx, who.edition(), call.id, rule).await?;
    let entry = Entry {
        action: "call.set-passes",
        subject_kind: "call",
        subject: call.id.uuid(),
        edition: Some(who.edition()),
        content: json!({ "before": before, "after": rule }),
    };
    audit::record(tx, who.actor(), entry).await
}

/// Gives one company another number than its call does, or none of its own.
///
/// # Errors
/// [`Error::Conflict`] `passes_for_demos`; [`Error::NotFound`] outside the proof's edition.
pub async fn set_pass_block(
    tx: &mut Tx,
    who: &Programme,
    id: SubmissionId,
    places: Option<i32>,
) -> Result<(), Error> {
    let row = submissions::find(tx, who, id).await?;
    if row.company.is_none() {
        return Err(Error::conflict("passes_for_demos"));
    }
    rules::set_block(tx, row.id, places).await?;
    let entry = Entry {
        action: "submission.set-passes",
        subject_kind: "submission",
        subject: row.id.uuid(),
        edition: Some(who.edition()),
        content: json!({ "after": places }),
    };
    audit::record(tx, who.actor(), entry).await
}
