//! What was imported, as it came in: where our own row still is what its source's would become, the source's own
//! words stand; the rest of what the source said is added.

use jiff::civil::Date;
use serde::Deserialize;

use super::super::PublicSession;
use crate::{
    editions,
    formats::schedule::{Event, Extra, Kept, Person, Room, Span, Stamp, Track, names, parted},
    programme::SessionKind,
    speakers::PublicSpeaker,
    submissions::Spoken,
    values::{Colour, Lang},
};

/// A room under its own guid, with what else its source said of it.
pub(super) fn room(kept: Option<Room>, room: &editions::Room, lang: Lang) -> Room {
    let kept = kept.unwrap_or_default();
    let Extra(mut extra) = kept.extra;
    match room.capacity {
        Some(capacity) => drop(extra.insert("capacity".to_owned(), capacity.into())),
        None => drop(extra.remove("capacity")),
    }
    Room {
        name: room.name.pick(lang).text.to_owned(),
        guid: Some(kept.guid).filter(|guid| !guid.is_empty()).unwrap_or_else(|| room.id.to_string()),
        xml: kept.xml,
        extra: Extra(extra),
    }
}

/// A track with its source's colour where ours stands for it.
pub(super) fn track(kept: Option<Track>, track: &editions::Track, lang: Lang, place: usize) -> Track {
    let name = track.name.pick(lang).text.to_owned();
    let (slug, color) = (names::track_slug(track.slug.as_str(), place), track.colour.as_str().to_owned());
    match kept {
        None => Track { name, slug, color, ..Track::default() },
        Some(kept) => {
            // A colour that can't be read on white was not taken over.
            let stands = Colour::parse(&kept.color).map_or(true, |colour| colour == track.colour);
            Track { name, color: if stands { kept.color } else { color }, ..kept }
        }
    }
}

/// A person, her name and biography as they are here,
/// and her photo where the source had none.
pub(super) fn person(kept: Option<Person>, speaker: &PublicSpeaker, lang: Lang, url: String) -> Person {
    let photo = speaker.photo.as_ref().map(|photo| format!("{url}/photo/{}", photo.id)).unwrap_or_default();
    let name = speaker.name.display(lang);
    let biography =
        speaker.biography.as_ref().map(|text| text.pick(lang).text.to_owned()).unwrap_or_default();
    let Some(kept) = kept else {
        let guid = speaker.id.to_string();
        return Person { guid, name, biography, url, avatar: photo, ..Person::default() };
    };
    let named = |kept: &str| if kept.is_empty() { String::new() } else { name.clone() };
    let (plain, public_name) = (named(&kept.name), named(&kept.public_name));
    let avatar = if kept.avatar.is_empty() { photo } else { kept.avatar };
    Person { name: plain, public_name, biography, url, avatar, ..kept }
}

fn kept(session: &PublicSession) -> Option<Kept> {
    Kept::deserialize(session.released.listed.kept.as_ref()?).ok()
}

/// The day that a session is listed on: for one past midnight the day before, if its source had it so.
pub(super) fn day(session: &PublicSession, begins_on: Date) -> Date {
    let listed = kept(session).and_then(|kept| kept.day);
    listed.filter(|day| day.tomorrow().is_ok_and(|next| next == begins_on)).unwrap_or(begins_on)
}

/// An event with what else its source said of it.
pub(super) fn event(ours: Event, session: &PublicSession) -> Event {
    let Some(Kept { event: kept, .. }) = kept(session) else { return ours };
    let listed = &session.released.listed;
    let (summary, description) = parted(&ours.summary, &kept.description);
    let (summary, description) = (summary.to_owned(), description.to_owned());
    let kind = if SessionKind::of_word(&kept.kind) == listed.kind { kept.kind } else { ours.kind };
    let spoken = listed.spoken.iter().find(|spoken| spoken.tag().is_some());
    let stands = Spoken::of_tag(&kept.language).as_ref() == spoken;
    let language = if stands { kept.language } else { ours.language };
    let minutes = |duration: Option<Span>| duration.map(Span::whole_minutes);
    let lasts = kept.duration.is_none() || minutes(kept.duration) == minutes(ours.duration);
    let begins = kept.date.map(Stamp::moment) == ours.date.map(Stamp::moment);
    let as_it_was = begins && lasts;
    let (date, start, end, duration) = match as_it_was {
        true => (kept.date, kept.start.or(ours.start), kept.end, kept.duration.or(ours.duration)),
        false => (ours.date, ours.start, ours.end, ours.duration),
    };
    Event {
        guid: Some(kept.guid).filter(|guid| !guid.is_empty()).unwrap_or(ours.guid),
        date,
        start,
        end,
        duration,
        room: ours.room,
        url: ours.url,
        title: ours.title,
        track: ours.track,
        persons: ours.persons,
        kind,
        language,
        summary,
        description,
        ..kept
    }
}
