//! Showing a call, putting it away, and the order of calls.

use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    CallId,
    create::{changed, live},
    store,
};
use crate::{
    accounts::proofs::Programme,
    db::{Tx, ordering},
    error::Error,
    values::Moment,
};

/// Shows a call to the public, or to who has a code; its window says from when on one may hand in.
///
/// # Errors
/// [`Error::NotFound`] outside the proof's edition; [`Error::Conflict`]: `call_archived`, `call_listed`.
pub async fn list(tx: &mut Tx, who: &Programme, id: CallId, now: Moment) -> Result<(), Error> {
    if live(tx, who, id).await?.listed_at.is_some() {
        return Err(Error::conflict("call_listed"));
    }
    store::call::set_listed(tx, id, Some(now)).await?;
    changed(tx, who, "call.list", id.uuid(), Value::Null).await
}

/// Hides a call again; what was handed in stays.
///
/// # Errors
/// [`Error::NotFound`] outside the proof's edition; [`Error::Conflict`]: `call_archived`, `call_unlisted`.
pub async fn unlist(tx: &mut Tx, who: &Programme, id: CallId) -> Result<(), Error> {
    if live(tx, who, id).await?.listed_at.is_none() {
        return Err(Error::conflict("call_unlisted"));
    }
    store::call::set_listed(tx, id, None).await?;
    changed(tx, who, "call.unlist", id.uuid(), Value::Null).await
}

/// Makes this moment the deadline of an open call.
///
/// # Errors
/// [`Error::NotFound`] outside the proof's edition; [`Error::Conflict`]: `call_archived`, `call_not_open`, `call_closed`.
pub async fn close(tx: &mut Tx, who: &Programme, id: CallId, now: Moment) -> Result<(), Error> {
    let call = live(tx, who, id).await?;
    call.check_open(now)?;
    store::call::set_closed(tx, id, now).await?;
    changed(tx, who, "call.close", id.uuid(), json!({ "before": call.closes_at, "after": now })).await
}

/// Puts a call away for good; what was handed in stays.
///
/// # Errors
/// [`Error::NotFound`] outside the proof's edition; [`Error::Conflict`] `call_archived`.
pub async fn archive(tx: &mut Tx, who: &Programme, id: CallId, now: Moment) -> Result<(), Error> {
    live(tx, who, id).await?;
    store::call::set_archived(tx, id, now).await?;
    changed(tx, who, "call.archive", id.uuid(), Value::Null).await
}

/// Puts those named first, in this order; the rest keep theirs behind.
///
/// # Errors
/// [`Error::NotFound`] when one is not of the proof's edition.
pub async fn reorder(tx: &mut Tx, who: &Programme, order: &[CallId]) -> Result<(), Error> {
    let ids: Vec<Uuid> = order.iter().map(|id| id.uuid()).collect();
    ordering::reorder(tx, "call", who.edition(), &ids).await?;
    changed(tx, who, "call.reorder", who.edition(), json!({ "after": ids })).await
}
