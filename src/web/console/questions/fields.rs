//! A question as inputs. Choices are numbered rows, `choices.0.value`, `choices.0.label.en` and so on; rows
//! left empty are passed over. A condition is one input, `shown_if`: `question=answer`, by short names.

use super::super::stored::{Stored, texts};
use crate::{
    error::FieldErrors,
    http::FormData,
    questions::{ChoiceFields, Question, QuestionFields},
    values::{Lang, text},
};

/// Rows that a form may carry; more than a question may have choices, so that too many are told so.
const MOST_ROWS: usize = 60;

/// Empty rows below the filled ones.
const SPARE: usize = 3;

/// What the form sent, in what [`compacted`] answered.
pub(super) fn question(typed: &FormData) -> QuestionFields {
    let one = |name: &str| typed.one(name).to_owned();
    let (question, value) = typed.one("shown_if").split_once('=').unwrap_or_default();
    QuestionFields {
        slug: one("slug"),
        kind: one("kind"),
        label: texts(typed, "label"),
        hint: texts(typed, "hint"),
        choices: filled(typed),
        required: typed.ticked("required"),
        shown_if_question: question.to_owned(),
        shown_if_value: value.to_owned(),
        sensitive: typed.ticked("sensitive"),
        retain_days: typed.one("retain_days").into(),
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

/// The same with the rows of choices numbered anew, so that errors stand beside what they are about.
pub(super) fn compacted(typed: &FormData) -> FormData {
    let others = typed.pairs().filter(|(name, _)| !name.starts_with("choices."));
    let stored = others.fold(Stored::default(), |stored, (name, value)| stored.with(name, value));
    filled(typed).iter().enumerate().fold(stored, row).data()
}

/// How many rows to show: every filled one and some more; `more` asks for further ones.
pub(super) fn rows(typed: &FormData) -> usize {
    let shown = typed.one("rows").parse::<usize>().unwrap_or_default();
    let wished = if typed.ticked("more") { shown + SPARE } else { shown };
    wished.max(filled(typed).len() + SPARE).min(MOST_ROWS)
}

/// What is stored, as the form sends it.
pub(super) fn stored(question: &Question, others: &[Question]) -> Stored {
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
        .maybe("retain_days", question.retain_days);
    let choice = |stored: Stored, (number, choice): (usize, &crate::questions::Choice)| {
        let stored = stored.with(format!("choices.{number}.value"), &choice.value);
        stored.text(&format!("choices.{number}.label"), Some(&choice.label))
    };
    question.choices.iter().enumerate().fold(stored, choice)
}

fn row(stored: Stored, (number, choice): (usize, &ChoiceFields)) -> Stored {
    let stored = stored
        .with(format!("choices.{number}.value"), &choice.value)
        .maybe(&format!("choices.{number}.label.original"), choice.label.original);
    Lang::ALL.iter().fold(stored, |stored, lang| {
        stored.with(format!("choices.{number}.label.{lang}"), choice.label.typed(*lang))
    })
}

fn filled(typed: &FormData) -> Vec<ChoiceFields> {
    let row = |number: usize| ChoiceFields {
        value: typed.one(&format!("choices.{number}.value")).to_owned(),
        label: texts(typed, &format!("choices.{number}.label")),
    };
    let blank = |choice: &ChoiceFields| {
        text::is_blank(&choice.value)
            && Lang::ALL.iter().all(|lang| text::is_blank(choice.label.typed(*lang)))
    };
    (0..MOST_ROWS).map(row).filter(|choice| !blank(choice)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(pairs: &[(&str, &str)]) -> FormData {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn empty_rows_are_passed_over_and_the_rest_numbered_anew() {
        let rows =
            [("choices.1.value", "vegan"), ("choices.1.label.zh-Hant", "純素"), ("choices.4.value", "meat")];
        let compact = compacted(&typed(&rows));
        assert_eq!(compact.one("choices.0.label.zh-Hant"), "純素");
        assert_eq!(compact.one("choices.1.value"), "meat");
        let values: Vec<String> = question(&compact).choices.into_iter().map(|choice| choice.value).collect();
        assert_eq!(values, ["vegan", "meat"]);
    }

    #[test]
    fn there_is_always_room_for_more_choices_up_to_the_most() {
        assert_eq!(rows(&typed(&[])), SPARE);
        assert_eq!(rows(&typed(&[("choices.0.value", "vegan")])), 1 + SPARE);
        assert_eq!(rows(&typed(&[("rows", "6"), ("more", "yes")])), 6 + SPARE);
        assert_eq!(rows(&typed(&[("rows", "100000")])), MOST_ROWS);
    }

    #[test]
    fn a_condition_is_one_input_of_two_short_names() {
        let fields = question(&typed(&[("shown_if", "meal=vegan")]));
        assert_eq!((fields.shown_if_question.as_str(), fields.shown_if_value.as_str()), ("meal", "vegan"));
        let always = question(&typed(&[("shown_if", "")]));
        assert_eq!(always.shown_if_question, "");
    }
}
