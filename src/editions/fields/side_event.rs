//! What is typed about a side event.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    editions::NewSideEvent,
    error::{FieldErrors, Reason},
    values::{LocalisedFields, Slug, Zone, time},
};

/// A side event as it arrives. Times are local times of the edition's zone, or carry an offset.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SideEventFields {
    /// Its short name in addresses.
    pub slug: String,
    /// What it is called; at most 120 characters.
    pub name: LocalisedFields,
    /// What it is about; at most 3,000 characters.
    pub summary: LocalisedFields,
    /// The building, or the room; at most 120 characters.
    pub place: LocalisedFields,
    /// The city; at most 80 characters.
    pub city: LocalisedFields,
    /// When it begins.
    pub starts_at: String,
    /// When it ends.
    pub ends_at: String,
    /// Whether the public sees it.
    pub published: bool,
}

impl SideEventFields {
    /// Parses times on the wall clock of `zone`.
    ///
    /// # Errors
    /// Codes: `end_before_start`, and those of the values.
    pub fn parse(&self, zone: &Zone) -> Result<NewSideEvent, FieldErrors> {
        let mut errors = FieldErrors::new();
        let slug = errors.take("slug", Slug::parse(&self.slug));
        let name = errors.take("name", self.name.line(120));
        let summary = errors.take("summary", self.summary.optional_prose(3_000));
        let place = errors.take("place", self.place.line(120));
        let city = errors.take("city", self.city.line(80));
        let starts_at = errors.take("starts_at", time::local_datetime(&self.starts_at, zone));
        let ends_at = errors.take("ends_at", time::local_datetime(&self.ends_at, zone));
        if starts_at.zip(ends_at).is_some_and(|(start, end)| end <= start) {
            errors.add("ends_at", Reason::new("end_before_start"));
        }
        errors.check()?;
        match (slug, name, summary, place, city, starts_at, ends_at) {
            (
                Some(slug),
                Some(name),
                Some(summary),
                Some(place),
                Some(city),
                Some(starts_at),
                Some(ends_at),
            ) => {
                let published = self.published;
                Ok(NewSideEvent { slug, name, summary, place, city, starts_at, ends_at, published })
            }
            _ => Err(errors),
        }
    }
}
