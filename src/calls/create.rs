//! Making a call, and changing what it says.

use serde_json::{Value, json};
use uuid::Uuid;

use super::{Call, CallId, NewCall, Quota, SessionType, store};
use crate::{
    accounts::proofs::Programme,
    audit::{self, Entry},
    db::{Tx, ordering},
    editions::publication,
    error::{Error, Reason},
};

/// Makes a call, the last in order; nobody sees it before it is listed.
///
/// # Errors
/// [`Error::Invalid`] `slug_taken`.
pub async fn create(tx: &mut Tx, who: &Programme, new: NewCall) -> Result<Call, Error> {
    let position = ordering::next_position(tx, "call", who.edition()).await?;
    let call = store::call::insert(tx, who.edition(), position, &new).await?;
    store::parts::set_tracks(tx, call.id, &new.tracks).await?;
    store::parts::set_session_types(tx, call.id, &new.session_types).await?;
    let after = told(tx, &call).await?;
    changed(tx, who, "call.create", call.id.uuid(), json!({ "after": after })).await?;
    Ok(call)
}

/// Changes everything about a call but, once it is listed, its kind.
///
/// # Errors
/// [`Error::NotFound`] outside the proof's edition; [`Error::Conflict`]: `edited_meanwhile`, `call_archived`, `in_use`
/// for a track or session type that a submission chose; [`Error::Invalid`]: `slug_taken`, `call_kind_fixed`.
pub async fn change(tx: &mut Tx, who: &Programme, id: CallId, new: NewCall) -> Result<Call, Error> {
    let before = live(tx, who, id).await?;
    if new.seen_version.is_some_and(|seen| seen != before.version) {
        return Err(Error::conflict("edited_meanwhile"));
    }
    if before.listed_at.is_some() && before.kind != new.kind {
        return Err(Error::field("kind", Reason::new("call_kind_fixed")));
    }
    let was = told(tx, &before).await?;
    let call = store::call::update(tx, id, &new).await?;
    store::parts::set_tracks(tx, id, &new.tracks).await?;
    store::parts::set_session_types(tx, id, &new.session_types).await?;
    let is = told(tx, &call).await?;
    changed(tx, who, "call.change", id.uuid(), json!({ "before": was, "after": is })).await?;
    Ok(call)
}

/// A call of the proof's edition that is not put away, locked.
pub(super) async fn live(tx: &mut Tx, who: &Programme, id: CallId) -> Result<Call, Error> {
    let call = store::call::lock(tx, who.edition(), id).await?;
    if call.archived_at.is_some() { Err(Error::conflict("call_archived")) } else { Ok(call) }
}

async fn told(tx: &mut Tx, call: &Call) -> Result<Value, Error> {
    let tracks: Vec<Quota> = store::parts::tracks(tx, call.id).await?;
    let session_types: Vec<SessionType> = store::parts::session_types(tx, call.id).await?;
    Ok(json!({ "call": call, "tracks": tracks, "session_types": session_types }))
}

/// Records a change about a call, or about their order, and counts it for the public pages.
pub(super) async fn changed(
    tx: &mut Tx,
    who: &Programme,
    action: &'static str,
    subject: Uuid,
    content: Value,
) -> Result<(), Error> {
    let edition = who.edition();
    let subject_kind = if subject == edition { "edition" } else { "call" };
    let entry = Entry { action, subject_kind, subject, edition: Some(edition), content };
    audit::record(tx, who.actor(), entry).await?;
    publication::bump(tx, edition.into()).await
}
