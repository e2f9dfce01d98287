//! Putting questions in order, and taking them off the form.

use serde_json::json;
use uuid::Uuid;

use super::{
    Editor, Question,
    create::{changed, of_form, sound},
    store,
};
use crate::{
    db::Tx,
    error::Error,
    values::{Id, Moment},
};

/// Puts those named first, in this order; the rest keep theirs behind.
///
/// # Errors
/// [`Error::NotFound`] when one is not of the editor's form; [`Error::Conflict`]
/// `question_in_condition` when one would stand before a question that it hangs on.
pub async fn reorder(tx: &mut Tx, who: impl Into<Editor>, order: &[Id<Question>]) -> Result<(), Error> {
    let who = who.into();
    let form = store::list(tx, who.form).await?;
    if order.iter().any(|id| !form.iter().any(|question| question.id == *id)) {
        return Err(Error::NotFound);
    }
    let named = order.iter().copied();
    let rest = form.iter().map(|question| question.id).filter(|id| !order.contains(id));
    store::renumber(tx, &named.chain(rest).collect::<Vec<_>>()).await?;
    sound(&store::list(tx, who.form).await?, None)?;
    let ids: Vec<Uuid> = order.iter().map(|id| id.uuid()).collect();
    let subject = who.form.call.unwrap_or(who.form.edition.uuid());
    changed(tx, &who, "question.reorder", subject, json!({ "after": ids })).await
}

/// Asks a question no more; its answers stay. Its short name stays taken.
///
/// # Errors
/// [`Error::NotFound`] outside the editor's form; [`Error::Conflict`] `question_in_condition` when
/// another one hangs on it, `question_archived` when it was archived before.
pub async fn archive(
    tx: &mut Tx,
    who: impl Into<Editor>,
    id: Id<Question>,
    now: Moment,
) -> Result<(), Error> {
    let who = who.into();
    let before = of_form(store::list(tx, who.form).await?, id)?;
    if before.archived_at.is_some() {
        return Err(Error::conflict("question_archived"));
    }
    store::archive(tx, id, now).await?;
    sound(&store::list(tx, who.form).await?, None)?;
    changed(tx, &who, "question.archive", id.uuid(), json!({ "before": before })).await
}
