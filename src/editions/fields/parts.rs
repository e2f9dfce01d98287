//! What is typed about tracks, rooms and partners.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    editions::{NewPartner, NewRoom, NewTrack, PartnerKind},
    error::{FieldErrors, Reason},
    values::{Colour, LocalisedFields, NumberField, Slug, WebUrl},
};

/// A track as it arrives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TrackFields {
    /// Its short name in addresses.
    pub slug: String,
    /// What it is called; at most 80 characters.
    pub name: LocalisedFields,
    /// A colour dark enough to be read on white, as `#rrggbb`.
    pub colour: String,
}

impl TryFrom<&TrackFields> for NewTrack {
    type Error = FieldErrors;

    fn try_from(raw: &TrackFields) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::new();
        let slug = errors.take("slug", Slug::parse(&raw.slug));
        let name = errors.take("name", raw.name.line(80));
        let colour = errors.take("colour", Colour::parse(&raw.colour));
        match (slug, name, colour) {
            (Some(slug), Some(name), Some(colour)) => Ok(Self { slug, name, colour }),
            _ => Err(errors),
        }
    }
}

/// A room as it arrives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RoomFields {
    /// Its short name in addresses.
    pub slug: String,
    /// What it is called; at most 80 characters.
    pub name: LocalisedFields,
    /// How many persons it holds, from 1 to 100000; blank where unknown.
    pub capacity: NumberField,
    /// How many minutes it must be free between two sessions, up to 240; blank means not at all.
    pub turnaround_minutes: NumberField,
}

impl TryFrom<&RoomFields> for NewRoom {
    type Error = FieldErrors;

    fn try_from(raw: &RoomFields) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::new();
        let slug = errors.take("slug", Slug::parse(&raw.slug));
        let name = errors.take("name", raw.name.line(80));
        let capacity = errors.take("capacity", raw.capacity.optional_within(1..=100_000));
        let turnaround = raw.turnaround_minutes.optional_within(0..=240);
        let turnaround = errors.take("turnaround_minutes", turnaround);
        match (slug, name, capacity, turnaround) {
            (Some(slug), Some(name), Some(capacity), Some(turnaround)) => {
                let turnaround_minutes = turnaround.unwrap_or(0);
                Ok(Self { slug, name, capacity, turnaround_minutes })
            }
            _ => Err(errors),
        }
    }
}

/// A partner as it arrives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PartnerFields {
    /// `host`, `co-organiser`, `supporter` or `sponsor`.
    pub kind: String,
    /// What it is called; at most 120 characters.
    pub name: LocalisedFields,
    /// Its own page; may be blank.
    pub url: String,
}

impl TryFrom<&PartnerFields> for NewPartner {
    type Error = FieldErrors;

    fn try_from(raw: &PartnerFields) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::new();
        let kind = raw.kind.parse::<PartnerKind>().map_err(|()| Reason::new("choice_unknown"));
        let kind = errors.take("kind", kind);
        let name = errors.take("name", raw.name.line(120));
        let url = errors.take("url", WebUrl::optional(&raw.url));
        match (kind, name, url) {
            (Some(kind), Some(name), Some(url)) => Ok(Self { kind, name, url }),
            _ => Err(errors),
        }
    }
}
