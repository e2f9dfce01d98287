//! What happens in a room, and by whom.

use serde::{Deserialize, Serialize};

use super::{
    foreign::{Extra, Foreign},
    scalars::{flag, given, line, maybe, number, prose, spelt, unset},
    span::{Clock, Span},
    stamp::Stamp,
};

/// One thing at one time in one room. Fields are named as in JSON.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Event {
    /// Its UUID, the same in every release.
    #[serde(deserialize_with = "line")]
    pub guid: String,
    /// Six digits and capitals; see [`names::code`](super::names::code).
    #[serde(deserialize_with = "line", skip_serializing_if = "String::is_empty")]
    pub code: String,
    /// Its number, from 1.
    #[serde(deserialize_with = "number", skip_serializing_if = "Option::is_none")]
    pub id: Option<i64>,
    /// The address of a picture.
    #[serde(deserialize_with = "line", skip_serializing_if = "String::is_empty")]
    pub logo: String,
    /// When it begins.
    #[serde(deserialize_with = "maybe", serialize_with = "spelt", skip_serializing_if = "Option::is_none")]
    pub date: Option<Stamp>,
    /// The time of day of [`date`](Self::date), once more.
    #[serde(deserialize_with = "maybe", serialize_with = "spelt")]
    pub start: Option<Clock>,
    /// When it ends, for those who do not want to add.
    #[serde(deserialize_with = "maybe", serialize_with = "spelt", skip_serializing_if = "Option::is_none")]
    pub end: Option<Stamp>,
    /// How long it takes.
    #[serde(deserialize_with = "maybe", serialize_with = "spelt")]
    pub duration: Option<Span>,
    /// The name of its room.
    #[serde(deserialize_with = "line")]
    pub room: String,
    /// Its name in addresses; see [`names::slug`](super::names::slug).
    #[serde(deserialize_with = "line")]
    pub slug: String,
    /// Its page.
    #[serde(deserialize_with = "line")]
    pub url: String,
    /// Its title.
    #[serde(deserialize_with = "line")]
    pub title: String,
    /// Its second title.
    #[serde(deserialize_with = "line")]
    pub subtitle: String,
    /// The name of its track.
    #[serde(deserialize_with = "line")]
    pub track: String,
    /// What it is: `talk`, `panel`, in the conference's own words.
    #[serde(rename = "type", deserialize_with = "line")]
    pub kind: String,
    /// The language spoken, as a BCP 47 tag.
    #[serde(deserialize_with = "line")]
    pub language: String,
    /// What it is about, in short.
    #[serde(rename = "abstract", deserialize_with = "prose")]
    pub summary: String,
    /// What it is about, at length.
    #[serde(deserialize_with = "prose")]
    pub description: String,
    /// What the recording may be used for.
    #[serde(deserialize_with = "line")]
    pub recording_license: String,
    /// Whether it must not be recorded (`optout` in XML).
    #[serde(deserialize_with = "flag")]
    pub do_not_record: bool,
    /// Whether it must not be streamed.
    #[serde(deserialize_with = "flag", skip_serializing_if = "unset")]
    pub do_not_stream: bool,
    /// The page of its recording (XML only).
    #[serde(deserialize_with = "line", skip_serializing_if = "String::is_empty")]
    pub recording_url: String,
    /// The file of its recording (XML only).
    #[serde(deserialize_with = "line", skip_serializing_if = "String::is_empty")]
    pub recording_link: String,
    /// The same in older files (XML only).
    #[serde(deserialize_with = "line", skip_serializing_if = "String::is_empty")]
    pub video_download_url: String,
    /// Who speaks, in order.
    #[serde(deserialize_with = "given")]
    pub persons: Vec<Person>,
    /// Pages about it.
    #[serde(deserialize_with = "given")]
    pub links: Vec<Reference>,
    /// Where to say what one thought of it.
    #[serde(deserialize_with = "line", skip_serializing_if = "String::is_empty")]
    pub feedback_url: String,
    /// Its page where it was first entered.
    #[serde(deserialize_with = "line", skip_serializing_if = "String::is_empty")]
    pub origin_url: String,
    /// Slides and papers.
    #[serde(deserialize_with = "given")]
    pub attachments: Vec<Reference>,
    /// Kept from XML.
    #[serde(deserialize_with = "given", skip_serializing_if = "Foreign::is_empty")]
    pub xml: Foreign,
    /// Answers to questions, and whatever else JSON tells.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Somebody who speaks. By the JSON schema, `name` or the pair of `id` and `public_name`, not both.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Person {
    /// Her number.
    #[serde(deserialize_with = "number", skip_serializing_if = "Option::is_none")]
    pub id: Option<i64>,
    /// Her UUID.
    #[serde(deserialize_with = "line", skip_serializing_if = "String::is_empty")]
    pub guid: String,
    /// Her short code.
    #[serde(deserialize_with = "line", skip_serializing_if = "String::is_empty")]
    pub code: String,
    /// Her name.
    #[serde(deserialize_with = "line", skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Her name, as older programs call it.
    #[serde(deserialize_with = "line", skip_serializing_if = "String::is_empty")]
    pub public_name: String,
    /// The address of her portrait.
    #[serde(deserialize_with = "line", skip_serializing_if = "String::is_empty")]
    pub avatar: String,
    /// Who she is.
    #[serde(deserialize_with = "prose", skip_serializing_if = "String::is_empty")]
    pub biography: String,
    /// Her page.
    #[serde(deserialize_with = "line", skip_serializing_if = "String::is_empty")]
    pub url: String,
    /// Pages about her.
    #[serde(deserialize_with = "given", skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Reference>,
    /// Kept from XML.
    #[serde(deserialize_with = "given", skip_serializing_if = "Foreign::is_empty")]
    pub xml: Foreign,
    /// Kept from JSON.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Person {
    /// The name to show.
    #[must_use]
    pub fn shown(&self) -> &str {
        if self.public_name.is_empty() { &self.name } else { &self.public_name }
    }
}

/// A link or an attachment.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Reference {
    /// Its address.
    #[serde(deserialize_with = "line")]
    pub url: String,
    /// What it is called.
    #[serde(deserialize_with = "line", skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// What it is: one of a few words in JSON (`slides`, `paper`, `web`, ...), any in XML.
    #[serde(rename = "type", deserialize_with = "line", skip_serializing_if = "String::is_empty")]
    pub kind: String,
    /// Where it leads (XML only).
    #[serde(deserialize_with = "line", skip_serializing_if = "String::is_empty")]
    pub service: String,
    /// Kept from XML.
    #[serde(deserialize_with = "given", skip_serializing_if = "Foreign::is_empty")]
    pub xml: Foreign,
    /// Kept from JSON.
    #[serde(flatten)]
    pub extra: Extra,
}
