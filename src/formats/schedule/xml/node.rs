//! An element as it stands in a file.

use std::collections::BTreeMap;

use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};

use crate::{
    formats::schedule::{Element, Foreign, scalars::tidy},
    values::text::Shape,
};

/// The target of our processing instructions.
pub(super) const TARGET: &str = "plenary";

/// One element, with all that is inside.
#[derive(Clone, Debug, Default)]
pub(super) struct Node {
    pub(super) name: String,
    pub(super) attributes: BTreeMap<String, String>,
    /// Its own text; what stands between its elements is put together.
    pub(super) text: String,
    pub(super) nodes: Vec<Node>,
    /// What our processing instruction adds.
    pub(super) more: Map<String, Value>,
    /// Where it begins: a byte of the file.
    pub(super) at: usize,
}

impl Node {
    /// An element of that name.
    pub(super) fn new(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    /// The same with a text.
    pub(super) fn said(mut self, text: impl ToString) -> Self {
        self.text = text.to_string();
        self
    }

    /// The same with an attribute, unless its value is empty.
    pub(super) fn with(mut self, name: &str, value: impl ToString) -> Self {
        let value = value.to_string();
        if !value.is_empty() && is_name(name) {
            self.attributes.insert(name.to_owned(), value);
        }
        self
    }

    /// The same with one more element inside.
    pub(super) fn containing(mut self, node: Node) -> Self {
        self.nodes.push(node);
        self
    }

    /// The same with one more element that holds only a text, unless that is empty.
    pub(super) fn telling(self, name: &str, text: impl ToString) -> Self {
        let node = Self::new(name).said(text);
        if node.text.is_empty() { self } else { self.containing(node) }
    }

    /// The same with what was kept.
    pub(super) fn keeping(mut self, kept: &Foreign) -> Self {
        self.attributes.extend(named(&kept.attributes));
        self.nodes.extend(kept.elements.iter().filter(|kept| is_name(&kept.name)).map(Node::from));
        self
    }

    /// The same with an instruction for what reading it back does not give.
    pub(super) fn complete<T, E>(
        mut self,
        whole: &T,
        read: impl Fn(&Node) -> Result<T, E>,
    ) -> serde_json::Result<Self>
    where
        T: Default + PartialEq + Serialize + DeserializeOwned,
    {
        // What can't be read back needs to be said in full.
        let said = read(&self).unwrap_or_default();
        if said != *whole {
            self.more = difference(members(whole)?, &members(&said)?);
        }
        Ok(self)
    }

    /// Its text and the texts of all elements inside.
    pub(super) fn whole_text(&self) -> String {
        self.nodes.iter().fold(self.text.clone(), |text, node| text + &node.whole_text())
    }
}

/// A value as a JSON object.
fn members<T: Serialize>(value: &T) -> serde_json::Result<Map<String, Value>> {
    serde_json::to_value(value).and_then(serde_json::from_value)
}

/// What to set, or to take away, to get from `said` to `whole`.
fn difference(whole: Map<String, Value>, said: &Map<String, Value>) -> Map<String, Value> {
    let gone: Vec<String> = said.keys().filter(|name| !whole.contains_key(*name)).cloned().collect();
    let set = whole.into_iter().filter(|(name, value)| said.get(name) != Some(value));
    set.chain(gone.into_iter().map(|name| (name, Value::Null))).collect()
}

/// The attributes that XML can name.
fn named(attributes: &BTreeMap<String, String>) -> impl Iterator<Item = (String, String)> {
    attributes.iter().filter(|(name, _)| is_name(name)).map(|(name, value)| (name.clone(), value.clone()))
}

/// Whether something may be an element's or an attribute's name, as cautiously as XML 1.0 section 2.3
/// can be read; no prefix but `xml`, since others mean nothing without a declaration.
fn is_name(name: &str) -> bool {
    let local = name.strip_prefix("xml:").unwrap_or(name);
    let later = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    local.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') && local.chars().all(later)
}

impl From<&Element> for Node {
    fn from(kept: &Element) -> Self {
        let node = Self::new(&kept.name).said(&kept.text);
        let inside = kept.elements.iter().filter(|kept| is_name(&kept.name));
        Self {
            attributes: named(&kept.attributes).collect(),
            nodes: inside.map(Node::from).collect(),
            ..node
        }
    }
}

impl From<&Node> for Element {
    fn from(node: &Node) -> Self {
        let tidied = |(name, value): (&String, &String)| (name.clone(), tidy(Shape::Line, value));
        Self {
            name: node.name.clone(),
            attributes: node.attributes.iter().map(tidied).collect(),
            text: tidy(Shape::Prose, &node.text),
            elements: node.nodes.iter().map(Element::from).collect(),
        }
    }
}
