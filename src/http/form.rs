//! A form as it is shown: what was typed, and the errors beside it in the reader's language.

use super::FormData;
use crate::{error::FieldErrors, i18n, values::Lang};

/// What templates ask while they draw a form.
#[derive(Clone, Debug, Default)]
pub struct Form {
    typed: FormData,
    errors: Vec<(String, String)>,
}

impl Form {
    /// An empty form, or one filled with what is stored.
    #[must_use]
    pub fn filled(stored: FormData) -> Self {
        Self { typed: stored, errors: Vec::new() }
    }

    /// What was typed, sent back with the errors that were found in it.
    #[must_use]
    pub fn refused(typed: FormData, errors: &FieldErrors, lang: Lang) -> Self {
        let errors =
            errors.iter().map(|error| (error.field.clone(), i18n::reason(lang, &error.reason))).collect();
        Self { typed, errors }
    }

    /// What was typed into `name`.
    #[must_use]
    pub fn value(&self, name: &str) -> &str {
        self.typed.one(name)
    }

    /// Whether `value` was chosen among the boxes or options of `name`.
    #[must_use]
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.typed.all(name).any(|chosen| chosen == value)
    }

    /// The error beside `name`.
    #[must_use]
    pub fn error(&self, name: &str) -> Option<String> {
        self.errors.iter().find(|(field, _)| field == name).map(|(_, message)| message.clone())
    }

    /// Every error, for the summary above the form.
    #[must_use]
    pub fn errors(&self) -> Vec<(String, String)> {
        self.errors.clone()
    }
}
