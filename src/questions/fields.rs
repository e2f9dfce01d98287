//! What is typed about a question, and its parsing.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Choice, Choices, Condition, NewQuestion, QuestionKind};
use crate::{
    error::{FieldErrors, Reason},
    values::{LocalisedFields, NumberField, Slug, Zone, text, time},
};

/// No question offers more.
const MOST_CHOICES: usize = 50;

/// A question as it arrives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct QuestionFields {
    /// Its short name in forms, exports and the API.
    pub slug: String,
    /// What kind of answer it takes.
    pub kind: String,
    /// The question; at most 200 characters.
    pub label: LocalisedFields,
    /// A remark below it; at most 300 characters.
    pub hint: LocalisedFields,
    /// For one and many choice, 2 to 50; passed over for other kinds.
    pub choices: Vec<ChoiceFields>,
    /// Whether it must be answered where it is shown.
    pub required: bool,
    /// The slug of an earlier question, if this one is shown only on a certain answer to it.
    pub shown_if_question: String,
    /// That answer: the value of a choice, `yes` or `no`.
    pub shown_if_value: String,
    /// Whether answers are sealed and kept out of search, logs and ordinary exports.
    pub sensitive: bool,
    /// How many days after the edition's end answers are kept, at most 3650; blank to keep them with the registration.
    pub retain_days: NumberField,
}

/// A question of a call as it arrives. The time is local time of the edition's zone, or carries an offset.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CallQuestionFields {
    /// What every question has.
    pub question: QuestionFields,
    /// Whether it must be answered only once a slot is promised.
    pub required_after_acceptance: bool,
    /// From when on its answer can't be changed; blank for never.
    pub frozen_at: String,
}

impl CallQuestionFields {
    /// Parses the time on the wall clock of `zone`.
    ///
    /// # Errors
    /// Those of [`QuestionFields`], and of the time on `frozen_at`.
    pub fn parse(&self, zone: &Zone) -> Result<NewQuestion, FieldErrors> {
        let mut errors = FieldErrors::new();
        let frozen_at = errors.take("frozen_at", time::optional_local_datetime(&self.frozen_at, zone));
        match (NewQuestion::try_from(&self.question), frozen_at) {
            (Ok(question), Some(frozen_at)) => {
                let required_after_acceptance = self.required_after_acceptance;
                Ok(NewQuestion { required_after_acceptance, frozen_at, ..question })
            }
            (question, _) => Err(FieldErrors::merged([question.err(), Some(errors)])),
        }
    }
}

/// One choice as it arrives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ChoiceFields {
    /// What is stored when it is chosen.
    pub value: String,
    /// What stands beside the box; at most 120 characters.
    pub label: LocalisedFields,
}

impl TryFrom<&QuestionFields> for NewQuestion {
    type Error = FieldErrors;

    fn try_from(raw: &QuestionFields) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::new();
        let slug = errors.take("slug", Slug::parse(&raw.slug));
        let kind = raw.kind.parse::<QuestionKind>().map_err(|()| Reason::new("choice_unknown"));
        let kind = errors.take("kind", kind);
        let label = errors.take("label", raw.label.line(200));
        let hint = errors.take("hint", raw.hint.optional_line(300));
        let choices = kind.and_then(|kind| choices(raw, kind, &mut errors));
        let shown_if = shown_if(raw, &mut errors);
        let retain_days = errors.take("retain_days", raw.retain_days.optional_within(0..=3650));
        match (slug, kind, label, hint, choices, retain_days) {
            (Some(slug), Some(kind), Some(label), Some(hint), Some(choices), Some(retain_days))
                if errors.is_empty() =>
            {
                let (required, sensitive) = (raw.required, raw.sensitive);
                Ok(Self {
                    slug,
                    kind,
                    label,
                    hint,
                    choices,
                    required,
                    shown_if,
                    sensitive,
                    retain_days,
                    required_after_acceptance: false,
                    frozen_at: None,
                })
            }
            _ => Err(errors),
        }
    }
}

