//! Putting questions in order, and taking them off the form.

use serde_json::json;
use uuid::Uuid;

use super::{
    Question,
    create::{changed, of_form, sound},
    store,
};
use crate::{
    accounts::proofs::Organiser,
    db::{Tx, ordering},
    editions::Edition,
    error::Error,
    values::{Id, Moment},
};

/// Puts those named first, in this order; the rest keep theirs behind.
///
/// # Errors
/// [`Error::NotFound`] when one is not of the proof's edition; [`Error::Conflict`]
/// `question_in_condition` when one would stand before a question that it hangs on.
pub async fn reorder(tx: &mut Tx, who: &Organiser, order: &[Id<Question>]) -> Result<(), Error> {
    let ids: Vec<Uuid> = order.iter().map(|id| id.uuid()).collect();
    ordering::reorder(tx, "question", who.edition(), &ids).await?;
    sound(&store::list(tx, Edition::of(who)).await?, None)?;
    changed(tx, who, "question.reorder", who.edition(), json!({ "after": ids })).await
}

/// Asks a question no more; its answers stay. Its short name stays taken.
///
/// # Errors
/// [`Error::NotFound`] outside the proof's edition; [`Error::Conflict`] `question_in_condition` when
/// another one hangs on it, `question_archived` when it was archived before.
pub async fn archive(tx: &mut Tx, who: &Organiser, id: Id<Question>, now: Moment) -> Result<(), Error> {
    let edition = Edition::of(who);
    let before = of_form(store::list(tx, edition).await?, id)?;
    if before.archived_at.is_some() {
        return Err(Error::conflict("question_archived"));
    }
    store::archive(tx, id, now).await?;
    sound(&store::list(tx, edition).await?, None)?;
    changed(tx, who, "question.archive", id.uuid(), json!({ "before": before })).await
}
