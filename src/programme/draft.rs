//! What the checks of a programme need to know of it, as plain facts.

use std::collections::{BTreeMap, BTreeSet};

use super::Interval;
use crate::{
    editions::{Room, Track},
    speakers::SpeakerId,
    values::Id,
};

/// Whose ids sessions have.
#[derive(Debug)]
pub enum Session {}

crate::text_enum! {
    /// What a session is.
    pub enum SessionKind {
        /// A talk, a panel, a demo: something in one place.
        Session = "session",
        /// A pause, which also gives a room the time that it needs between two others.
        Break = "break",
        /// One event for everybody, in several rooms at once.
        Plenary = "plenary",
    }
}

impl SessionKind {
    /// What a conference's own word for an event means here: most are sessions.
    #[must_use]
    pub fn of_word(word: &str) -> Self {
        match word.to_lowercase().as_str() {
            "plenary" => Self::Plenary,
            "break" | "pause" | "lunch" | "coffee" | "coffee break" | "lunch break" | "茶歇" | "小休"
            | "午膳" | "午餐" => Self::Break,
            _ => Self::Session,
        }
    }
}

crate::text_enum! {
    /// What a person does in a session.
    pub enum Part {
        /// Speaks, sits on the panel, demonstrates.
        Speaker = "speaker",
        /// Presides.
        Chair = "chair",
    }
}

/// A programme as it is being made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// From the edition's opening to its close.
    pub edition: Interval,
    /// Its sessions, in no particular order; every id once.
    pub sessions: Vec<DraftSession>,
    /// Its rooms.
    pub rooms: BTreeMap<Id<Room>, DraftRoom>,
    /// When people can come, of those who said so: one who is not here can always come, one with no
    /// window never.
    pub availability: BTreeMap<SpeakerId, Vec<Interval>>,
}

/// A session of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftSession {
    /// Its id.
    pub id: Id<Session>,
    /// What it is.
    pub kind: SessionKind,
    /// Where it takes place: nowhere yet, in one room, or in several at once.
    pub rooms: BTreeSet<Id<Room>>,
    /// When; `None` while that is open.
    pub time: Option<Interval>,
    /// How long it is meant to be, in minutes; its time, once it has one, counts instead.
    pub minutes: u32,
    /// Who takes part, and how.
    pub people: BTreeSet<(SpeakerId, Part)>,
    /// How many are expected: an estimate, or its limited places if they are more.
    pub expected: u32,
    /// How many hold a place in it, where places are limited.
    pub signed_up: u32,
    /// How long its room must be free before it, in minutes.
    pub setup_minutes: u32,
    /// Its field.
    pub track: Option<Id<Track>>,
    /// Whether no machine may move it.
    pub pinned: bool,
}

/// A room of a draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftRoom {
    /// How many persons it holds; `None` where nobody counted.
    pub capacity: Option<u32>,
    /// How long it must be free between two sessions, in minutes.
    pub turnaround_minutes: u32,
    /// When it is open; without any, as long as the edition is.
    pub open: Vec<Interval>,
}

impl DraftSession {
    /// Everybody who takes part, once: who both speaks and presides is there as a speaker.
    #[must_use]
    pub fn parts(&self) -> BTreeMap<SpeakerId, Part> {
        self.people.iter().rev().copied().collect()
    }

    /// How many the session's rooms hold together; `None` if it has no room, or one that nobody counted.
    #[must_use]
    pub fn capacity(&self, rooms: &BTreeMap<Id<Room>, DraftRoom>) -> Option<u32> {
        let each = self.rooms.iter().map(|room| rooms.get(room)?.capacity);
        let all: u32 = each.collect::<Option<Vec<u32>>>()?.into_iter().sum();
        (!self.rooms.is_empty()).then_some(all)
    }
}
