//! What an event says that its reader has no place for, so that it can go out as it came in.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    Event, Span,
    scalars::{given, maybe, spelt},
};

/// An event without what its reader took over, and the day that it was listed on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Kept {
    /// The event.
    #[serde(deserialize_with = "given")]
    pub event: Event,
    /// Its day, which a session past midnight does not begin on.
    #[serde(deserialize_with = "maybe", serialize_with = "spelt", skip_serializing_if = "Option::is_none")]
    pub day: Option<Date>,
}

impl Span {
    /// The same in whole minutes, at least one: what is shorter still takes place.
    #[must_use]
    pub fn whole_minutes(self) -> u32 {
        self.seconds().div_ceil(60).max(1)
    }
}

/// An event's two texts as one, and [`parted`] again.
#[must_use]
pub fn joined(summary: &str, description: &str) -> String {
    match (summary, description) {
        (summary, "") => summary.to_owned(),
        ("", description) => description.to_owned(),
        (summary, description) => format!("{summary}\n\n{description}"),
    }
}

/// Takes `description` off the end of a text it was [`joined`] to; a text that was changed there is all summary.
#[must_use]
pub fn parted<'a>(text: &'a str, description: &'a str) -> (&'a str, &'a str) {
    match text.strip_suffix(description) {
        Some("") => ("", description),
        Some(before) if !description.is_empty() => match before.strip_suffix("\n\n") {
            Some(summary) => (summary, description),
            None => (text, ""),
        },
        _ => (text, ""),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_changed_end_leaves_no_description_behind() {
        assert_eq!(parted("One.\n\nTwo.", "Two."), ("One.", "Two."));
        assert_eq!(parted("One.\n\nTwo and more.", "Two."), ("One.\n\nTwo and more.", ""));
        assert_eq!(parted("Only", ""), ("Only", ""));
    }

    proptest! {
        #[test]
        fn what_was_joined_comes_apart(summary in "[a-z]{0,5}(\n\n[a-z]{1,5})?", description in "[a-z]{0,5}") {
            let text = joined(&summary, &description);
            prop_assert_eq!(parted(&text, &description), (summary.as_str(), description.as_str()));
        }
    }
}
