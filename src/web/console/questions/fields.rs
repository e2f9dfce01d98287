//! A question as inputs. Choices are numbered rows, `choices.0.value`, `choices.0.label.en` and so on. A condition is one
//! input, `shown_if`: `question=answer`, by short names.

use super::super::{
    rows,
    stored::{Stored, texts},
};
use crate::{
    error::FieldErrors,
    http::FormData,
    questions::{CallQuestionFields, ChoiceFields, Question, QuestionFields},
    values::{Zone, time},
};

/// What the rows are called.
pub(super) const ROWS: &str = "choices";

/// What the form sent, its rows closed up. The last two inputs stand on the forms of calls alone.
pub(super) fn question(typed: &FormData) -> CallQuestionFields {
    let one = |name: &str| typed.one(name).to_owned();
    let (question, value) = typed.one("shown_if").split_once('=').unwrap_or_default();
    let choice = |number: usize| ChoiceFields {
        value: one(&format!("choices.{number}.value")),
        label: texts(typed, &format!("choices.{number}.label")),
    };
    let question = QuestionFields {
        slug: one("slug"),
        kind: one("kind"),
        label: texts(typed, "label"),
        hint: texts(typed, "hint"),
        choices: (0..rows::count(typed, ROWS)).map(choice).collect(),
        required: typed.ticked("required"),
        shown_if_question: question.to_owned(),
        shown_if_value: value.to_owned(),
        sensitive: typed.ticked("sensitive"),
        retain_days: typed.one("retain_days").into(),
    };
    CallQuestionFields {
        question,
        required_after_acceptance: typed.ticked("required_after_acceptance"),
        frozen_at: one("frozen_at"),
    }
}

/// The errors of a condition, which are two in the API, at the one input that the form has for it.
pub(super) fn at_inputs(errors: &FieldErrors) -> FieldErrors {
    let mut found = FieldErrors::new();
    for error in errors.iter() {
        let condition = error.field.starts_with("shown_if_");
        found.add(if condition { "shown_if" } else { &error.field }, error.reason.clone());
    }
    found
}

/// What is stored, as the form sends it.
pub(super) fn stored(question: &Question, others: &[Question], zone: &Zone) -> Stored {
    let condition = question.shown_if().and_then(|(id, value)| {
        let other = others.iter().find(|other| other.id == id)?;
        Some(format!("{}={value}", other.slug))
    });
    let stored = Stored::default()
        .text("label", Some(&question.label))
        .text("hint", question.hint.as_ref())
        .with("slug", &question.slug)
        .with("kind", question.kind)
        .ticked("required", question.required)
        .maybe("shown_if", condition)
        .ticked("sensitive", question.sensitive)
        .maybe("retain_days", question.retain_days)
        .ticked("required_after_acceptance", question.required_after_acceptance)
        .maybe("frozen_at", question.frozen_at.map(|moment| time::local_input(moment, zone)));
    let choice = |stored: Stored, (number, choice): (usize, &crate::questions::Choice)| {
        let stored = stored.with(format!("choices.{number}.value"), &choice.value);
        stored.text(&format!("choices.{number}.label"), Some(&choice.label))
    };
    question.choices.iter().enumerate().fold(stored, choice)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(pairs: &[(&str, &str)]) -> FormData {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn a_condition_is_one_input_of_two_short_names() {
        let fields = question(&typed(&[("shown_if", "meal=vegan")])).question;
        assert_eq!((fields.shown_if_question.as_str(), fields.shown_if_value.as_str()), ("meal", "vegan"));
        let always = question(&typed(&[("shown_if", "")])).question;
        assert_eq!(always.shown_if_question, "");
    }
}
