//! Questions for the tests of this domain's pure parts.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::{Choice, Choices, Question, QuestionKind};
use crate::values::{Id, Localised, LocalisedFields, Slug};

pub(super) fn english(text: &str) -> Localised {
    LocalisedFields { en: text.to_owned(), ..LocalisedFields::default() }.line(200).unwrap()
}

/// A question without a condition; one and many choice offer `tea`, `coffee` and `water`.
pub(super) fn question(slug: &str, kind: QuestionKind) -> Question {
    let offered = if kind.has_choices() { &["tea", "coffee", "water"][..] } else { &[] };
    let choice = |value: &&str| Choice { value: Slug::parse(value).unwrap(), label: english(value) };
    Question {
        id: Id::fresh(),
        slug: Slug::parse(slug).unwrap(),
        kind,
        label: english(slug),
        hint: None,
        choices: Choices::from(offered.iter().map(choice).collect::<Vec<_>>()),
        required: false,
        shown_if_question: None,
        shown_if_value: None,
        sensitive: false,
        retain_days: None,
        archived_at: None,
        required_after_acceptance: false,
        frozen_at: None,
    }
}

impl Question {
    /// The same, to be answered.
    pub(super) fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// The same, shown only where `other` was answered with `value`.
    pub(super) fn only_if(mut self, other: &Self, value: &str) -> Self {
        self.shown_if_question = Some(other.id);
        self.shown_if_value = Some(value.to_owned());
        self
    }
}
