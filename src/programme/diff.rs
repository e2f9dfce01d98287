//! What a release changes, and for whom.
//!
//! Only people whose slot changed are to be told: a session of theirs is new, moved in time or place, or
//! off; or they joined one or left it. A better title makes no mail and no new calendar entry.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Interval, Part, Session, SessionKind};
use crate::{
    editions::{Room, Track},
    speakers::SpeakerId,
    submissions::{Spoken, SubmissionId},
    values::{Id, Localised},
};

/// The sessions of a release; those without a slot are in none.
pub type Listing = BTreeMap<Id<Session>, Listed>;

/// A session as a release shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    /// What it is.
    pub kind: SessionKind,
    /// Its title.
    pub title: Localised,
    /// What it is about.
    pub r#abstract: Option<Localised>,
    /// The languages it is spoken in.
    pub spoken: Vec<Spoken>,
    /// Its field.
    pub track: Option<Id<Track>>,
    /// When it takes place.
    pub time: Interval,
    /// Where.
    pub rooms: BTreeSet<Id<Room>>,
    /// Who takes part, in the organiser's order.
    pub people: Vec<(SpeakerId, Part)>,
    /// What it was made from, if somebody handed it in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub submission: Option<SubmissionId>,
    /// What was said of it where it was imported from and has no place above.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kept: Option<Value>,
}

/// What became of a session that is not as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// It was not in the release before.
    Added(Listed),
    /// It is no more; this is how it was.
    Cancelled(Listed),
    /// It is otherwise than it was.
    Edited {
        /// How it was.
        from: Box<Listed>,
        /// How it is.
        to: Listed,
    },
}

crate::text_enum! {
    /// What became of one person's slot.
    pub enum SlotChange {
        /// There is a new session with her, or she joined it.
        New = "new",
        /// The session is at another time or in another place.
        Moved = "moved",
        /// The session is off, or goes on without her.
        Gone = "gone",
    }
}

impl Change {
    /// Whether the session takes place at another time.
    #[must_use]
    pub fn is_rescheduled(&self) -> bool {
        matches!(self, Self::Edited { from, to } if from.time != to.time)
    }

    /// Whether it takes place in other rooms.
    #[must_use]
    pub fn is_relocated(&self) -> bool {
        matches!(self, Self::Edited { from, to } if from.rooms != to.rooms)
    }

    /// Whether its title reads otherwise, in any language.
    #[must_use]
    pub fn is_retitled(&self) -> bool {
        matches!(self, Self::Edited { from, to } if from.title != to.title)
    }

    /// Whether it is described otherwise: another abstract, field, kind or spoken language.
    #[must_use]
    pub fn is_described_anew(&self) -> bool {
        let described = |listed: &Listed| {
            let Listed { kind, r#abstract, spoken, track, kept, .. } = listed.clone();
            (kind, r#abstract, spoken, track, kept)
        };
        matches!(self, Self::Edited { from, to } if described(from) != described(to))
    }

    /// Whether others take part, in another part or in another order.
    #[must_use]
    pub fn has_other_people(&self) -> bool {
        matches!(self, Self::Edited { from, to } if from.people != to.people)
    }

    /// The calendar's SEQUENCE (RFC 5545 section 3.8.7.4) after this change, given the last one that
    /// anybody may have seen: it starts at 0 and rises with time, place and cancellation, also when
    /// what was cancelled comes back, and when somebody joins or leaves, so that what her calendar is told last counts
    /// there (RFC 5546 section 2.1.5).
    #[must_use]
    pub fn sequence_after(&self, seen: Option<u32>) -> u32 {
        let matters = match self {
            Self::Added(_) | Self::Cancelled(_) => true,
            Self::Edited { .. } => self.is_rescheduled() || self.is_relocated() || !self.slots().is_empty(),
        };
        seen.map_or(0, |seen| seen.saturating_add(u32::from(matters)))
    }

    /// Whose slot changed, and how.
    #[must_use]
    pub fn slots(&self) -> BTreeMap<SpeakerId, SlotChange> {
        let (before, after) = match self {
            Self::Added(to) => (BTreeSet::new(), everybody(to)),
            Self::Cancelled(from) => (everybody(from), BTreeSet::new()),
            Self::Edited { from, to } => (everybody(from), everybody(to)),
        };
        let moved = self.is_rescheduled() || self.is_relocated();
        let stay = before.intersection(&after).filter(|_| moved);
        let gone = before.difference(&after).map(|person| (*person, SlotChange::Gone));
        let new = after.difference(&before).map(|person| (*person, SlotChange::New));
        gone.chain(new).chain(stay.map(|person| (*person, SlotChange::Moved))).collect()
    }

    /// How it is told of to somebody whose slot became this: as it is now, or as it was where it is off or goes on
    /// without her.
    #[must_use]
    pub fn told_as(&self, what: SlotChange) -> &Listed {
        match self {
            Self::Added(listed) | Self::Cancelled(listed) => listed,
            Self::Edited { from, .. } if what == SlotChange::Gone => from,
            Self::Edited { to, .. } => to,
        }
    }

    /// What became of the session for whoever only comes to it; none where time and rooms are what they were.
    #[must_use]
    pub fn slot_of_attendees(&self) -> Option<SlotChange> {
        match self {
            Self::Added(_) => Some(SlotChange::New),
            Self::Cancelled(_) => Some(SlotChange::Gone),
            Self::Edited { .. } => {
                (self.is_rescheduled() || self.is_relocated()).then_some(SlotChange::Moved)
            }
        }
    }
}

fn everybody(listed: &Listed) -> BTreeSet<SpeakerId> {
    listed.people.iter().map(|(person, _)| *person).collect()
}

/// Every session that is not as it was; none where nothing changed.
pub type Changes = BTreeMap<Id<Session>, Change>;

/// What `next` changes in `previous`, which is empty before the first release.
#[must_use]
pub fn diff(previous: &Listing, next: &Listing) -> Changes {
    let gone = previous.iter().filter(|(id, _)| !next.contains_key(id));
    let gone = gone.map(|(id, from)| (*id, Change::Cancelled(from.clone())));
    let rest = next.iter().filter_map(|(id, to)| {
        Some((
            *id,
            match previous.get(id) {
                None => Change::Added(to.clone()),
                Some(from) if from == to => return None,
                Some(from) => Change::Edited { from: Box::new(from.clone()), to: to.clone() },
            },
        ))
    });
    gone.chain(rest).collect()
}

/// Everybody who is to be told, and of which sessions; nobody else is.
#[must_use]
pub fn affected(changes: &Changes) -> BTreeMap<SpeakerId, Vec<(Id<Session>, SlotChange)>> {
    let mut people: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (session, change) in changes {
        for (person, slot) in change.slots() {
            people.entry(person).or_default().push((*session, slot));
        }
    }
    people
}

#[cfg(test)]
mod tests;