fn choices(raw: &QuestionFields, kind: QuestionKind, errors: &mut FieldErrors) -> Option<Choices> {
    if !kind.has_choices() {
        return Some(Choices::default());
    }
    if !(2..=MOST_CHOICES).contains(&raw.choices.len()) {
        errors.add("choices", Reason::new("choices_count").with("min", 2).with("max", MOST_CHOICES));
        return None;
    }
    let mut seen = BTreeSet::new();
    let mut parsed = Vec::new();
    for (number, choice) in raw.choices.iter().enumerate() {
        let value = errors.take(&format!("choices.{number}.value"), Slug::parse(&choice.value));
        let label = errors.take(&format!("choices.{number}.label"), choice.label.line(120));
        let (Some(value), Some(label)) = (value, label) else { continue };
        if !seen.insert(value.as_str().to_owned()) {
            errors.add(format!("choices.{number}.value"), Reason::new("choice_twice"));
        }
        parsed.push(Choice { value, label });
    }
    Some(Choices::from(parsed))
}

fn shown_if(raw: &QuestionFields, errors: &mut FieldErrors) -> Option<Condition> {
    let question = errors.take("shown_if_question", Slug::optional(&raw.shown_if_question)).flatten()?;
    let value = text::half_width(&raw.shown_if_value);
    if value.is_empty() {
        errors.add("shown_if_value", Reason::new("required"));
    }
    Some(Condition { question, value })
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    fn named(text: &str) -> LocalisedFields {
        LocalisedFields { en: text.to_owned(), ..LocalisedFields::default() }
    }

    fn choice(value: &str) -> ChoiceFields {
        ChoiceFields { value: value.to_owned(), label: named(value) }
    }

    fn fields(kind: &str, choices: Vec<ChoiceFields>) -> QuestionFields {
        let (slug, kind) = ("lunch".to_owned(), kind.to_owned());
        QuestionFields { slug, kind, choices, label: named("Lunch"), ..QuestionFields::default() }
    }

    fn code(raw: &QuestionFields, field: &str) -> &'static str {
        NewQuestion::try_from(raw).unwrap_err().of(field).unwrap().code
    }

    #[test]
    fn choices_are_counted_named_once_and_passed_over_where_none_are_offered() {
        assert_eq!(code(&fields("one", vec![choice("fish")]), "choices"), "choices_count");
        let many = (0..51).map(|number| choice(&format!("dish-{number}"))).collect();
        assert_eq!(code(&fields("many", many), "choices"), "choices_count");
        let twice = fields("one", vec![choice("fish"), choice("FISH")]);
        assert_eq!(code(&twice, "choices.1.value"), "choice_twice");
        let blank = fields("one", vec![choice("fish"), ChoiceFields::default()]);
        assert_eq!(code(&blank, "choices.1.label"), "required");
        assert_eq!(
            NewQuestion::try_from(&fields("date", vec![choice("fish")])).unwrap().choices.iter().count(),
            0
        );
    }

    #[test]
    fn every_wrong_field_is_told_at_once() {
        let raw = QuestionFields {
            shown_if_question: "drinks".to_owned(),
            retain_days: 3651.into(),
            hint: named(&"h".repeat(301)),
            ..fields("riddle", Vec::new())
        };
        let errors = NewQuestion::try_from(&raw).unwrap_err();
        let fields: Vec<&str> = errors.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(fields, ["kind", "hint", "shown_if_value", "retain_days"]);
    }

    #[test]
    fn a_condition_is_named_by_slug_and_value() {
        let raw = QuestionFields {
            shown_if_question: "Drinks".to_owned(),
            shown_if_value: " ｙes ".to_owned(),
            ..fields("yes-no", Vec::new())
        };
        let condition = NewQuestion::try_from(&raw).unwrap().shown_if.unwrap();
        assert_eq!((condition.question.as_str(), condition.value.as_str()), ("drinks", "yes"));
    }
}
