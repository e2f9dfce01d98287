//! Keys of clashes: a digest of the facts, each of a fixed width or led by its count.

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use super::{Clash, ClashKey, ClashKind};
use crate::{
    editions::Room,
    programme::{DraftSession, Interval},
    speakers::SpeakerId,
    values::Id,
};

/// A clash whose facts are being told.
pub(super) struct Facts {
    kind: ClashKind,
    told: Sha256,
}

impl Facts {
    pub(super) fn of(kind: ClashKind) -> Self {
        Self { kind, told: Sha256::new() }.text(kind.as_str())
    }

    pub(super) fn number(mut self, number: u32) -> Self {
        self.told.update(number.to_be_bytes());
        self
    }

    pub(super) fn time(mut self, time: Interval) -> Self {
        for moment in [time.start(), time.end()] {
            self.told.update(moment.as_microsecond().to_be_bytes());
        }
        self
    }

    /// In whatever order they came.
    pub(super) fn times(mut self, times: &[Interval]) -> Self {
        let mut times = times.to_vec();
        times.sort_unstable();
        times.dedup();
        self.told.update((times.len() as u64).to_be_bytes());
        times.into_iter().fold(self, Self::time)
    }

    fn text(mut self, text: &str) -> Self {
        self.told.update((text.len() as u64).to_be_bytes());
        self.told.update(text.as_bytes());
        self
    }

    fn id<K>(mut self, id: Id<K>) -> Self {
        self.told.update(id.uuid().as_bytes());
        self
    }

    /// The clash, with whom it concerns; those ids and the sessions' times belong to its facts.
    pub(super) fn clash(
        self,
        mut sessions: Vec<&DraftSession>,
        room: Option<Id<Room>>,
        person: Option<SpeakerId>,
    ) -> Clash {
        sessions.sort_unstable_by_key(|session| session.id);
        let kind = self.kind;
        let mut facts = self.number(u32::from(room.is_some())).number(u32::from(person.is_some()));
        facts = room.into_iter().fold(facts, Self::id);
        facts = person.into_iter().fold(facts, Self::id);
        for session in &sessions {
            facts = facts.id(session.id).times(session.time.as_slice());
        }
        let digest = facts.told.finalize();
        let half = digest.split_at(digest.len() / 2).0;
        let sessions = sessions.into_iter().map(|session| session.id).collect();
        Clash { kind, sessions, room, person, key: ClashKey(HEXLOWER.encode(half)) }
    }
}
