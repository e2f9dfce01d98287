//! `schedule.json` version 1: days inside of the conference, and each day's rooms as the names of an
//! object.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{
    foreign::{Extra, Foreign},
    limits,
    model::{Conference, Day, Generator, Schedule},
    refusal::told,
    rooms,
    scalars::{given, line},
};
use crate::error::{Error, Reason};

/// What we say our JSON keeps to.
const SCHEMA: &str = "https://c3voc.de/schedule/schema.json";

#[derive(Serialize, Deserialize)]
struct Document<'a> {
    #[serde(rename = "$schema", default, deserialize_with = "line")]
    schema: String,
    #[serde(default, deserialize_with = "given")]
    generator: Cow<'a, Generator>,
    schedule: Inner<'a>,
    #[serde(flatten)]
    outside: Cow<'a, Extra>,
}

#[derive(Serialize, Deserialize)]
struct Inner<'a> {
    #[serde(default, deserialize_with = "line")]
    version: String,
    #[serde(default, deserialize_with = "line", skip_serializing_if = "String::is_empty")]
    url: String,
    #[serde(default, deserialize_with = "line", skip_serializing_if = "String::is_empty")]
    base_url: String,
    conference: WithDays<'a>,
    #[serde(default, skip_serializing_if = "nothing_kept")]
    xml: Cow<'a, Foreign>,
    #[serde(flatten)]
    extra: Cow<'a, Extra>,
}

#[derive(Serialize, Deserialize)]
struct WithDays<'a> {
    #[serde(flatten)]
    conference: Cow<'a, Conference>,
    days: Cow<'a, [Day]>,
}

fn nothing_kept(xml: &Foreign) -> bool {
    xml.is_empty()
}

impl Schedule {
    /// Reads `schedule.json`.
    ///
    /// # Errors
    /// `schedule_malformed`, `schedule_field_invalid`, `schedule_date_invalid`, `schedule_time_invalid`,
    /// `schedule_duration_invalid`, `schedule_number_invalid`, each with `line` and `column`, all but the
    /// first with the wrong `value`; `schedule_too_deep`, `schedule_too_long` with `max`.
    pub fn from_json(text: &str) -> Result<Self, Reason> {
        limits::json(text)?;
        let document: Document<'_> =
            serde_json::from_str(text).map_err(|error| told(&error, error.line(), error.column()))?;
        let Inner { version, url, base_url, conference: WithDays { conference, days }, xml, extra } =
            document.schedule;
        Self {
            generator: document.generator.into_owned(),
            version,
            url,
            base_url,
            conference: conference.into_owned(),
            days: days.into_owned(),
            xml: xml.into_owned(),
            outside: document.outside.into_owned(),
            extra: extra.into_owned(),
        }
        .completed()
    }

    /// Writes `schedule.json`.
    ///
    /// # Errors
    /// `Internal`, where a value can't be spelt in JSON; none can't.
    pub fn to_json(&self) -> Result<String, Error> {
        let document = Document {
            schema: SCHEMA.to_owned(),
            generator: Cow::Borrowed(&self.generator),
            schedule: Inner {
                version: self.version.clone(),
                url: self.url.clone(),
                base_url: self.base_url.clone(),
                conference: WithDays {
                    conference: Cow::Borrowed(&self.conference),
                    days: Cow::Borrowed(&self.days),
                },
                xml: Cow::Borrowed(&self.xml),
                extra: Cow::Borrowed(&self.extra),
            },
            outside: Cow::Borrowed(&self.outside),
        };
        serde_json::to_string(&document).map_err(Error::internal)
    }

    /// What both readers end with: numbers that go without saying, rooms once a day, few enough events.
    pub(super) fn completed(mut self) -> Result<Self, Reason> {
        limits::events(self.events().count())?;
        limits::events(self.days.iter().map(|day| day.rooms.len()).sum())?;
        let days = u32::try_from(self.days.len()).unwrap_or(u32::MAX);
        self.conference.days_count.get_or_insert(days);
        for (number, day) in (1..).zip(&mut self.days) {
            day.index.get_or_insert(number);
            rooms::merge(&mut day.rooms);
        }
        Ok(self)
    }
}
