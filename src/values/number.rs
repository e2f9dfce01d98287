//! Whole numbers as they arrive, typed into a form or sent as JSON.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{RefOr, schema::Schema},
};

use super::text;
use crate::error::Reason;

/// A raw whole number: text from a form, a number, text or null from JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum NumberField {
    /// A JSON number; null is nothing typed.
    Number(Option<i64>),
    /// As somebody typed it.
    Typed(String),
}

impl NumberField {
    /// The number, if it lies in `range`.
    ///
    /// # Errors
    /// `required`, `number_invalid`, `number_out_of_range` with `min` and `max`.
    pub fn within(&self, range: RangeInclusive<i32>) -> Result<i32, Reason> {
        self.optional_within(range)?.ok_or(Reason::new("required"))
    }

    /// Like [`within`](Self::within), but nothing typed is `None`.
    ///
    /// # Errors
    /// `number_invalid`, `number_out_of_range` with `min` and `max`.
    pub fn optional_within(&self, range: RangeInclusive<i32>) -> Result<Option<i32>, Reason> {
        let outside =
            || Reason::new("number_out_of_range").with("min", range.start()).with("max", range.end());
        let Some(number) = self.read()? else { return Ok(None) };
        let fitting = i32::try_from(number).ok().filter(|number| range.contains(number));
        fitting.map(Some).ok_or_else(outside)
    }

    fn read(&self) -> Result<Option<i64>, Reason> {
        match self {
            Self::Number(number) => Ok(*number),
            Self::Typed(raw) if text::is_blank(raw) => Ok(None),
            Self::Typed(raw) => {
                let number = text::half_width(raw).parse();
                number.map(Some).map_err(|_| Reason::new("number_invalid"))
            }
        }
    }
}

impl Default for NumberField {
    fn default() -> Self {
        Self::Number(None)
    }
}

impl From<&str> for NumberField {
    fn from(raw: &str) -> Self {
        Self::Typed(raw.to_owned())
    }
}

impl From<i32> for NumberField {
    fn from(number: i32) -> Self {
        Self::Number(Some(number.into()))
    }
}

impl PartialSchema for NumberField {
    fn schema() -> RefOr<Schema> {
        Option::<i64>::schema()
    }
}
impl ToSchema for NumberField {}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    #[test]
    fn forms_and_json_say_the_same_number() {
        for json in ["24", "\"24\"", "\" ２４ \""] {
            assert_eq!(serde_json::from_str::<NumberField>(json).unwrap().within(1..=336), Ok(24), "{json}");
        }
    }

    #[test]
    fn nothing_is_missing_and_not_zero() {
        for json in ["null", "\" \""] {
            let field: NumberField = serde_json::from_str(json).unwrap();
            assert_eq!(field.optional_within(0..=9), Ok(None), "{json}");
            assert_eq!(field.within(0..=9), Err(Reason::new("required")), "{json}");
        }
    }

    #[test]
    fn what_is_no_number_or_too_large_says_so() {
        assert_eq!(NumberField::from("many").within(1..=9), Err(Reason::new("number_invalid")));
        assert_eq!(NumberField::from("1.5").within(1..=9), Err(Reason::new("number_invalid")));
        let outside = Reason::new("number_out_of_range").with("min", 1).with("max", 9);
        for field in [NumberField::from(0), NumberField::from(10), NumberField::from("9999999999")] {
            assert_eq!(field.within(1..=9), Err(outside.clone()));
        }
    }
}
