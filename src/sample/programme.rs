//! The upcoming edition's speakers, its sessions, and a first release of them.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{data::read, days::Days};
use crate::{
    accounts::proofs::{Organiser, Programme},
    db::Tx,
    editions::{Edition, Room, Track, parts},
    error::Error,
    programme::{self, NewRelease, NewSession, PartFields, PlacementFields, ReleaseFields, SessionFields},
    speakers::{self, NewSpeaker, SpeakerFields},
};

const PROGRAMME: &str = include_str!("programme.toml");

/// Who speaks, and on what.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Data {
    speakers: Vec<SpeakerData>,
    sessions: Vec<SessionData>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SpeakerData {
    /// By which sessions name her.
    key: String,
    fields: SpeakerFields,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SessionData {
    #[serde(default)]
    starts_at: String,
    /// By their short names.
    #[serde(default)]
    rooms: Vec<String>,
    /// Its track by its short name, its people by their keys.
    what: SessionFields,
}

/// Makes the programme of `edition` and releases it.
pub(super) async fn load(
    tx: &mut Tx,
    organiser: &Organiser,
    edition: &Edition,
    days: &Days,
) -> Result<(), Error> {
    let (who, data): (Programme, Data) = (organiser.into(), read(&Days::fill(days.upcoming, PROGRAMME)?)?);
    let mut ids = Ids::of(tx, edition).await?;
    for SpeakerData { key, fields } in data.speakers {
        let speaker = speakers::add(tx, &who, NewSpeaker::try_from(&fields)?).await?;
        ids.people.insert(key, speaker.id.to_string());
    }
    for SessionData { starts_at, rooms, what } in data.sessions {
        let made = programme::create(tx, &who, NewSession::try_from(&ids.session(what))?).await?;
        let rooms = rooms.iter().map(|room| id(&ids.rooms, room)).collect();
        let slot = PlacementFields { starts_at, rooms, ..PlacementFields::default() };
        let slot = slot.parse(&edition.zone)?;
        if slot.starts_at.is_some() {
            programme::place(tx, &who, (made.id, made.version), slot).await?;
        }
    }
    let first = ReleaseFields { name: "v1".to_owned(), ..ReleaseFields::default() };
    programme::release(tx, &who, NewRelease::try_from(&first)?).await.map(drop)
}

/// The ids behind the names that the data uses.
struct Ids {
    rooms: BTreeMap<String, String>,
    tracks: BTreeMap<String, String>,
    people: BTreeMap<String, String>,
}

impl Ids {
    async fn of(tx: &mut Tx, edition: &Edition) -> Result<Self, Error> {
        let rooms = parts::list::<Room>(tx, edition.id).await?;
        let tracks = parts::list::<Track>(tx, edition.id).await?;
        Ok(Self {
            rooms: rooms.iter().map(|room| (room.slug.to_string(), room.id.to_string())).collect(),
            tracks: tracks.iter().map(|track| (track.slug.to_string(), track.id.to_string())).collect(),
            people: BTreeMap::new(),
        })
    }

    fn session(&self, what: SessionFields) -> SessionFields {
        let part =
            |one: &PartFields| PartFields { speaker: id(&self.people, &one.speaker), part: one.part.clone() };
        let track = if what.track.is_empty() { String::new() } else { id(&self.tracks, &what.track) };
        SessionFields { people: what.people.iter().map(part).collect(), track, ..what }
    }
}

/// What stands for a name; the name itself where nothing does, which the verb then refuses.
fn id(ids: &BTreeMap<String, String>, name: &str) -> String {
    ids.get(name).cloned().unwrap_or_else(|| name.to_owned())
}
