//! What is stored, as the pairs that a form is filled with.

use crate::{
    http::{Form, FormData},
    values::{Lang, Localised, LocalisedFields},
};

/// Pairs in the order of the form's inputs.
#[derive(Default)]
pub(crate) struct Stored(Vec<(String, String)>);

impl Stored {
    /// One input.
    pub(crate) fn with(mut self, name: impl Into<String>, value: impl ToString) -> Self {
        self.0.push((name.into(), value.to_string()));
        self
    }

    /// One input, empty where there is nothing.
    pub(crate) fn maybe(self, name: &str, value: Option<impl ToString>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// One box.
    pub(crate) fn ticked(self, name: &str, ticked: bool) -> Self {
        self.maybe(name, ticked.then_some("yes"))
    }

    /// The three inputs of a text, and which language it was written in.
    pub(crate) fn text(mut self, name: &str, text: Option<&Localised>) -> Self {
        let Some(text) = text else { return self };
        let fields = LocalisedFields::from(text);
        self = self.with(format!("{name}.original"), text.original());
        for lang in Lang::ALL {
            self = self.with(format!("{name}.{lang}"), fields.typed(*lang));
        }
        self
    }

    /// The pairs.
    pub(crate) fn data(self) -> FormData {
        self.0.into_iter().collect()
    }

    /// A form filled with them.
    pub(crate) fn form(self) -> Form {
        Form::filled(self.data())
    }
}

/// The text called `name` in what was typed.
pub(crate) fn texts(typed: &FormData, name: &str) -> LocalisedFields {
    LocalisedFields::from_form(name, typed.pairs())
}
