//! Answers as they arrive.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{
        RefOr,
        schema::{AdditionalProperties, ObjectBuilder, Schema},
    },
};

/// Raw answers by the slug of their question. In a form the inputs are called `answers.SLUG`, one for
/// each ticked box; in JSON it is an object of texts, lists of texts, and true or false.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "BTreeMap<String, Value>", into = "BTreeMap<String, Value>")]
pub struct RawAnswers {
    by_slug: BTreeMap<String, Raw>,
    strict: bool,
}

/// What arrived for one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Raw {
    /// Typed, or ticked.
    Typed(Vec<String>),
    /// JSON that no question takes, such as an object.
    Malformed(Value),
}

impl RawAnswers {
    /// Picks the answers out of a form. Those to questions that are not asked any more are passed over
    /// later on: whoever filled in an older form can't do anything about it.
    pub fn from_form<'a>(inputs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut by_slug = BTreeMap::new();
        for (input, value) in inputs {
            let Some(slug) = input.strip_prefix("answers.") else { continue };
            if let Raw::Typed(values) = by_slug.entry(slug.to_owned()).or_insert(Raw::Typed(Vec::new())) {
                values.push(value.to_owned());
            }
        }
        Self { by_slug, strict: false }
    }

    /// What arrived for the question.
    pub(super) fn of(&self, slug: &str) -> Option<&Raw> {
        self.by_slug.get(slug)
    }

    /// The slugs answered, if every one must be known.
    pub(super) fn demanded(&self) -> impl Iterator<Item = &str> {
        self.by_slug.keys().map(String::as_str).filter(|_| self.strict)
    }
}

impl From<BTreeMap<String, Value>> for RawAnswers {
    fn from(json: BTreeMap<String, Value>) -> Self {
        let by_slug = json.into_iter().map(|(slug, value)| (slug, Raw::from(value))).collect();
        Self { by_slug, strict: true }
    }
}

impl From<RawAnswers> for BTreeMap<String, Value> {
    fn from(answers: RawAnswers) -> Self {
        let json = |raw| match raw {
            Raw::Typed(values) => Value::from(values),
            Raw::Malformed(value) => value,
        };
        answers.by_slug.into_iter().map(|(slug, raw)| (slug, json(raw))).collect()
    }
}

impl From<Value> for Raw {
    fn from(json: Value) -> Self {
        match json {
            Value::Null => Self::Typed(Vec::new()),
            Value::Bool(yes) => Self::Typed(vec![if yes { "yes" } else { "no" }.to_owned()]),
            Value::String(text) => Self::Typed(vec![text]),
            Value::Array(values) if values.iter().all(Value::is_string) => {
                Self::Typed(values.iter().filter_map(Value::as_str).map(str::to_owned).collect())
            }
            other => Self::Malformed(other),
        }
    }
}

impl PartialSchema for RawAnswers {
    fn schema() -> RefOr<Schema> {
        let any = AdditionalProperties::FreeForm(true);
        ObjectBuilder::new().additional_properties(Some(any)).into()
    }
}
impl ToSchema for RawAnswers {}
