//! Adding a question, and changing what it says.

use serde_json::{Value, json};

use super::{Editor, Fault, Form, NewQuestion, Question, QuestionKind, conditions, form::Fixed, store};
use crate::{
    audit::{self, Entry},
    db::Tx,
    editions::{self, publication},
    error::{Error, Reason},
    values::{Id, Slug},
};

/// Adds a question at the end of the form.
///
/// # Errors
/// [`Error::Invalid`]: `slug_taken`; `file_for_calls`, `file_not_sealed`; `condition_not_earlier`, `condition_kind` or `condition_value` on
/// its condition.
pub async fn create(tx: &mut Tx, who: impl Into<Editor>, new: NewQuestion) -> Result<Question, Error> {
    let who = who.into();
    fits(&who, &new)?;
    let id = store::insert(tx, who.form, &new).await?;
    let form = connected(tx, who.form, id, &new).await?;
    sound(&form, Some(&new.slug))?;
    let after = of_form(form, id)?;
    changed(tx, &who, "question.create", id.uuid(), json!({ "after": after })).await?;
    Ok(after)
}

/// Overwrites a question.
///
/// # Errors
/// [`Error::NotFound`] outside the editor's form; [`Error::Invalid`] as [`create`], and
/// `question_fixed` for another kind, or another say on whether it is sensitive, once the edition was
/// published, or somebody began to answer the call; [`Error::Conflict`] `question_in_condition` when another question's condition would break.
pub async fn change(
    tx: &mut Tx,
    who: impl Into<Editor>,
    id: Id<Question>,
    new: NewQuestion,
) -> Result<Question, Error> {
    let who = who.into();
    fits(&who, &new)?;
    let before = of_form(store::list(tx, who.form).await?, id)?;
    let fixed = match &who.fixed {
        Fixed::Now(fixed) => *fixed,
        Fixed::OncePublished(staff) => editions::for_staff(tx, staff).await?.published_at.is_some(),
    };
    if fixed && before.kind != new.kind {
        return Err(Error::field("kind", Reason::new("question_fixed")));
    }
    if fixed && before.sensitive != new.sensitive {
        return Err(Error::field("sensitive", Reason::new("question_fixed")));
    }
    store::update(tx, id, &new).await?;
    let form = connected(tx, who.form, id, &new).await?;
    sound(&form, Some(&new.slug))?;
    let after = of_form(form, id)?;
    let content = json!({ "before": before, "after": after });
    changed(tx, &who, "question.change", id.uuid(), content).await?;
    Ok(after)
}

/// A file belongs to a submission, and is never sealed.
fn fits(who: &Editor, new: &NewQuestion) -> Result<(), Error> {
    match new.kind {
        QuestionKind::File if who.form.call.is_none() => {
            Err(Error::field("kind", Reason::new("file_for_calls")))
        }
        QuestionKind::File if new.sensitive => Err(Error::field("sensitive", Reason::new("file_not_sealed"))),
        _ => Ok(()),
    }
}

/// Gives the question its condition and reads the form that results.
async fn connected(
    tx: &mut Tx,
    at: Form,
    id: Id<Question>,
    new: &NewQuestion,
) -> Result<Vec<Question>, Error> {
    let form = store::list(tx, at).await?;
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
    store::list(tx, at).await
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

/// The question among those of its form.
pub(super) fn of_form(form: Vec<Question>, id: Id<Question>) -> Result<Question, Error> {
    form.into_iter().find(|question| question.id == id).ok_or(Error::NotFound)
}

/// Records a change of the form and counts it for the public pages.
pub(super) async fn changed(
    tx: &mut Tx,
    who: &Editor,
    action: &'static str,
    subject: uuid::Uuid,
    content: Value,
) -> Result<(), Error> {
    let edition = who.form.edition;
    let subject_kind = match subject {
        subject if subject == edition.uuid() => "edition",
        subject if Some(subject) == who.form.call => "call",
        _ => "question",
    };
    let entry = Entry { action, subject_kind, subject, edition: Some(edition.uuid()), content };
    audit::record(tx, &who.actor, entry).await?;
    publication::bump(tx, edition).await
}
