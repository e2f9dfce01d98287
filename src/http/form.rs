//! A form as it is shown: what was typed, and the errors beside it in the reader's language.

use actix_web::http::StatusCode;

use super::FormData;
use crate::{
    error::{Error, FieldErrors},
    i18n,
    values::Lang,
};

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

    /// What was typed, sent back after a verb's `error`, and the status to answer with: what is wrong stands
    /// beside its field, what the present state refuses above all of them.
    ///
    /// # Errors
    /// Every error that typing something else would not help.
    pub fn after(typed: FormData, error: Error, lang: Lang) -> Result<(Self, StatusCode), Error> {
        match error {
            Error::Invalid(errors) => {
                Ok((Self::refused(typed, &errors, lang), StatusCode::UNPROCESSABLE_ENTITY))
            }
            Error::Conflict(reason) => {
                let errors = vec![(String::new(), i18n::reason(lang, &reason))];
                Ok((Self { typed, errors }, StatusCode::CONFLICT))
            }
            other => Err(other),
        }
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

    /// Every error, for the summary above the form; the field is empty where the whole form is refused.
    #[must_use]
    pub fn errors(&self) -> Vec<(String, String)> {
        self.errors.clone()
    }
}
