//! A code as it is asked for.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    calls::NewCode,
    error::FieldErrors,
    values::{Line, NumberField, Zone, time},
};

/// A code as it is asked for; the code itself is made up.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CodeFields {
    /// For whom it is; at most 120 characters.
    pub note: String,
    /// How many submissions may be begun with it, 1 to 10000; blank for any number.
    pub max_uses: NumberField,
    /// From when on it is worth nothing: local time of the edition's zone, or with an offset; blank for never.
    pub expires_at: String,
}

impl CodeFields {
    /// Parses the time on the wall clock of `zone`.
    ///
    /// # Errors
    /// Codes of the values.
    pub fn parse(&self, zone: &Zone) -> Result<NewCode, FieldErrors> {
        let mut errors = FieldErrors::new();
        let note = errors.take("note", Line::optional(&self.note));
        let max_uses = errors.take("max_uses", self.max_uses.optional_within(1..=10_000));
        let expires_at = errors.take("expires_at", time::optional_local_datetime(&self.expires_at, zone));
        match (note, max_uses, expires_at) {
            (Some(note), Some(max_uses), Some(expires_at)) => Ok(NewCode { note, max_uses, expires_at }),
            _ => Err(errors),
        }
    }
}
