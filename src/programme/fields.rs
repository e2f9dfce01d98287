//! What is typed about sessions and their slots, and its parsing.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{NewSession, Part, Placement, SessionDetails, SessionKind, SessionRow};
use crate::{
    editions::Room,
    error::{FieldErrors, Reason},
    speakers::SpeakerId,
    submissions::Spoken,
    values::{Id, LocalisedFields, NumberField, Zone, text, time},
};

/// Sessions begin, and last, in steps of so many minutes.
pub(super) const STEP: i32 = 5;

/// Nobody can name more people for one session.
const MOST_PEOPLE: usize = 40;

/// A session as it arrives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SessionFields {
    /// `session`, `break` or `plenary`.
    #[schema(value_type = SessionKind)]
    pub kind: String,
    /// At most 200 characters.
    pub title: LocalisedFields,
    /// At most 5,000 characters.
    pub r#abstract: LocalisedFields,
    /// `en`, `cmn`, `yue`, `interpretation`.
    #[schema(value_type = Vec<Spoken>)]
    pub spoken: Vec<String>,
    /// The id of its track; blank for none.
    pub track: String,
    /// How long it is, from 5 to 1440 minutes, in steps of 5.
    pub minutes: NumberField,
    /// How long its room must be free before it, up to 240 minutes; blank means not at all.
    pub setup_minutes: NumberField,
    /// How many are expected to come, up to 100000; blank where nobody knows.
    pub expected: NumberField,
    /// Who takes part, in the order of protocol.
    pub people: Vec<PartFields>,
}

/// Somebody's part as it arrives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PartFields {
    /// The id of a speaker of the edition.
    pub speaker: String,
    /// `speaker` or `chair`.
    #[schema(value_type = Part)]
    pub part: String,
}

impl TryFrom<&SessionFields> for NewSession {
    type Error = FieldErrors;

    fn try_from(raw: &SessionFields) -> Result<Self, FieldErrors> {
        raw.parse(None)
    }
}

impl SessionFields {
    /// Parses a change of `known`. What is typed as it stands there passes: an import took it as others had written it,
    /// whatever its length; what is typed anew keeps to the rules.
    ///
    /// # Errors
    /// As for a new session.
    pub fn change_of(&self, known: &SessionRow) -> Result<NewSession, FieldErrors> {
        self.parse(Some(known))
    }

