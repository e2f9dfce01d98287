//! What can't be, or had better not be, in a draft of the programme.
//!
//! | kind | severity | when |
//! |---|---|---|
//! | room overlap | error | two sessions share a room and time |
//! | speaker twice | error | a person has two sessions at a time, and speaks in one of them |
//! | chair twice | error | a person presides over two sessions at a time |
//! | outside the edition | error | a session begins before the edition opens, or ends after it closes |
//! | signed up | error | more hold a place in a session than its rooms hold |
//! | outside availability | warning | somebody takes part who did not say that she can come then |
//! | room closed | warning | the room is not open all the time |
//! | turnaround | warning | a room is not free for long enough between two sessions, or before one |
//! | capacity | warning | more are expected, or may sign up, than the rooms hold |
//!
//! Sessions without a time clash with nothing but their rooms' capacity. Times are instants and
//! intervals half open: what begins when the other ends does not overlap.

mod key;
mod pairs;
mod single;
mod sweep;

use serde::Serialize;
use std::fmt;

use super::{Draft, Session};
use crate::{editions::Room, speakers::SpeakerId, values::Id};

crate::text_enum! {
    /// What is wrong.
    pub enum ClashKind {
        /// Two sessions in one room at one time.
        RoomOverlap = "room-overlap",
        /// Somebody in two sessions at one time, a speaker in one of them.
        SpeakerTwice = "speaker-twice",
        /// Somebody presides over two sessions at one time.
        ChairTwice = "chair-twice",
        /// Not within the edition.
        OutsideEdition = "outside-edition",
        /// More hold a place than there is room for.
        SignedUp = "signed-up",
        /// Somebody can't come, as far as she said.
        OutsideAvailability = "outside-availability",
        /// The room is closed.
        RoomClosed = "room-closed",
        /// Too little time to make the room ready.
        Turnaround = "turnaround",
        /// More expected than there is room for.
        Capacity = "capacity",
    }
}

crate::text_enum! {
    /// How bad that is.
    pub enum Severity {
        /// Stands against a release.
        Error = "error",
        /// Somebody should look.
        Warning = "warning",
    }
}

impl ClashKind {
    /// How bad one of this kind is.
    #[must_use]
    pub const fn severity(self) -> Severity {
        match self {
            Self::RoomOverlap
            | Self::SpeakerTwice
            | Self::ChairTwice
            | Self::OutsideEdition
            | Self::SignedUp => Severity::Error,
            Self::OutsideAvailability | Self::RoomClosed | Self::Turnaround | Self::Capacity => {
                Severity::Warning
            }
        }
    }

    /// Whether an organiser can answer for it with a reason. Nobody can for a room that is used twice:
    /// the database refuses such a release.
    #[must_use]
    pub const fn can_be_acknowledged(self) -> bool {
        !matches!(self, Self::RoomOverlap)
    }
}

/// Names a clash together with every fact that makes it one: the same again for as long as those facts
/// stand, another as soon as one of them changes. 32 hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct ClashKey(String);

impl ClashKey {
    /// Its digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ClashKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One thing that is wrong with a draft.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Clash {
    /// What.
    pub kind: ClashKind,
    /// With which session, or which two, the lower id first.
    pub sessions: Vec<Id<Session>>,
    /// In which room, if that matters.
    pub room: Option<Id<Room>>,
    /// For whom, if that matters.
    pub person: Option<SpeakerId>,
    /// What an acknowledgement is kept under.
    pub key: ClashKey,
}

impl Clash {
    /// Whether the draft can't be released with it, given whether somebody acknowledged its key.
    #[must_use]
    pub fn blocks(&self, acknowledged: bool) -> bool {
        self.kind.severity() == Severity::Error && !(acknowledged && self.kind.can_be_acknowledged())
    }
}

/// All that is wrong with a draft, the worst kinds first; the order of its sessions does not matter.
/// Takes time in proportion to the sessions (sorted by time) and to the clashes found.
#[must_use]
pub fn clashes(draft: &Draft) -> Vec<Clash> {
    let mut found = pairs::in_rooms(draft);
    found.extend(pairs::of_people(draft));
    found.extend(draft.sessions.iter().flat_map(|session| single::of_session(draft, session)));
    found.sort_unstable();
    found
}

#[cfg(test)]
mod tests;
