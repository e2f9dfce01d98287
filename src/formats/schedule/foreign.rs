//! What a file says and this model has no field for: kept, and given out where it stood.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};

use super::scalars::{given, line, prose, tidy};
use crate::values::text::Shape;

/// Members of a JSON object by their names; never `null`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Extra(pub Map<String, Value>);

impl Extra {
    /// Whether there is nothing to keep.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<'de> Deserialize<'de> for Extra {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let mut members = Map::deserialize(from)?;
        members.retain(|_, value| !value.is_null());
        members.values_mut().for_each(clean);
        Ok(Self(members))
    }
}

/// Texts inside are tidied like all others.
fn clean(value: &mut Value) {
    match value {
        Value::String(text) => *text = tidy(Shape::Prose, text),
        Value::Array(values) => values.iter_mut().for_each(clean),
        Value::Object(members) => members.values_mut().for_each(clean),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Attributes and elements of the XML; in JSON they are the member `xml`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Foreign {
    /// Attributes by name.
    #[serde(deserialize_with = "lines", skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: BTreeMap<String, String>,
    /// Elements in their order.
    #[serde(deserialize_with = "given", skip_serializing_if = "Vec::is_empty")]
    pub elements: Vec<Element>,
}

impl Foreign {
    /// Whether there is nothing to keep.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.attributes.is_empty() && self.elements.is_empty()
    }
}

/// An element that this model does not know. Text between its elements is moved before them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Element {
    /// Its name.
    #[serde(deserialize_with = "line")]
    pub name: String,
    /// Attributes by name.
    #[serde(deserialize_with = "lines", skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: BTreeMap<String, String>,
    /// Its own text.
    #[serde(deserialize_with = "prose", skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// The elements inside, in their order.
    #[serde(deserialize_with = "given", skip_serializing_if = "Vec::is_empty")]
    pub elements: Vec<Element>,
}

/// Attributes, which are lines.
fn lines<'de, D: Deserializer<'de>>(from: D) -> Result<BTreeMap<String, String>, D::Error> {
    let attributes: BTreeMap<String, String> = given(from)?;
    Ok(attributes.into_iter().map(|(name, value)| (name, tidy(Shape::Line, &value))).collect())
}
