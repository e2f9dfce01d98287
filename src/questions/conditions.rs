//! Whether the conditions of a form's questions make sense together.

use super::{Question, QuestionKind};
use crate::values::Slug;

/// What is wrong with a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The question it names is not asked, or only after this one.
    NotEarlier,
    /// The question it names takes answers that can't be compared.
    Kind,
    /// Nobody can answer the named question with this value.
    Value,
}

/// The first question, in the order of the form, whose condition can't be judged from what stands
/// before it. Since a condition only looks up the page, there are no circles.
pub(super) fn first_fault(questions: &[Question]) -> Option<(&Slug, Fault)> {
    let mut above: Vec<&Question> = Vec::new();
    for question in questions.iter().filter(|question| question.archived_at.is_none()) {
        if let Some(fault) = fault(question, &above) {
            return Some((&question.slug, fault));
        }
        above.push(question);
    }
    None
}

fn fault(question: &Question, above: &[&Question]) -> Option<Fault> {
    let (on, value) = question.shown_if()?;
    let Some(parent) = above.iter().find(|earlier| earlier.id == on) else { return Some(Fault::NotEarlier) };
    match parent.kind {
        QuestionKind::YesNo => (!matches!(value, "yes" | "no")).then_some(Fault::Value),
        QuestionKind::One | QuestionKind::Many => {
            parent.choices.find(value).is_none().then_some(Fault::Value)
        }
        _ => Some(Fault::Kind),
    }
}
