//! The programme as it was released, for anybody to read.

use std::collections::{BTreeMap, BTreeSet};

use diesel_async::AsyncPgConnection;
use serde_json::Value;
use uuid::Uuid;

use super::demos::{PublicDemos, demos_of};
use crate::{
    editions::{Edition, Room, Track, parts},
    error::Error,
    programme::{self, Places, Release, Released, Session},
    speakers::{self, PublicSpeaker, SpeakerId},
    values::{Id, Localised, Moment, search},
};

/// One release, with the names of everything that it shows.
#[derive(Clone, Debug)]
pub struct PublicProgramme {
    /// Which release it is.
    pub release: Release,
    /// By time, then by room in the organiser's order; what is off stays among them, for calendars.
    pub sessions: Vec<PublicSession>,
    /// The edition's rooms, in the organiser's order.
    pub rooms: Vec<Room>,
    /// The edition's tracks, in the organiser's order.
    pub tracks: Vec<Track>,
    /// Everybody who takes part, in the order of protocol.
    pub speakers: Vec<PublicSpeaker>,
    /// What is on show by companies.
    pub demos: PublicDemos,
    /// The sessions whose places are limited now.
    pub places: BTreeMap<Id<Session>, Places>,
    /// What was said of rooms, tracks and speakers where they were imported from and has no place in them, by id.
    pub kept: BTreeMap<Uuid, Value>,
}

/// A session of a release.
#[derive(Clone, Debug)]
pub struct PublicSession {
    /// The same in every release.
    pub id: Id<Session>,
    /// What the release says of it.
    pub released: Released,
    /// Under which terms it is found.
    terms: String,
}

impl PublicSession {
    /// Whether all that somebody `typed` is found in it.
    #[must_use]
    pub fn is_found(&self, typed: &str) -> bool {
        search::finds(&self.terms, typed)
    }

    /// Whether she takes part in it.
    #[must_use]
    pub fn has(&self, speaker: SpeakerId) -> bool {
        self.released.listed.people.iter().any(|(who, _)| *who == speaker)
    }

    /// Whether it is going on at that moment.
    #[must_use]
    pub fn is_on(&self, now: Moment) -> bool {
        let time = self.released.listed.time;
        time.start() <= now && now < time.end()
    }
}

impl PublicProgramme {
    /// The sessions that take place, in order.
    pub fn taking_place(&self) -> impl Iterator<Item = &PublicSession> {
        self.sessions.iter().filter(|session| !session.released.cancelled)
    }

    /// That session, also when it is off.
    #[must_use]
    pub fn session(&self, id: Id<Session>) -> Option<&PublicSession> {
        self.sessions.iter().find(|session| session.id == id)
    }

    /// That person.
    #[must_use]
    pub fn speaker(&self, id: SpeakerId) -> Option<&PublicSpeaker> {
        self.speakers.iter().find(|speaker| speaker.id == id)
    }

    /// What she takes part in.
    pub fn sessions_of(&self, speaker: SpeakerId) -> impl Iterator<Item = &PublicSession> {
        self.taking_place().filter(move |session| session.has(speaker))
    }

    /// Where a session takes place.
    pub fn rooms_of<'a>(&'a self, session: &'a PublicSession) -> impl Iterator<Item = &'a Room> {
        self.rooms.iter().filter(|room| session.released.listed.rooms.contains(&room.id))
    }

    /// The track of a session, where it has one.
    #[must_use]
    pub fn track_of(&self, session: &PublicSession) -> Option<&Track> {
        let track = session.released.listed.track?;
        self.tracks.iter().find(|one| one.id == track)
    }
}

/// What the release that holds now shows; nothing before the first one.
///
/// # Errors
/// The database's.
pub(super) async fn public_programme(
    conn: &mut AsyncPgConnection,
    edition: Id<Edition>,
) -> Result<Option<PublicProgramme>, Error> {
    match programme::current_release(conn, edition).await? {
        Some(release) => Ok(Some(programme_of(conn, edition, release).await?)),
        None => Ok(None),
    }
}

/// What one release of the edition shows, with people, rooms and tracks named as they are now.
///
/// # Errors
/// The database's.
pub async fn programme_of(
    conn: &mut AsyncPgConnection,
    edition: Id<Edition>,
    release: Release,
) -> Result<PublicProgramme, Error> {
    let released = programme::released(conn, &release).await?;
    let on: BTreeSet<SpeakerId> =
        released.values().flat_map(|one| &one.listed.people).map(|one| one.0).collect();
    let speakers = speakers::public(conn, edition, &on).await?;
    let (rooms, tracks) = (parts::list(conn, edition).await?, parts::list(conn, edition).await?);
    let places = programme::places(conn, edition).await?;
    let kept = kept(conn, edition).await?;
    let demos = demos_of(conn, &released).await?;
    let sessions = Vec::new();
    let mut shown = PublicProgramme { release, sessions, rooms, tracks, speakers, demos, places, kept };
    let named =
        released.into_iter().map(|(id, released)| PublicSession { id, released, terms: String::new() });
    let mut sessions: Vec<PublicSession> = named.collect();
    for session in &mut sessions {
        session.terms = terms(&shown, session);
    }
    let place = |session: &PublicSession| {
        shown.rooms.iter().position(|room| session.released.listed.rooms.contains(&room.id))
    };
    sessions.sort_by_cached_key(|session| (session.released.listed.time.start(), place(session), session.id));
    shown.sessions = sessions;
    Ok(shown)
}

async fn kept(conn: &mut AsyncPgConnection, edition: Id<Edition>) -> Result<BTreeMap<Uuid, Value>, Error> {
    let mut all = parts::sources::<Room>(conn, edition).await?;
    all.extend(parts::sources::<Track>(conn, edition).await?);
    all.extend(speakers::sources(conn, edition).await?);
    Ok(all.into_iter().map(|(row, source)| (row, source.content)).collect())
}

/// Every word, in every language, of a session and of who and what belongs to it.
fn terms(programme: &PublicProgramme, session: &PublicSession) -> String {
    let listed = &session.released.listed;
    let mut texts: Vec<&str> = [Some(&listed.title), listed.r#abstract.as_ref()]
        .into_iter()
        .chain([programme.track_of(session).map(|track| &track.name)])
        .flatten()
        .chain(programme.rooms_of(session).map(|room| &room.name))
        .flat_map(|text: &Localised| text.iter().map(|picked| picked.text))
        .collect();
    for speaker in listed.people.iter().filter_map(|(who, _)| programme.speaker(*who)) {
        texts.extend(speaker.words());
    }
    if let Some(shown) = programme.shown_in(session) {
        texts.extend(shown.company.words());
    }
    search::document(&texts)
}