    fn parse(&self, known: Option<&SessionRow>) -> Result<NewSession, FieldErrors> {
        let raw = self;
        let mut errors = FieldErrors::new();
        let unknown = || Reason::new("choice_unknown");
        let kind = errors.take("kind", raw.kind.parse::<SessionKind>().map_err(|()| unknown()));
        let title = as_it_was(known.map(|it| &it.title), raw.title.line(usize::MAX));
        let title = errors.take("title", title.map_or_else(|| raw.title.line(200), Ok));
        let r#abstract = as_it_was(known.map(|it| &it.r#abstract), raw.r#abstract.optional_prose(usize::MAX));
        let r#abstract = r#abstract.map_or_else(|| raw.r#abstract.optional_prose(5_000), Ok);
        let r#abstract = errors.take("abstract", r#abstract);
        let spoken = raw.spoken.iter().map(|spoken| spoken.parse().map_err(|()| unknown()));
        let spoken: Option<BTreeSet<Spoken>> = errors.take("spoken", spoken.collect());
        let track = (!text::is_blank(&raw.track)).then(|| raw.track.trim().parse().map_err(|_| unknown()));
        let track = errors.take("track", track.transpose());
        let minutes = as_it_was(known.map(|it| &it.minutes), raw.minutes.within(1..=i32::MAX));
        let minutes = minutes.map_or_else(|| raw.minutes.within(STEP..=1440).and_then(stepped), Ok);
        let minutes = errors.take("minutes", minutes);
        let setup = errors.take("setup_minutes", raw.setup_minutes.optional_within(0..=240));
        let expected = errors.take("expected", raw.expected.optional_within(0..=100_000));
        let people = errors.take("people", people(&raw.people));
        errors.check()?;
        match (kind, title, r#abstract, spoken, track, minutes, setup, expected, people) {
            (
                Some(kind),
                Some(title),
                Some(r#abstract),
                Some(spoken),
                Some(track),
                Some(minutes),
                Some(setup),
                Some(expected),
                Some(people),
            ) => {
                let (setup_minutes, expected) = (setup.unwrap_or(0), expected.unwrap_or(0));
                let spoken = spoken.into_iter().collect();
                let details = SessionDetails {
                    kind,
                    title,
                    r#abstract,
                    spoken,
                    track,
                    minutes,
                    setup_minutes,
                    expected,
                };
                Ok(NewSession { details, people })
            }
            _ => Err(errors),
        }
    }
}

/// What was typed, if it is what is there.
fn as_it_was<T: PartialEq>(known: Option<&T>, typed: Result<T, Reason>) -> Option<T> {
    typed.ok().filter(|typed| known == Some(typed))
}

/// These minutes, if they are whole steps of five.
///
/// # Errors
/// `minutes_stepped`.
pub fn stepped(minutes: i32) -> Result<i32, Reason> {
    if minutes % STEP == 0 { Ok(minutes) } else { Err(Reason::new("minutes_stepped").with("step", STEP)) }
}

fn people(raw: &[PartFields]) -> Result<Vec<(SpeakerId, Part)>, Reason> {
    if raw.len() > MOST_PEOPLE {
        return Err(Reason::new("people_count").with("max", MOST_PEOPLE));
    }
    let mut people = Vec::with_capacity(raw.len());
    for one in raw {
        let person = one.speaker.trim().parse().map_err(|_| Reason::new("speaker_unknown"))?;
        let part = one.part.parse().map_err(|()| Reason::new("choice_unknown"))?;
        if people.contains(&(person, part)) {
            return Err(Reason::new("speaker_twice"));
        }
        people.push((person, part));
    }
    Ok(people)
}

/// Where and when a session is to be, as it arrives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PlacementFields {
    /// When it begins: local time of the edition's zone, or with an offset; blank to take it off the grid.
    pub starts_at: String,
    /// The ids of its rooms; one only, unless it is a break or a plenary.
    pub rooms: Vec<String>,
    /// How long it is, from 5 to 1440 minutes, in steps of 5; blank for as long as it was.
    pub minutes: NumberField,
    /// Whether it stays there whatever a machine proposes.
    pub pinned: bool,
}

impl PlacementFields {
    /// Parses the time on the wall clock of `zone`.
    ///
    /// # Errors
    /// Codes: `minutes_stepped`, `room_unknown`, `pinned_without_time`, and those of times.
    pub fn parse(&self, zone: &Zone) -> Result<Placement, FieldErrors> {
        let mut errors = FieldErrors::new();
        let starts_at =
            (!text::is_blank(&self.starts_at)).then(|| time::local_datetime(&self.starts_at, zone));
        let starts_at = errors.take("starts_at", starts_at.transpose());
        let rooms: Result<BTreeSet<Id<Room>>, _> = self.rooms.iter().map(|id| id.trim().parse()).collect();
        let rooms = errors.take("rooms", rooms.map_err(|_| Reason::new("room_unknown")));
        if let Some(Some(start)) = starts_at
            && start.as_second() % i64::from(STEP * 60) != 0
        {
            errors.add("starts_at", Reason::new("minutes_stepped").with("step", STEP));
        }
        if self.pinned && starts_at == Some(None) {
            errors.add("pinned", Reason::new("pinned_without_time"));
        }
        let minutes = self.minutes.optional_within(STEP..=1440);
        let minutes = minutes.and_then(|minutes| minutes.map(stepped).transpose());
        let minutes = errors.take("minutes", minutes);
        errors.check()?;
        match (starts_at, rooms, minutes) {
            (Some(starts_at), Some(rooms), Some(minutes)) => {
                Ok(Placement { starts_at, rooms, minutes, pinned: self.pinned })
            }
            _ => Err(errors),
        }
    }
}
