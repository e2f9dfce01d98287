//! What is typed about a consent text.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    editions::{ConsentKind, NewConsentText},
    error::{FieldErrors, Reason},
    values::LocalisedFields,
};

/// A consent text as it arrives; its kind stands in the address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ConsentTextFields {
    /// What stands beside the box, at most 5000 characters; blank when it shall not be asked any more.
    pub body: LocalisedFields,
    /// Whether one can't register without agreeing; never for `collection` and `marketing`.
    pub required: bool,
}

impl ConsentTextFields {
    /// Parses the text for its kind.
    ///
    /// # Errors
    /// `required` for a collection statement without text, since one must be given;
    /// `consent_never_required` where agreeing can't be demanded.
    pub fn parse(&self, kind: ConsentKind) -> Result<NewConsentText, FieldErrors> {
        let mut errors = FieldErrors::new();
        let body = errors.take("body", self.body.optional_prose(5000)).flatten();
        if body.is_none() && errors.is_empty() && kind == ConsentKind::Collection {
            errors.add("body", Reason::new("required"));
        }
        if self.required && !kind.may_be_required() {
            errors.add("required", Reason::new("consent_never_required"));
        }
        errors.check()?;
        Ok(NewConsentText { kind, required: self.required && body.is_some(), body })
    }
}
