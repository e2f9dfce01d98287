//! What is typed about a pool, and its parsing.

use serde::Deserialize;
use utoipa::ToSchema;

use super::NewPool;
use crate::{
    error::FieldErrors,
    values::{LocalisedFields, NumberField},
};

/// A pool as it arrives.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PoolFields {
    /// What it is called among staff; at most 120 characters.
    pub name: LocalisedFields,
    /// How many places it has, from 0 to 1,000,000.
    pub capacity: NumberField,
}

impl TryFrom<&PoolFields> for NewPool {
    type Error = FieldErrors;

    fn try_from(raw: &PoolFields) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::new();
        let name = errors.take("name", raw.name.line(120));
        let capacity = errors.take("capacity", raw.capacity.within(0..=1_000_000));
        match (name, capacity) {
            (Some(name), Some(capacity)) => Ok(Self { name, capacity }),
            _ => Err(errors),
        }
    }
}
