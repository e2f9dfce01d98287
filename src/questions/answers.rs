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

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

    use proptest::prelude::*;
    use serde_json::json;

    use super::*;
    use crate::{
        questions::{QuestionKind, samples::question},
        values::Moment,
    };

    fn json(raw: Value) -> RawAnswers {
        serde_json::from_value(raw).unwrap()
    }

    fn code(questions: &[Question], raw: &RawAnswers, field: &str) -> &'static str {
        parse_answers(questions, raw).unwrap_err().of(field).unwrap().code
    }

    #[test]
    fn every_kind_is_kept_in_its_normal_form_from_form_and_json() {
        for (kind, form, sent, kept) in [
            (QuestionKind::ShortText, vec!["　ＡＩ  lab "], json!("AI lab"), json!("AI lab")),
            (QuestionKind::LongText, vec!["a\r\nb"], json!("a\nb"), json!("a\nb")),
            (QuestionKind::One, vec!["tea"], json!("tea"), json!("tea")),
            (
                QuestionKind::Many,
                vec!["water", "tea", "water"],
                json!(["water", "tea"]),
                json!(["tea", "water"]),
            ),
            (QuestionKind::Email, vec!["ａ@b.org"], json!("a@b.org"), json!("a@b.org")),
            (QuestionKind::Phone, vec!["2345 6789"], json!("+852 2345 6789"), json!("+85223456789")),
            (QuestionKind::Region, vec!["hk"], json!("HK"), json!("HK")),
            (QuestionKind::Date, vec!["2026-11-20"], json!("2026-11-20"), json!("2026-11-20")),
            (
                QuestionKind::Url,
                vec!["example.org"],
                json!("https://example.org/"),
                json!("https://example.org/"),
            ),
            (QuestionKind::YesNo, vec!["yes"], json!(true), json!(true)),
            (QuestionKind::YesNo, vec!["no"], json!("no"), json!(false)),
        ] {
            let asked = [question("it", kind)];
            let typed = RawAnswers::from_form(form.iter().map(|value| ("answers.it", *value)));
            for raw in [typed, json(json!({ "it": sent }))] {
                let answers = parse_answers(&asked, &raw).unwrap();
                assert_eq!(answers.of(asked[0].id).unwrap().value, kept, "{kind}");
            }
        }
    }

    #[test]
    fn what_does_not_fit_its_kind_is_refused_under_its_own_name() {
        let long = "字".repeat(201);
        for (kind, sent, code_expected) in [
            (QuestionKind::ShortText, json!(long), "too_long"),
            (QuestionKind::LongText, json!("字".repeat(2001)), "too_long"),
            (QuestionKind::One, json!("gin"), "choice_unknown"),
            (QuestionKind::One, json!(["tea", "water"]), "answer_single"),
            (QuestionKind::Many, json!(["tea", "gin"]), "choice_unknown"),
            (QuestionKind::Email, json!("nobody"), "email_invalid"),
            (QuestionKind::Phone, json!("12"), "phone_invalid"),
            (QuestionKind::Region, json!("XX"), "region_unknown"),
            (QuestionKind::Date, json!("2026-02-30"), "date_invalid"),
            (QuestionKind::Url, json!("javascript:alert(1)"), "url_invalid"),
            (QuestionKind::YesNo, json!("maybe"), "choice_unknown"),
            (QuestionKind::ShortText, json!({ "a": 1 }), "answer_malformed"),
            (QuestionKind::Many, json!([1]), "answer_malformed"),
        ] {
            let asked = [question("it", kind)];
            assert_eq!(code(&asked, &json(json!({ "it": sent })), "answers.it"), code_expected, "{kind}");
        }
    }

    #[test]
    fn a_required_question_is_demanded_and_an_optional_one_may_stay_blank() {
        let asked = [question("it", QuestionKind::Many).required(), question("that", QuestionKind::Email)];
        let raw = RawAnswers::from_form([("answers.that", " \u{3000}")]);
        let errors = parse_answers(&asked, &raw).unwrap_err();
        assert_eq!(errors.iter().count(), 1);
        assert_eq!(errors.of("answers.it"), Some(&Reason::new("required")));
    }

    #[test]
    fn a_hidden_question_is_neither_demanded_nor_kept_nor_are_those_that_hang_on_it() {
        let drinks = question("drinks", QuestionKind::YesNo);
        let which = question("which", QuestionKind::Many).required().only_if(&drinks, "yes");
        let milk = question("milk", QuestionKind::ShortText).required().only_if(&which, "tea");
        let asked = [drinks, which, milk];
        let raw = json(json!({ "drinks": false, "which": ["tea"], "milk": "oat" }));
        assert_eq!(parse_answers(&asked, &raw).unwrap().iter().count(), 1);
        let raw = json(json!({ "drinks": true, "which": ["coffee"], "milk": "oat" }));
        assert_eq!(parse_answers(&asked, &raw).unwrap().iter().count(), 2);
        let raw = json(json!({ "drinks": true, "which": ["coffee", "tea"] }));
        assert_eq!(code(&asked, &raw, "answers.milk"), "required");
    }

    #[test]
    fn json_may_not_answer_what_is_not_asked_but_an_older_form_may() {
        let mut gone = question("gone", QuestionKind::ShortText);
        gone.archived_at = Some(Moment::now());
        let asked = [gone.required()];
        assert_eq!(code(&asked, &json(json!({ "gone": "x" })), "answers.gone"), "unknown_question");
        let form = RawAnswers::from_form([("answers.gone", "x"), ("answers.never", "y")]);
        assert_eq!(parse_answers(&asked, &form).unwrap(), Answers::default());
    }

    #[test]
    fn a_sensitive_question_marks_its_answer() {
        let mut secret = question("diet", QuestionKind::ShortText);
        secret.sensitive = true;
        let answers = parse_answers(&[secret], &json(json!({ "diet": "no nuts" }))).unwrap();
        assert!(answers.iter().all(|answer| answer.sensitive));
    }

    fn typed() -> impl Strategy<Value = String> {
        const LIKELY: &[&str] =
            &["yes", "no", "tea", "water", "a@b.org", "23456789", "HK", "2026-11-20", "example.org", " "];
        prop_oneof![proptest::sample::select(LIKELY).prop_map(str::to_owned), "\\PC{0,12}"]
    }

    proptest! {
        #[test]
        fn whatever_is_typed_reads_back_as_itself_or_is_refused_under_a_question(
            values in proptest::collection::vec((0..10_usize, typed()), 0..12),
            hidden in 1..10_usize,
        ) {
            let mut asked: Vec<Question> = QuestionKind::ALL.iter().map(|kind| question(kind.as_str(), *kind)).collect();
            asked.rotate_right(1);
            let parent = asked[0].clone();
            asked[hidden] = asked[hidden].clone().only_if(&parent, "yes");
            let inputs: Vec<(String, String)> =
                values.into_iter().map(|(at, value)| (format!("answers.{}", asked[at].slug), value)).collect();
            let raw = RawAnswers::from_form(inputs.iter().map(|(name, value)| (name.as_str(), value.as_str())));
            match parse_answers(&asked, &raw) {
                Err(errors) => for error in errors.iter() {
                    prop_assert!(inputs.iter().any(|(name, _)| *name == error.field));
                },
                Ok(answers) => {
                    let again: Vec<(String, String)> = answers.iter().flat_map(|answer| {
                        let slug = &asked.iter().find(|question| question.id == answer.question).unwrap().slug;
                        as_typed(&answer.value).into_iter().map(move |value| (format!("answers.{slug}"), value))
                    }).collect();
                    let raw = RawAnswers::from_form(again.iter().map(|(name, value)| (name.as_str(), value.as_str())));
                    prop_assert_eq!(&parse_answers(&asked, &raw).unwrap(), &answers);
                    let yes = answers.of(parent.id).is_some_and(|answer| answer.value == json!(true));
                    prop_assert!(yes || answers.of(asked[hidden].id).is_none());
                }
            }
        }
    }
}
