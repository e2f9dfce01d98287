//! How single values are read: leniently, since programs disagree on what is a number and what a text.

use std::{fmt::Display, str::FromStr};

use serde::{Deserialize, Deserializer, Serializer};
use serde_json::Value;

use super::refusal::{carried, refused, value_refused};
use crate::{error::Reason, values::text::Shape};

/// A value with a spelling of its own, that both files share.
pub(super) trait Spelt: Sized + Display {
    /// The value so spelt.
    fn parse(raw: &str) -> Result<Self, Reason>;
}

/// One line of text.
pub(super) fn line<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    Ok(tidy(Shape::Line, &scalar(from)?))
}

/// A text of several lines.
pub(super) fn prose<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    Ok(tidy(Shape::Prose, &scalar(from)?))
}

/// The regular form of a text; U+FFFE and U+FFFF, which XML can't hold, fall out too.
pub(super) fn tidy(shape: Shape, raw: &str) -> String {
    shape.tidy(&raw.replace(['\u{FFFE}', '\u{FFFF}'], ""))
}

/// A value that is there or not.
pub(super) fn maybe<'de, D: Deserializer<'de>, T: Spelt>(from: D) -> Result<Option<T>, D::Error> {
    let raw = line(from)?;
    if raw.is_empty() { Ok(None) } else { T::parse(&raw).map(Some).map_err(|reason| carried(&reason)) }
}

/// A value as it is spelt.
pub(super) fn spelt<S: Serializer, T: Spelt>(value: &Option<T>, to: S) -> Result<S::Ok, S::Error> {
    match value {
        Some(value) => to.collect_str(value),
        None => to.serialize_none(),
    }
}

/// A whole number, in digits or as a text of digits.
pub(super) fn number<'de, D: Deserializer<'de>, T: FromStr>(from: D) -> Result<Option<T>, D::Error> {
    let raw = line(from)?;
    let wrong = || value_refused("schedule_number_invalid", &raw);
    if raw.is_empty() { Ok(None) } else { raw.parse().map(Some).map_err(|_| carried(&wrong())) }
}

/// Yes or no; nothing said is no.
pub(super) fn flag<'de, D: Deserializer<'de>>(from: D) -> Result<bool, D::Error> {
    Ok(!matches!(line(from)?.to_ascii_lowercase().as_str(), "" | "0" | "false" | "no"))
}

/// A list or a structure; `null` is an empty one.
pub(super) fn given<'de, D: Deserializer<'de>, T: Deserialize<'de> + Default>(
    from: D,
) -> Result<T, D::Error> {
    Option::<T>::deserialize(from).map(Option::unwrap_or_default)
}

/// Whether a flag need not be written.
pub(super) fn unset(flag: &bool) -> bool {
    !flag
}

fn scalar<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    match Value::deserialize(from)? {
        Value::Null => Ok(String::new()),
        Value::String(text) => Ok(text),
        Value::Number(number) => Ok(number.to_string()),
        Value::Bool(flag) => Ok(flag.to_string()),
        Value::Array(_) | Value::Object(_) => Err(carried(&refused("schedule_field_invalid"))),
    }
}
