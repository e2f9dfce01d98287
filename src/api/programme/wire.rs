//! Sessions, clashes and releases as the API takes and shows them.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    api::once::Made,
    programme::{
        Checked, Part, Planned, Release, Released, Session, SessionKind,
        clash::{ClashKind, Severity},
    },
    speakers::SpeakerId,
    submissions::Spoken,
    values::{Id, Localised, Moment},
};

/// Somebody's part in a session.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SessionPart)]
pub(in crate::api) struct PartBody {
    /// The speaker's id.
    pub speaker: Uuid,
    /// What she does in it.
    pub part: Part,
}

/// A session of the draft.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Session)]
pub(in crate::api) struct SessionBody {
    /// Its id, for ever.
    pub id: Uuid,
    /// What it is.
    pub kind: SessionKind,
    /// What it was made from; null where nobody handed it in.
    pub submission: Option<Uuid>,
    /// Its title.
    pub title: Localised,
    /// What it is about.
    pub r#abstract: Option<Localised>,
    /// The languages it is spoken in.
    pub spoken: Vec<Spoken>,
    /// The id of its track.
    pub track: Option<Uuid>,
    /// Who takes part, in the order of protocol.
    pub people: Vec<PartBody>,
    /// How long it is.
    pub minutes: i32,
    /// How long its room must be free before it.
    pub setup_minutes: i32,
    /// How many are expected; 0 where nobody knows.
    pub expected: i32,
    /// When it begins; null while that is open.
    pub starts_at: Option<Moment>,
    /// The ids of its rooms.
    pub rooms: Vec<Uuid>,
    /// Whether no machine may move it.
    pub pinned: bool,
    /// How many places it has; null lets in whoever comes.
    pub places: Option<i32>,
    /// How many hold one of them; null where places are not limited.
    pub signed_up: Option<i32>,
    /// Whether it was made from something that nobody confirmed, or nobody confirms any more; no release has it.
    pub unconfirmed: bool,
    /// Rises with every change; the `ETag`.
    pub version: i32,
}

impl From<Planned> for SessionBody {
    fn from(Planned { row, facts, people, places, unconfirmed }: Planned) -> Self {
        Self {
            id: row.id.uuid(),
            kind: row.kind,
            submission: row.submission.map(Id::uuid),
            title: row.title,
            r#abstract: row.r#abstract,
            spoken: row.spoken,
            track: row.track.map(Id::uuid),
            people: parts(&people),
            minutes: row.minutes,
            setup_minutes: row.setup_minutes,
            expected: row.expected,
            starts_at: row.starts_at,
            rooms: facts.rooms.iter().map(|room| room.uuid()).collect(),
            pinned: row.pinned,
            places: places.map(|places| places.limit),
            signed_up: places.map(|places| places.taken),
            unconfirmed,
            version: row.version,
        }
    }
}

fn parts(people: &[(SpeakerId, Part)]) -> Vec<PartBody> {
    people.iter().map(|(speaker, part)| PartBody { speaker: speaker.uuid(), part: *part }).collect()
}

impl Made for SessionBody {
    fn id(&self) -> Uuid {
        self.id
    }
}

/// What was handed in and confirmed, and is to become sessions.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct AdoptFields {
    /// The ids of the submissions.
    pub submissions: Vec<Uuid>,
}

/// Something that is wrong with the draft.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Clash)]
pub(in crate::api) struct ClashBody {
    /// Names it together with its facts: another key as soon as one of them changes.
    pub key: String,
    /// What is wrong.
    pub kind: ClashKind,
    /// Whether it stands against a release.
    pub severity: Severity,
    /// The ids of the sessions that it is between.
    pub sessions: Vec<Uuid>,
    /// The id of the room that it is about.
    pub room: Option<Uuid>,
    /// The id of the speaker that it is about.
    pub speaker: Option<Uuid>,
    /// Why it may stand; null where nobody said so.
    pub reason: Option<String>,
}

impl From<Checked> for ClashBody {
    fn from(Checked { clash, reason }: Checked) -> Self {
        Self {
            key: clash.key.to_string(),
            severity: clash.kind.severity(),
            kind: clash.kind,
            sessions: clash.sessions.into_iter().map(Id::uuid).collect(),
            room: clash.room.map(Id::uuid),
            speaker: clash.person.map(Id::uuid),
            reason,
        }
    }
}

/// Why a clash may stand.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::api) struct ReasonFields {
    /// The clash's key.
    pub key: String,
    /// At most 200 characters.
    pub reason: String,
}

/// The programme as it was made public.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Release)]
pub(in crate::api) struct ReleaseBody {
    /// Its id.
    pub id: Uuid,
    /// From 1 on.
    pub number: i32,
    /// What the organiser called it.
    #[schema(example = "v2")]
    pub name: String,
    /// What she says about it.
    pub note: Option<Localised>,
    /// When it was made.
    pub released_at: Moment,
}

impl From<Release> for ReleaseBody {
    fn from(Release { id, number, name, note, released_at }: Release) -> Self {
        Self { id: id.uuid(), number, name, note, released_at }
    }
}

impl Made for ReleaseBody {
    fn id(&self) -> Uuid {
        self.id
    }
}

/// A session as a release has it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ReleasedSession)]
pub(in crate::api) struct ReleasedBody {
    /// Its id, for ever.
    pub id: Uuid,
    /// What it is.
    pub kind: SessionKind,
    /// Its title.
    pub title: Localised,
    /// What it is about.
    pub r#abstract: Option<Localised>,
    /// The languages it is spoken in.
    pub spoken: Vec<Spoken>,
    /// The id of its track.
    pub track: Option<Uuid>,
    /// Who takes part, in the order of protocol.
    pub people: Vec<PartBody>,
    /// When it begins.
    pub starts_at: Moment,
    /// When it ends.
    pub ends_at: Moment,
    /// The ids of its rooms.
    pub rooms: Vec<Uuid>,
    /// Whether it is off: it was in an earlier release and this is how it was there.
    pub cancelled: bool,
    /// The calendar's SEQUENCE.
    pub sequence: u32,
}

impl From<(Id<Session>, Released)> for ReleasedBody {
    fn from((id, Released { listed, sequence, cancelled }): (Id<Session>, Released)) -> Self {
        Self {
            id: id.uuid(),
            kind: listed.kind,
            title: listed.title,
            r#abstract: listed.r#abstract,
            spoken: listed.spoken,
            track: listed.track.map(Id::uuid),
            people: parts(&listed.people),
            starts_at: listed.time.start(),
            ends_at: listed.time.end(),
            rooms: listed.rooms.iter().map(|room| room.uuid()).collect(),
            cancelled,
            sequence,
        }
    }
}
