//! The released programme as a [`Schedule`], the form in which conferences exchange theirs. What was imported goes
//! out as it came in, as far as nobody changed it here.

mod restored;

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::de::DeserializeOwned;
use url::Url;
use uuid::Uuid;

use super::{PublicProgramme, PublicSession, PublicSnapshot};
use crate::{
    companies::PublicCompany,
    editions::{self, Edition},
    formats::schedule::{
        Clock, Conference, Day, DayRoom, Event, Generator, Person, Reference, Schedule, Span, Stamp, When,
        names,
    },
    speakers::PublicSpeaker,
    submissions::Spoken,
    values::{Lang, Moment},
};

/// The programme of `snapshot` in one language, its addresses under `base`; nothing before the first release.
///
/// An event stands in the first of its rooms, and on the day on which it begins, past midnight too.
#[must_use]
pub fn exchanged(snapshot: &PublicSnapshot, lang: Lang, base: &Url) -> Option<Schedule> {
    let (edition, programme) = (snapshot.edition(), snapshot.programme.as_ref()?);
    let home = format!("{base}{lang}/{}/", edition.slug);
    let numbers = names::numbers(programme.sessions.iter().map(|session| session.id.uuid()));
    let writer = Writer { edition, programme, lang, home: &home, numbers };
    let days = writer.days();
    Some(Schedule {
        generator: Generator {
            name: names::GENERATOR.to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            ..Generator::default()
        },
        version: programme.release.name.clone(),
        url: format!("{home}schedule.json"),
        conference: writer.conference(days.len()),
        days,
        base_url: home.clone(),
        ..Schedule::default()
    })
}

struct Writer<'a> {
    edition: &'a Edition,
    programme: &'a PublicProgramme,
    lang: Lang,
    home: &'a str,
    numbers: BTreeMap<Uuid, u32>,
}

impl Writer<'_> {
    fn stamp(&self, moment: Moment) -> Stamp {
        Stamp::of(moment, &self.edition.zone)
    }

    fn conference(&self, days: usize) -> Conference {
        let (lang, edition) = (self.lang, self.edition);
        let track = |(place, track): (usize, &editions::Track)| {
            restored::track(self.kept(track.id.uuid()), track, lang, place + 1)
        };
        let room = |room: &editions::Room| restored::room(self.kept(room.id.uuid()), room, lang);
        Conference {
            acronym: names::acronym(edition.slug.as_str()),
            title: edition.name.pick(lang).text.to_owned(),
            start: Some(When::On(self.stamp(edition.starts_at).wall().date())),
            end: Some(When::On(self.stamp(edition.ends_at).wall().date())),
            days_count: u32::try_from(days).ok(),
            time_slot_duration: Some(Span::minutes(5)),
            time_zone_name: edition.zone.name().to_owned(),
            url: self.home.to_owned(),
            tracks: self.programme.tracks.iter().enumerate().map(track).collect(),
            rooms: self.programme.rooms.iter().map(room).collect(),
            ..Conference::default()
        }
    }

    /// Every day on which something is on; where nothing is any more, the first of the edition, since a schedule has a day.
    fn days(&self) -> Vec<Day> {
        let mut days: BTreeMap<Date, Vec<&PublicSession>> = BTreeMap::new();
        for session in self.programme.taking_place() {
            let date = self.stamp(session.released.listed.time.start()).wall().date();
            days.entry(restored::day(session, date)).or_default().push(session);
        }
        if days.is_empty() {
            days.insert(self.stamp(self.edition.starts_at).wall().date(), Vec::new());
        }
        let numbered = days.into_iter().zip(1..);
        numbered.map(|((date, sessions), index)| self.day(index, date, &sessions)).collect()
    }

    /// What is kept of where a room, a track or a speaker came from.
    fn kept<T: DeserializeOwned>(&self, row: Uuid) -> Option<T> {
        T::deserialize(self.programme.kept.get(&row)?).ok()
    }

    fn day(&self, index: u32, date: Date, sessions: &[&PublicSession]) -> Day {
        let times = || sessions.iter().map(|session| session.released.listed.time);
        let in_room = |room: &editions::Room| {
            let here = sessions.iter().filter(|session| {
                self.programme.rooms_of(session).next().is_some_and(|first| first.id == room.id)
            });
            let name = room.name.pick(self.lang).text;
            DayRoom { name: name.to_owned(), events: here.map(|session| self.event(session, name)).collect() }
        };
        Day {
            index: Some(index),
            date: Some(date),
            start: Some(self.stamp(times().map(|time| time.start()).min().unwrap_or(self.edition.starts_at))),
            end: Some(self.stamp(times().map(|time| time.end()).max().unwrap_or(self.edition.ends_at))),
            rooms: self.programme.rooms.iter().map(in_room).filter(|room| !room.events.is_empty()).collect(),
            ..Day::default()
        }
    }

    fn event(&self, session: &PublicSession, room: &str) -> Event {
        let (listed, lang) = (&session.released.listed, self.lang);
        let (start, end) = (self.stamp(listed.time.start()), self.stamp(listed.time.end()));
        let number = self.numbers.get(&session.id.uuid()).copied().unwrap_or_default();
        let title = listed.title.pick(lang).text;
        let summary = listed.r#abstract.as_ref().map(|text| text.pick(lang).text.to_owned());
        let minutes = u32::try_from(listed.time.length().as_mins()).unwrap_or_default();
        let track = self.programme.track_of(session).map(|track| track.name.pick(lang).text.to_owned());
        let company = self.programme.shown_in(session).map(|shown| shown.company);
        let event = Event {
            guid: session.id.to_string(),
            code: names::code(number),
            id: Some(number.into()),
            date: Some(start),
            start: Some(Clock::from(start)),
            end: Some(end),
            duration: Some(Span::minutes(minutes)),
            room: room.to_owned(),
            slug: names::slug(&names::acronym(self.edition.slug.as_str()), number, title),
            url: format!("{}sessions/{}", self.home, session.id),
            title: title.to_owned(),
            track: track.unwrap_or_default(),
            kind: listed.kind.as_str().to_owned(),
            language: listed.spoken.iter().find_map(Spoken::tag).unwrap_or_default().to_owned(),
            summary: summary.unwrap_or_default(),
            persons: self.persons(session),
            subtitle: company.map(|one| one.name.pick(lang).text.to_owned()).unwrap_or_default(),
            links: company.map(|one| self.link(one)).into_iter().collect(),
            ..Event::default()
        };
        restored::event(event, session)
    }

    /// The way to the page of whoever shows a demo.
    fn link(&self, company: &PublicCompany) -> Reference {
        Reference {
            url: format!("{}companies/{}", self.home, company.id),
            title: company.name.pick(self.lang).text.to_owned(),
            ..Reference::default()
        }
    }

    fn persons(&self, session: &PublicSession) -> Vec<Person> {
        let named = session.released.listed.people.iter().filter_map(|(who, _)| self.programme.speaker(*who));
        let person = |speaker: &PublicSpeaker| {
            let url = format!("{}speakers/{}", self.home, speaker.id);
            restored::person(self.kept(speaker.id.uuid()), speaker, self.lang, url)
        };
        named.map(person).collect()
    }
}
