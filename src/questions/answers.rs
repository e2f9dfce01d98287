//! From what was typed to answers, question by question in the order of the form.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use super::{Question, RawAnswers, raw_answers::Raw, words::as_typed};
use crate::{
    error::{FieldErrors, Reason},
    values::Id,
};

/// The answer to one question, in its kind's normal form: a text, a list of choices, true or false.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// What was asked.
    pub question: Id<Question>,
    /// What was answered; never null.
    pub value: Value,
    /// Whether it is sealed when stored, and kept out of search, logs and ordinary exports.
    pub sensitive: bool,
}

/// Answers that fit their questions, in the order of the form; what was left blank is absent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Answers(Vec<Answer>);

impl Answers {
    /// The answers, in the order of the form.
    pub fn iter(&self) -> impl Iterator<Item = &Answer> {
        self.0.iter()
    }

    /// The answer to one question.
    #[must_use]
    pub fn of(&self, question: Id<Question>) -> Option<&Answer> {
        self.0.iter().find(|answer| answer.question == question)
    }
}

/// Reads answers to `questions`, which stand in the order of the form. A question whose condition does
/// not hold is not asked: its answer is dropped, and those that hang on it are not asked either.
///
/// # Errors
/// Under `answers.SLUG`: `required`; `unknown_question` for a slug that JSON names and the edition does
/// not ask; `answer_malformed` for JSON that no question takes; the codes of the question's kind.
pub fn parse_answers(questions: &[Question], raw: &RawAnswers) -> Result<Answers, FieldErrors> {
    let asked: Vec<&Question> = questions.iter().filter(|question| question.archived_at.is_none()).collect();
    let mut errors = FieldErrors::new();
    let mut given = BTreeMap::new();
    let mut answers = Answers::default();
    for question in &asked {
        if !is_shown(question, &given) {
            continue;
        }
        let value = errors.take(&field(question.slug.as_str()), read(question, raw)).flatten();
        if let Some(value) = value {
            given.insert(question.id, as_typed(&value));
            answers.0.push(Answer { question: question.id, value, sensitive: question.sensitive });
        }
    }
    for slug in raw.demanded().filter(|slug| !asked.iter().any(|question| question.slug.as_str() == *slug)) {
        errors.add(field(slug), Reason::new("unknown_question"));
    }
    errors.check()?;
    Ok(answers)
}

fn field(slug: &str) -> String {
    format!("answers.{slug}")
}

fn is_shown(question: &Question, given: &BTreeMap<Id<Question>, Vec<String>>) -> bool {
    question.shown_if().is_none_or(|(on, value)| {
        given.get(&on).is_some_and(|values| values.iter().any(|given| given == value))
    })
}

fn read(question: &Question, raw: &RawAnswers) -> Result<Option<Value>, Reason> {
    let typed: &[String] = match raw.of(question.slug.as_str()) {
        None => &[],
        Some(Raw::Typed(values)) => values,
        Some(Raw::Malformed(_)) => return Err(Reason::new("answer_malformed")),
    };
    let value = question.kind.read(&question.choices, typed)?;
    if value.is_none() && question.required { Err(Reason::new("required")) } else { Ok(value) }
}
