//! What a file would change: pure, so that the dry run and the import can't differ.

mod matching;
mod names;
mod parts;
mod people;
mod sessions;
mod texts;

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::json;
use sha2::{Digest, Sha256};

pub(super) use names::spelt;

use super::{
    present::Present,
    read::{Incoming, Row},
};
use crate::{
    db::sources::Source,
    editions::{NewRoom, NewTrack, Room, Track},
    error::Reason,
    programme, speakers,
    values::{Id, Lang},
};

crate::text_enum! {
    /// What a row is.
    pub enum Kind {
        /// A place.
        Room = "room",
        /// A field.
        Track = "track",
        /// A person.
        Speaker = "speaker",
        /// An event.
        Session = "session",
    }
}

/// What is to become of one row.
#[derive(Clone, Debug)]
pub enum Outcome<A> {
    /// It is new.
    Create(A),
    /// It is there, and otherwise in these fields.
    Change(A, Vec<&'static str>),
    /// It is there as the file has it, or the file says of it what it said last time.
    Unchanged,
    /// It can't be brought in.
    Refused(Reason),
}

/// One row of the file.
#[derive(Clone, Debug)]
pub struct Step<A> {
    /// Where it stands in the file.
    pub line: usize,
    /// What the file calls it.
    pub label: String,
    /// What is to become of it.
    pub outcome: Outcome<A>,
}

/// A room or track to write under that id, and where it came from.
#[derive(Clone, Debug)]
pub struct Written<P: 'static, N> {
    /// Its id, made beforehand if it is new.
    pub id: Id<P>,
    /// What it is to be.
    pub new: N,
    /// Where it came from.
    pub source: Option<Source>,
}

/// Something of a store of its own, and where it came from.
#[derive(Clone, Debug)]
pub struct Brought<B> {
    /// As its domain takes it.
    pub row: B,
    /// Where it came from.
    pub source: Option<Source>,
}

/// All that a file would do.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Row by row.
    pub rooms: Vec<Step<Written<Room, NewRoom>>>,
    /// Row by row.
    pub tracks: Vec<Step<Written<Track, NewTrack>>>,
    /// Row by row.
    pub speakers: Vec<Step<Brought<speakers::BroughtIn>>>,
    /// Row by row.
    pub sessions: Vec<Step<Brought<programme::BroughtIn>>>,
    /// What is kept beside the rows, and how often.
    pub kept: BTreeMap<&'static str, usize>,
    /// How many sessions of the draft the file does not name.
    pub left: usize,
}

/// Compares what a file says in `lang` with what is there.
#[must_use]
pub fn plan(incoming: &Incoming, present: &Present, lang: Lang) -> Plan {
    let (rooms, room_ids) = parts::rooms(&incoming.rooms, present, lang);
    let (tracks, track_ids) = parts::tracks(&incoming.tracks, present, lang);
    let (speakers, speaker_ids) = people::plan(&incoming.speakers, present, lang);
    let refs = sessions::Refs { rooms: room_ids, tracks: track_ids, speakers: speaker_ids };
    let (sessions, left) = sessions::plan(&incoming.sessions, &refs, present, lang);
    Plan { rooms, tracks, speakers, sessions, kept: incoming.kept.clone(), left }
}

/// A row that the file names: its id, and whether it is made by this import.
type Found<P> = (Id<P>, bool);

/// What is kept of where a row came from, which our own rows need not.
fn source<T: Serialize, P>(row: &Row<T>, id: Id<P>, digest: &[u8]) -> Option<Source> {
    let key = row.key.clone().filter(|_| row.id != Some(id.uuid()))?;
    Some(Source { row_id: id.uuid(), key, digest: digest.to_vec(), content: row.content.clone() })
}

/// A digest of all that the file says of a row.
fn digest<T: Serialize>(row: &Row<T>, lang: Lang) -> Vec<u8> {
    let said = json!({ "lang": lang, "said": row.said.as_ref().ok(), "content": row.content });
    Sha256::digest(said.to_string()).to_vec()
}

/// Whether the kept part is otherwise than it was, of a row that has one.
fn is_kept_anew(source: Option<&Source>, before: Option<&Source>) -> bool {
    source.is_some_and(|now| before.is_none_or(|was| was.content != now.content))
}

/// How many rows of a kind come to what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// New ones.
    pub created: usize,
    /// Changed ones.
    pub changed: usize,
    /// Those that are as they are.
    pub unchanged: usize,
    /// Those that can't come in.
    pub refused: usize,
}

/// One row's outcome, without what would be written.
#[derive(Clone, Debug)]
pub struct Told<'a> {
    /// What it is.
    pub kind: Kind,
    /// Where it stands in the file.
    pub line: usize,
    /// What the file calls it.
    pub label: &'a str,
    /// What is to become of it.
    pub outcome: Outcome<()>,
}

impl Plan {
    /// Every row's outcome, in the order in which they are carried out.
    pub fn told(&self) -> impl Iterator<Item = Told<'_>> {
        let rooms = self.rooms.iter().map(|step| step.told(Kind::Room));
        let tracks = self.tracks.iter().map(|step| step.told(Kind::Track));
        let speakers = self.speakers.iter().map(|step| step.told(Kind::Speaker));
        rooms.chain(tracks).chain(speakers).chain(self.sessions.iter().map(|step| step.told(Kind::Session)))
    }

    /// The counts of each kind.
    #[must_use]
    pub fn counts(&self) -> BTreeMap<Kind, Counts> {
        let mut counts: BTreeMap<Kind, Counts> = BTreeMap::new();
        for told in self.told() {
            let of = counts.entry(told.kind).or_default();
            match told.outcome {
                Outcome::Create(()) => of.created += 1,
                Outcome::Change((), _) => of.changed += 1,
                Outcome::Unchanged => of.unchanged += 1,
                Outcome::Refused(_) => of.refused += 1,
            }
        }
        counts
    }

    /// Whether carrying it out would change nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.counts().values().all(|counts| counts.created + counts.changed == 0)
    }

    /// What tells this plan from one that would do something else; the same for the same file and state.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let mut text = Sha256::new();
        for told in self.told() {
            text.update(format!("{} {} {} {:?}\n", told.kind, told.line, told.label, told.outcome));
        }
        data_encoding::HEXLOWER.encode(&text.finalize())
    }
}

impl<A> Step<A> {
    fn told(&self, kind: Kind) -> Told<'_> {
        let outcome = match &self.outcome {
            Outcome::Create(_) => Outcome::Create(()),
            Outcome::Change(_, fields) => Outcome::Change((), fields.clone()),
            Outcome::Unchanged => Outcome::Unchanged,
            Outcome::Refused(reason) => Outcome::Refused(reason.clone()),
        };
        Told { kind, line: self.line, label: &self.label, outcome }
    }

    /// What would be written, if anything.
    pub fn written(&self) -> Option<&A> {
        match &self.outcome {
            Outcome::Create(action) | Outcome::Change(action, _) => Some(action),
            Outcome::Unchanged | Outcome::Refused(_) => None,
        }
    }
}
