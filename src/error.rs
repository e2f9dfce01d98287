//! The one error type of every verb.
//!
//! An error carries a stable [`Reason`] (code and named arguments), never prose: the surfaces turn
//! codes into sentences through `i18n`, so that a page and a problem document say the same thing in
//! the reader's language. What is hidden answers [`Error::NotFound`]; what may be seen but not done
//! answers [`Error::Forbidden`].

use std::{error::Error as StdError, fmt, time::Duration};

/// Why something was refused: a stable code (`email_invalid`) and the values its sentence names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The key under `error-` in the locale files; part of the API, so never renamed.
    pub code: &'static str,
    /// Named arguments of the sentence, in no particular order.
    pub args: Vec<(&'static str, String)>,
}

impl Reason {
    /// A reason whose sentence needs no arguments.
    #[must_use]
    pub fn new(code: &'static str) -> Self {
        Self { code, args: Vec::new() }
    }

    /// The same reason with one more named argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.args.push((name, value.to_string()));
        self
    }
}

/// One field's error: the field's name as the form and the API spell it, and the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// Name of the input, dotted for nested ones (`answers.diet`).
    pub field: String,
    /// What is wrong with it.
    pub reason: Reason,
}

/// Every field's error of one input, in the order of the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldErrors(Vec<FieldError>);

impl FieldErrors {
    /// Nothing wrong yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// One error on one field.
    #[must_use]
    pub fn one(field: impl Into<String>, reason: Reason) -> Self {
        let mut errors = Self::new();
        errors.add(field, reason);
        errors
    }

    /// Notes that `field` is wrong.
    pub fn add(&mut self, field: impl Into<String>, reason: Reason) {
        self.0.push(FieldError { field: field.into(), reason });
    }

    /// Unwraps a parsed value, or notes its error under `field` and answers `None`.
    pub fn take<T>(&mut self, field: &str, parsed: Result<T, Reason>) -> Option<T> {
        parsed.map_err(|reason| self.add(field, reason)).ok()
    }

    /// Takes over the errors of a nested input under `prefix.`.
    pub fn nest(&mut self, prefix: &str, inner: FieldErrors) {
        for error in inner.0 {
            self.add(format!("{prefix}.{}", error.field), error.reason);
        }
    }

    /// The errors of several inputs that came together, in their order.
    pub fn merged(parts: impl IntoIterator<Item = Option<FieldErrors>>) -> Self {
        Self(parts.into_iter().flatten().flat_map(|errors| errors.0).collect())
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The errors, in order.
    pub fn iter(&self) -> impl Iterator<Item = &FieldError> {
        self.0.iter()
    }

    /// The first error of `field`.
    #[must_use]
    pub fn of(&self, field: &str) -> Option<&Reason> {
        self.0.iter().find(|error| error.field == field).map(|error| &error.reason)
    }

    /// `Err` if anything is wrong; the last line before a `TryFrom` builds its value.
    ///
    /// # Errors
    /// Itself, when not empty.
    pub fn check(&self) -> Result<(), FieldErrors> {
        if self.is_empty() { Ok(()) } else { Err(self.clone()) }
    }
}

/// What a verb answers when it does not do what was asked.
#[derive(Debug)]
pub enum Error {
    /// There is no such thing, or not for this asker.
    NotFound,
    /// Somebody must sign in first.
    SignInNeeded,
    /// The asker may see this but not do it.
    Forbidden,
    /// The input is wrong, field by field.
    Invalid(FieldErrors),
    /// The input is fine but the present state refuses it.
    Conflict(Reason),
    /// A limit was reached; try again after this long.
    TooMany(Duration),
    /// The node is too busy to take this in; nothing was done.
    Busy,
    /// COMMIT was sent and its answer lost: repeat with the same key to learn the outcome.
    OutcomeUnknown,
    /// A fault of ours; the cause is for the log only.
    Internal(Box<dyn StdError + Send + Sync>),
}

impl Error {
    /// A fault of ours, with its cause.
    pub fn internal(cause: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::Internal(cause.into())
    }

    /// The state refuses: shorthand for a reason without arguments.
    #[must_use]
    pub fn conflict(code: &'static str) -> Self {
        Self::Conflict(Reason::new(code))
    }

    /// One wrong field.
    #[must_use]
    pub fn field(field: &str, reason: Reason) -> Self {
        Self::Invalid(FieldErrors::one(field, reason))
    }
}

impl From<FieldErrors> for Error {
    fn from(errors: FieldErrors) -> Self {
        Self::Invalid(errors)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound => f.write_str("not found"),
            Self::SignInNeeded => f.write_str("sign-in needed"),
            Self::Forbidden => f.write_str("forbidden"),
            Self::Invalid(errors) => write!(f, "{} invalid field(s)", errors.0.len()),
            Self::Conflict(reason) => write!(f, "conflict: {}", reason.code),
            Self::TooMany(wait) => write!(f, "too many; retry after {} s", wait.as_secs()),
            Self::Busy => f.write_str("busy"),
            Self::OutcomeUnknown => f.write_str("outcome unknown"),
            Self::Internal(cause) => write!(f, "internal: {cause}"),
        }
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Internal(cause) => Some(cause.as_ref()),
            _ => None,
        }
    }
}
