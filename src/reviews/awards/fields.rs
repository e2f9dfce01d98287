//! An award as it arrives.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::NewAward;
use crate::{
    error::{FieldErrors, Reason},
    values::{LocalisedFields, text},
};

/// An award as it arrives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct AwardFields {
    /// What it is called; at most 80 characters.
    pub name: LocalisedFields,
    /// The id of the only track that it is for; blank for all of the call.
    pub track: String,
}

impl TryFrom<&AwardFields> for NewAward {
    type Error = FieldErrors;

    /// Codes: `choice_unknown`, and those of the name.
    fn try_from(raw: &AwardFields) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::new();
        let name = errors.take("name", raw.name.line(80));
        let unknown = |_| Reason::new("choice_unknown");
        let track = (!text::is_blank(&raw.track)).then(|| raw.track.trim().parse().map_err(unknown));
        match (name, errors.take("track", track.transpose())) {
            (Some(name), Some(track)) => Ok(Self { name, track }),
            _ => Err(errors),
        }
    }
}
