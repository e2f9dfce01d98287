//! Words for ids: rooms, tracks, people.

use std::collections::{BTreeMap, BTreeSet};

use diesel_async::AsyncPgConnection;

use crate::{
    accounts::proofs::Programme,
    editions::{Edition, Room, Track, parts},
    error::Error,
    http::Shown,
    speakers::{self, Speaker, SpeakerId},
    values::{Id, Lang},
    web::public::views::Choice,
};

/// An edition's rooms, tracks and people, as a reader of one language calls them.
pub(in crate::web::console) struct Names {
    lang: Lang,
    pub(in crate::web::console) rooms: Vec<Room>,
    tracks: Vec<Track>,
    people: BTreeMap<SpeakerId, String>,
    order: Vec<SpeakerId>,
}

impl Names {
    /// All of the edition's.
    pub(in crate::web::console) async fn of(
        conn: &mut AsyncPgConnection,
        who: &Programme,
        edition: &Edition,
        lang: Lang,
    ) -> Result<Self, Error> {
        let speakers = speakers::list(conn, who, "").await?;
        Ok(Self {
            lang,
            rooms: parts::list(conn, edition.id).await?,
            tracks: parts::list(conn, edition.id).await?,
            order: speakers.iter().map(|speaker| speaker.id).collect(),
            people: speakers.iter().map(|speaker| (speaker.id, called(speaker, lang))).collect(),
        })
    }

    /// A room.
    pub(in crate::web::console) fn room(&self, id: Id<Room>) -> String {
        let room = self.rooms.iter().find(|room| room.id == id);
        room.map(|room| room.name.pick(self.lang).text.to_owned()).unwrap_or_default()
    }

    /// Several rooms, in the organiser's order.
    pub(in crate::web::console) fn rooms(&self, ids: &BTreeSet<Id<Room>>) -> String {
        let named = self.rooms.iter().filter(|room| ids.contains(&room.id));
        named.map(|room| room.name.pick(self.lang).text).collect::<Vec<_>>().join(" · ")
    }

    /// A track.
    pub(in crate::web::console) fn track(&self, id: Id<Track>) -> String {
        let track = self.tracks.iter().find(|track| track.id == id);
        track.map(|track| track.name.pick(self.lang).text.to_owned()).unwrap_or_default()
    }

    /// Somebody.
    pub(in crate::web::console) fn person(&self, id: SpeakerId) -> String {
        self.people.get(&id).cloned().unwrap_or_default()
    }

    /// Rooms to choose.
    pub(in crate::web::console) fn room_choices(&self) -> Vec<Choice> {
        let choice =
            |room: &Room| Choice { value: room.id.to_string(), label: Shown::of(&room.name, self.lang) };
        self.rooms.iter().map(choice).collect()
    }

    /// Tracks to choose.
    pub(in crate::web::console) fn track_choices(&self) -> Vec<Choice> {
        let choice =
            |track: &Track| Choice { value: track.id.to_string(), label: Shown::of(&track.name, self.lang) };
        self.tracks.iter().map(choice).collect()
    }

    /// People to choose, in the order of protocol.
    pub(in crate::web::console) fn person_choices(&self) -> Vec<Choice> {
        let choice = |id: &SpeakerId| Choice {
            value: id.to_string(),
            label: Shown::plain(self.person(*id), self.lang),
        };
        self.order.iter().map(choice).collect()
    }
}

/// By name; by address who has not written one yet.
fn called(speaker: &Speaker, lang: Lang) -> String {
    let address = speaker.email.as_ref().or(speaker.contact_email.as_ref());
    match (speaker.is_named(), address) {
        (false, Some(address)) => address.as_str().to_owned(),
        _ => speaker.name().display(lang),
    }
}
