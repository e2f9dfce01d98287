//! A conference, its days and its rooms.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    event::Event,
    foreign::{Extra, Foreign},
    scalars::{given, line, maybe, number, prose, spelt},
    span::Span,
    stamp::{Stamp, When},
};

/// A published schedule. Its serde form is its head alone; `json` and `xml` add the rest.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Schedule {
    /// The program that made it.
    #[serde(deserialize_with = "given")]
    pub generator: Generator,
    /// The name of this release.
    #[serde(deserialize_with = "line")]
    pub version: String,
    /// Where the schedule itself is published.
    #[serde(deserialize_with = "line", skip_serializing_if = "String::is_empty")]
    pub url: String,
    /// What relative addresses inside are relative to.
    #[serde(deserialize_with = "line", skip_serializing_if = "String::is_empty")]
    pub base_url: String,
    /// What it is a schedule of.
    #[serde(skip)]
    pub conference: Conference,
    /// The days in order.
    #[serde(skip)]
    pub days: Vec<Day>,
    /// Kept from XML.
    #[serde(deserialize_with = "given", skip_serializing_if = "Foreign::is_empty")]
    pub xml: Foreign,
    /// Kept from JSON, beside `schedule`.
    #[serde(rename = "$outside", deserialize_with = "given", skip_serializing_if = "Extra::is_empty")]
    pub outside: Extra,
    /// Kept from JSON.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Schedule {
    /// All events in their order: by day, then by room.
    pub fn events(&self) -> impl Iterator<Item = &Event> {
        self.days.iter().flat_map(|day| &day.rooms).flat_map(|room| &room.events)
    }
}

/// The program that made a schedule.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Generator {
    /// Its name.
    #[serde(deserialize_with = "line", skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Its version.
    #[serde(deserialize_with = "line", skip_serializing_if = "String::is_empty")]
    pub version: String,
    /// The host that it runs on.
    #[serde(deserialize_with = "line", skip_serializing_if = "String::is_empty")]
    pub system: String,
    /// Its home page.
    #[serde(deserialize_with = "line", skip_serializing_if = "String::is_empty")]
    pub url: String,
    /// Kept from XML.
    #[serde(deserialize_with = "given", skip_serializing_if = "Foreign::is_empty")]
    pub xml: Foreign,
    /// Kept from JSON.
    #[serde(flatten)]
    pub extra: Extra,
}

/// The conference itself.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Conference {
    /// Its short name; see [`names::acronym`](super::names::acronym).
    #[serde(deserialize_with = "line")]
    pub acronym: String,
    /// Its name.
    #[serde(deserialize_with = "line")]
    pub title: String,
    /// What it is about.
    #[serde(deserialize_with = "prose", skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// When it begins.
    #[serde(deserialize_with = "maybe", serialize_with = "spelt")]
    pub start: Option<When>,
    /// When it ends: the last day, or the last moment.
    #[serde(deserialize_with = "maybe", serialize_with = "spelt")]
    pub end: Option<When>,
    /// How many days it takes; the number of days listed where the file does not say.
    #[serde(rename = "daysCount", deserialize_with = "number", skip_serializing_if = "Option::is_none")]
    pub days_count: Option<u32>,
    /// The step that events begin at.
    #[serde(rename = "timeslot_duration", deserialize_with = "maybe", serialize_with = "spelt")]
    pub time_slot_duration: Option<Span>,
    /// The IANA name of its time zone.
    #[serde(deserialize_with = "line", skip_serializing_if = "String::is_empty")]
    pub time_zone_name: String,
    /// The address of its logo.
    #[serde(deserialize_with = "line", skip_serializing_if = "String::is_empty")]
    pub logo: String,
    /// Its home page.
    #[serde(deserialize_with = "line", skip_serializing_if = "String::is_empty")]
    pub url: String,
    /// Colours by use (`primary`, `background`), as `#rrggbb`.
    #[serde(deserialize_with = "given", skip_serializing_if = "Extra::is_empty")]
    pub colors: Extra,
    /// Its tracks in order.
    #[serde(deserialize_with = "given", skip_serializing_if = "Vec::is_empty")]
    pub tracks: Vec<Track>,
    /// What is known of its rooms, in order; a room of which only the name is known may be missing.
    #[serde(deserialize_with = "given", skip_serializing_if = "Vec::is_empty")]
    pub rooms: Vec<Room>,
    /// Kept from XML.
    #[serde(deserialize_with = "given", skip_serializing_if = "Foreign::is_empty")]
    pub xml: Foreign,
    /// Kept from JSON.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A track, which events name.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Track {
    /// Its name.
    #[serde(deserialize_with = "line")]
    pub name: String,
    /// Its name in addresses: small letters, digits and hyphens, a letter first.
    #[serde(deserialize_with = "line", skip_serializing_if = "String::is_empty")]
    pub slug: String,
    /// Its colour as `#rrggbb`.
    #[serde(deserialize_with = "line", skip_serializing_if = "String::is_empty")]
    pub color: String,
    /// What the XML's element says inside.
    #[serde(deserialize_with = "prose", skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// Kept from XML.
    #[serde(deserialize_with = "given", skip_serializing_if = "Foreign::is_empty")]
    pub xml: Foreign,
    /// Kept from JSON.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A room, which days and events name.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Room {
    /// Its name, which no other room has.
    #[serde(deserialize_with = "line")]
    pub name: String,
    /// Its UUID.
    #[serde(deserialize_with = "line", skip_serializing_if = "String::is_empty")]
    pub guid: String,
    /// Kept from XML.
    #[serde(deserialize_with = "given", skip_serializing_if = "Foreign::is_empty")]
    pub xml: Foreign,
    /// Capacity, description and whatever else JSON tells.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A day, which may end after midnight.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Day {
    /// Its number, from 1; its place in the list where the file does not say.
    #[serde(deserialize_with = "number", skip_serializing_if = "Option::is_none")]
    pub index: Option<u32>,
    /// Its date.
    #[serde(deserialize_with = "maybe", serialize_with = "spelt")]
    pub date: Option<Date>,
    /// When it begins.
    #[serde(rename = "day_start", deserialize_with = "maybe", serialize_with = "spelt")]
    pub start: Option<Stamp>,
    /// When it ends.
    #[serde(rename = "day_end", deserialize_with = "maybe", serialize_with = "spelt")]
    pub end: Option<Stamp>,
    /// Its rooms in order, each once.
    #[serde(with = "super::rooms")]
    pub rooms: Vec<DayRoom>,
    /// Kept from XML.
    #[serde(deserialize_with = "given", skip_serializing_if = "Foreign::is_empty")]
    pub xml: Foreign,
    /// Kept from JSON.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A room on one day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DayRoom {
    /// Its name.
    pub name: String,
    /// What happens in it, in order.
    pub events: Vec<Event>,
}
