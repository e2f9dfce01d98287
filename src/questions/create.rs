//! Adding a question, and changing what it says.

use serde_json::{Value, json};

use super::{Fault, NewQuestion, Question, conditions, store};
use crate::{
    accounts::proofs::Organiser,
    audit::{self, Entry},
    db::{Tx, ordering},
    editions::{self, Edition, publication},
    error::{Error, Reason},
    values::{Id, Slug},
};

/// Adds a question at the end of the form.
///
/// # Errors
/// [`Error::Invalid`]: `slug_taken`; `condition_not_earlier`, `condition_kind` or `condition_value` on
/// its condition.
pub async fn create(tx: &mut Tx, who: &Organiser, new: NewQuestion) -> Result<Question, Error> {
    let edition = Edition::of(who);
    let position = ordering::next_position(tx, "question", edition.uuid()).await?;
    let id = store::insert(tx, edition, position, &new).await?;
    let form = connected(tx, edition, id, &new).await?;
    sound(&form, Some(&new.slug))?;
    let after = of_form(form, id)?;
    changed(tx, who, "question.create", id.uuid(), json!({ "after": after })).await?;
    Ok(after)
}

/// Overwrites a question.
///
/// # Errors
/// [`Error::NotFound`] outside the proof's edition; [`Error::Invalid`] as [`create`], and
/// `question_fixed` for another kind, or another say on whether it is sensitive, once the edition was
/// published; [`Error::Conflict`] `question_in_condition` when another question's condition would break.
pub async fn change(
    tx: &mut Tx,
    who: &Organiser,
    id: Id<Question>,
    new: NewQuestion,
) -> Result<Question, Error> {
    let edition = Edition::of(who);
    let before = of_form(store::list(tx, edition).await?, id)?;
    let published = editions::for_staff(tx, &who.into()).await?.published_at.is_some();
    if published && before.kind != new.kind {
        return Err(Error::field("kind", Reason::new("question_fixed")));
    }
    if published && before.sensitive != new.sensitive {
        return Err(Error::field("sensitive", Reason::new("question_fixed")));
    }
    store::update(tx, id, &new).await?;
    let form = connected(tx, edition, id, &new).await?;
    sound(&form, Some(&new.slug))?;
    let after = of_form(form, id)?;
    let content = json!({ "before": before, "after": after });
    changed(tx, who, "question.change", id.uuid(), content).await?;
    Ok(after)
}

/// Gives the question its condition and reads the form that results.
async fn connected(
    tx: &mut Tx,
    edition: Id<Edition>,
    id: Id<Question>,
    new: &NewQuestion,
) -> Result<Vec<Question>, Error> {
    let form = store::list(tx, edition).await?;
    let shown_if = match &new.shown_if {
        None => None,
        Some(condition) => {
            let on = form.iter().find(|question| question.slug == condition.question);
            let on = on.ok_or_else(|| fault_of_its_own(Fault::NotEarlier))?;
            // The database would refuse it too, but without a word to the field.
            if on.id == id {
                return Err(fault_of_its_own(Fault::NotEarlier));
            }
            Some((on.id, condition.value.as_str()))
        }
    };
    store::set_condition(tx, id, shown_if).await?;
    store::list(tx, edition).await
}

/// Judges the conditions of the whole form after a change to `edited`.
pub(super) fn sound(form: &[Question], edited: Option<&Slug>) -> Result<(), Error> {
    match conditions::first_fault(form) {
        None => Ok(()),
        Some((slug, fault)) if Some(slug) == edited => Err(fault_of_its_own(fault)),
        Some((slug, _)) => Err(Error::Conflict(Reason::new("question_in_condition").with("question", slug))),
    }
}

fn fault_of_its_own(fault: Fault) -> Error {
    match fault {
        Fault::NotEarlier => Error::field("shown_if_question", Reason::new("condition_not_earlier")),
        Fault::Kind => Error::field("shown_if_question", Reason::new("condition_kind")),
        Fault::Value => Error::field("shown_if_value", Reason::new("condition_value")),
    }
}

/// The question among those of its edition.
pub(super) fn of_form(form: Vec<Question>, id: Id<Question>) -> Result<Question, Error> {
    form.into_iter().find(|question| question.id == id).ok_or(Error::NotFound)
}

/// Records a change of the form and counts it for the public pages.
pub(super) async fn changed(
    tx: &mut Tx,
    who: &Organiser,
    action: &'static str,
    subject: uuid::Uuid,
    content: Value,
) -> Result<(), Error> {
    let edition = who.edition();
    let subject_kind = if subject == edition { "edition" } else { "question" };
    let entry = Entry { action, subject_kind, subject, edition: Some(edition), content };
    audit::record(tx, who.actor(), entry).await?;
    publication::bump(tx, Edition::of(who)).await
}
