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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{questions::samples::question, values::Moment};

    fn found(form: &[Question]) -> Option<Fault> {
        first_fault(form).map(|(_, fault)| fault)
    }

    #[test]
    fn a_condition_looks_up_the_page_at_an_answer_that_can_be_given() {
        let (drinks, which) = (question("drinks", QuestionKind::YesNo), question("which", QuestionKind::One));
        for (parent, value) in [(&drinks, "yes"), (&drinks, "no"), (&which, "tea")] {
            let child = question("child", QuestionKind::Date).only_if(parent, value);
            assert_eq!(found(&[parent.clone(), child]), None);
        }
    }

    #[test]
    fn what_stands_below_or_is_archived_or_is_itself_cannot_be_a_condition() {
        let parent = question("parent", QuestionKind::YesNo);
        let child = question("child", QuestionKind::YesNo).only_if(&parent, "yes");
        assert_eq!(found(&[child.clone(), parent.clone()]), Some(Fault::NotEarlier));
        let itself = question("itself", QuestionKind::YesNo);
        assert_eq!(found(&[itself.clone().only_if(&itself, "yes")]), Some(Fault::NotEarlier));
        let mut gone = parent.clone();
        gone.archived_at = Some(Moment::now());
        assert_eq!(found(&[gone, child.clone()]), Some(Fault::NotEarlier));
        let mut child = child;
        child.archived_at = Some(Moment::now());
        assert_eq!(found(&[child]), None);
    }

    #[test]
    fn texts_cannot_be_compared_and_values_must_be_offered() {
        for kind in QuestionKind::ALL {
            let parent = question("parent", *kind);
            let child = question("child", QuestionKind::Date).only_if(&parent, "gin");
            let choosable = kind.has_choices() || *kind == QuestionKind::YesNo;
            let fault = if choosable { Fault::Value } else { Fault::Kind };
            assert_eq!(found(&[parent, child]), Some(fault), "{kind}");
        }
    }
}
