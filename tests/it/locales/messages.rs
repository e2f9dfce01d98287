//! The locale files, read with Fluent's own parser.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::{
    ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser,
};
use plenary::{i18n, values::Lang};

/// English first: the others are compared with it.
pub const LANGUAGES: [Lang; 3] = [Lang::En, Lang::ZhHant, Lang::ZhHans];

/// One text.
#[derive(Default)]
pub struct Message {
    /// The names of the values that it prints or chooses by.
    pub arguments: BTreeSet<String>,
    /// Everything it may say, without the values.
    pub text: String,
}

/// Every text of a language, by key.
pub type Messages = BTreeMap<String, Message>;

/// Reads the files of `lang`; each must be well-formed, and no key may stand twice.
pub fn messages(lang: Lang) -> Messages {
    let mut messages = Messages::new();
    for (path, source) in i18n::files(lang) {
        let resource = parser::parse(source).unwrap_or_else(|(_, errors)| panic!("{path}: {errors:?}"));
        for entry in resource.body {
            let Entry::Message(found) = entry else { continue };
            let key = found.id.name;
            let mut message = Message::default();
            message.pattern(&found.value.unwrap_or_else(|| panic!("{path}: {key} says nothing")));
            assert!(messages.insert(key.clone(), message).is_none(), "{path}: {key} stands twice");
        }
    }
    messages
}

impl Message {
    fn pattern(&mut self, pattern: &Pattern<String>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.text.push_str(value),
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
    }

    fn expression(&mut self, expression: &Expression<String>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    self.text.push(' ');
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<String>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.arguments.insert(id.name.clone());
            }
            InlineExpression::StringLiteral { value } => self.text.push_str(value),
            InlineExpression::FunctionReference { arguments: CallArguments { positional, .. }, .. } => {
                positional.iter().for_each(|argument| self.inline(argument));
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::NumberLiteral { .. } => {}
            // One text inside another hides its arguments from whoever calls it.
            InlineExpression::MessageReference { .. } | InlineExpression::TermReference { .. } => {
                panic!("write the text out: {inline:?}")
            }
        }
    }
}
