//! An element taken apart.

use serde_json::{Map, Value, json};

use super::node::Node;
use crate::{
    formats::schedule::{Element, Foreign, scalars::tidy},
    values::text::Shape,
};

/// What is known of an element goes into members, the rest is kept.
#[derive(Default)]
pub(super) struct Parts {
    pub(super) members: Map<String, Value>,
    pub(super) kept: Foreign,
}

impl Parts {
    /// The attributes of a node, `known` ones under the names beside theirs.
    pub(super) fn of(node: &Node, known: &[(&str, &str)]) -> Self {
        let mut parts = Self::default();
        for (name, value) in &node.attributes {
            match known.iter().find(|(attribute, _)| attribute == name) {
                Some((_, member)) => parts.set(member, value.as_str()),
                None => {
                    parts.kept.attributes.insert(name.clone(), tidy(Shape::Line, value));
                }
            }
        }
        parts
    }

    pub(super) fn set(&mut self, member: &str, value: impl Into<Value>) {
        self.members.insert(member.to_owned(), value.into());
    }

    pub(super) fn keep(&mut self, node: &Node) {
        self.kept.elements.push(Element::from(node));
    }

    /// A child that is a text; kept as well if it comes again, or has attributes.
    pub(super) fn text(&mut self, member: &str, node: &Node) {
        let again = self.members.contains_key(member);
        if !again {
            self.set(member, node.whole_text());
        }
        if again || !node.attributes.is_empty() {
            self.keep(node);
        }
    }

    /// The members, with what was kept and with what the node's instruction adds.
    pub(super) fn into_value(self, node: &Node) -> Value {
        let Self { mut members, kept } = self;
        if !kept.is_empty() {
            members.insert("xml".to_owned(), json!(kept));
        }
        members.extend(node.more.clone());
        Value::Object(members)
    }
}
