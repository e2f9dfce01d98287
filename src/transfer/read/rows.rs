//! The rows that a file brings.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

use crate::{
    error::Reason,
    programme::{Part, SessionKind},
    submissions::Spoken,
    values::{Colour, Email, Lang, Line, Moment},
};

/// Texts by language; those that are not there say nothing.
pub type Texts = BTreeMap<Lang, String>;

/// All that a file says.
#[derive(Clone, Debug, Default)]
pub struct Incoming {
    /// Rooms, each once.
    pub rooms: Vec<Row<RoomSaid>>,
    /// Tracks, each once.
    pub tracks: Vec<Row<TrackSaid>>,
    /// People, each once.
    pub speakers: Vec<Row<SpeakerSaid>>,
    /// Sessions in the file's order.
    pub sessions: Vec<Row<SessionSaid>>,
    /// What is kept beside the rows since it has no place in them, and how often it was there.
    pub kept: BTreeMap<&'static str, usize>,
}

/// One row.
#[derive(Clone, Debug)]
pub struct Row<T> {
    /// Where it stands: in a table its line, in a schedule the number of the event (or room, ...), from 1.
    pub line: usize,
    /// What the file calls it.
    pub label: String,
    /// What it is called where it comes from; once in the file.
    pub key: Option<String>,
    /// The same as a UUID, which may be our own.
    pub id: Option<Uuid>,
    /// What it says, or why it can't.
    pub said: Result<T, Reason>,
    /// What has no place in ours; null where there is nothing.
    pub content: Value,
}

/// A row of another kind that a session names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Named {
    /// Its place among the incoming rows of its kind.
    #[serde(skip)]
    pub at: usize,
    /// What the file calls it.
    pub name: String,
}

/// What is said of a room.
#[derive(Clone, Debug, Default, Serialize)]
pub struct RoomSaid {
    /// What it is called.
    pub name: Texts,
    /// How many persons it holds.
    pub capacity: Option<i32>,
}

/// What is said of a track.
#[derive(Clone, Debug, Default, Serialize)]
pub struct TrackSaid {
    /// What it is called.
    pub name: Texts,
    /// The colour of its label, if it can be read.
    pub colour: Option<Colour>,
}

/// What is said of a person's name.
#[derive(Clone, Debug, Serialize)]
pub enum NameSaid {
    /// As it is shown to readers of the file's language.
    Shown(String),
    /// In Latin letters, in Chinese characters, and the title.
    Parts([Option<String>; 3]),
}

/// What is said of a person.
#[derive(Clone, Debug, Serialize)]
pub struct SpeakerSaid {
    /// What she is called.
    pub name: NameSaid,
    /// Her own address.
    pub email: Option<Email>,
    /// Where she works.
    pub organisation: Option<Line<120>>,
    /// What she does there.
    pub job_title: Option<Line<120>>,
    /// Who she is.
    pub biography: Texts,
}

/// What is said of a session.
#[derive(Clone, Debug, Default, Serialize)]
pub struct SessionSaid {
    /// Its title.
    pub title: Texts,
    /// What it is about.
    pub summary: Texts,
    /// What it is.
    pub kind: Option<SessionKind>,
    /// The languages it is spoken in.
    pub spoken: Vec<Spoken>,
    /// Its field.
    pub track: Option<Named>,
    /// Where it takes place.
    pub rooms: Vec<Named>,
    /// Who takes part, in order; the part where the file tells it.
    pub people: Vec<(Named, Option<Part>)>,
    /// When it begins.
    pub starts_at: Option<Moment>,
    /// How long it is, in minutes.
    pub minutes: Option<i32>,
}

/// That text in that language, unless it is blank.
pub(super) fn said(lang: Lang, text: &str) -> Texts {
    (!text.is_empty()).then(|| (lang, text.to_owned())).into_iter().collect()
}

/// Where each named thing stands among the rows of its kind.
#[derive(Default)]
pub(super) struct Places(BTreeMap<(&'static str, String), usize>);

impl Places {
    /// The row of that kind and name, and whether it is new, to stand behind `count` others.
    pub(super) fn once(&mut self, kind: &'static str, name: &str, count: usize) -> (Named, bool) {
        let place = (kind, name.to_owned());
        let fresh = !self.0.contains_key(&place);
        let at = *self.0.entry(place).or_insert(count);
        (Named { at, name: name.to_owned() }, fresh)
    }

    /// A key that was in the file before is told from the first one by a number: some programs give a session
    /// that is held twice one guid.
    pub(super) fn again(&mut self, key: String) -> String {
        let times = self.0.entry(("key", key.clone())).or_default();
        *times += 1;
        if *times == 1 { key } else { format!("{key}#{times}") }
    }
}
