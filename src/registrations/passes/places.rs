//! Moving a pass between its states, with what is forgotten and what the trail says each time.

use serde_json::{Value, json};

use super::PassState;
use crate::{
    audit::{self, Actor, Entry},
    db::Tx,
    error::Error,
    mail,
    registrations::{
        Registration, RegistrationId,
        store::passes::pass::{self, Pass},
    },
};

/// Frees the pass that a registration was made with, which has just ended under its lock; answers whether there is one, which
/// keeps the places then.
pub(in crate::registrations) async fn free_again(
    tx: &mut Tx,
    row: &Registration,
    actor: &Actor,
) -> Result<bool, Error> {
    let Some(pass) = pass::lock_of(tx, row.id).await? else { return Ok(false) };
    set(tx, actor, &pass, ("pass.free", PassState::Free), None).await?;
    Ok(true)
}

/// Moves a locked pass to a state without an open link. The mail that asked somebody to claim it is emptied, and is not sent if it
/// still waits: her name and address stand nowhere but in what she typed herself.
pub(super) async fn set(
    tx: &mut Tx,
    actor: &Actor,
    from: &Pass,
    (action, state): (&'static str, PassState),
    registration: Option<RegistrationId>,
) -> Result<Pass, Error> {
    let to = pass::set(tx, from, state, registration).await?;
    if from.state == PassState::Sent {
        mail::erase(tx, to.edition.uuid(), &[to.id.uuid()]).await?;
    }
    record(tx, actor, action, &to, json!({ "before": from.state, "after": state })).await?;
    Ok(to)
}

/// Records what became of a pass.
pub(super) async fn record(
    tx: &mut Tx,
    actor: &Actor,
    action: &'static str,
    pass: &Pass,
    content: Value,
) -> Result<(), Error> {
    let (subject_kind, subject, edition) = ("pass", pass.id.uuid(), Some(pass.edition.uuid()));
    audit::record(tx, actor, Entry { action, subject_kind, subject, edition, content }).await
}
