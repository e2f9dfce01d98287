//! A schedule as rows.

use jiff::civil::Date;
use serde_json::Value;

use super::{
    Incoming, Manner, NameSaid, Named, RoomSaid, Row, SessionSaid, SpeakerSaid, TrackSaid,
    rows::{Places, said},
};
use crate::{
    error::Reason,
    formats::schedule::{Day, Event, Kept, Person, Room, Schedule, Track, joined, names},
    programme::SessionKind,
    submissions::Spoken,
    values::{Colour, Moment},
};

/// The longest session that can be kept, in minutes: a week.
const LONGEST: u32 = 10_080;

/// All that a schedule says of rooms, tracks, people and sessions.
pub(super) fn incoming(schedule: &Schedule, manner: &Manner) -> Incoming {
    let is_ours = schedule.generator.name == names::GENERATOR;
    let mut reader = Reader { manner, is_ours, said: Incoming::default(), places: Places::default() };
    schedule.conference.tracks.iter().for_each(|track| drop(reader.track(track)));
    schedule.conference.rooms.iter().for_each(|room| drop(reader.room(room)));
    for day in &schedule.days {
        for room in &day.rooms {
            let name = room.name.clone();
            let here = reader.room(&Room { name, ..Room::default() });
            room.events.iter().for_each(|event| reader.event(event, day, here.as_ref()));
        }
    }
    reader.said
}

struct Reader<'a> {
    manner: &'a Manner,
    /// Whether we wrote it, so that its pages are ours too.
    is_ours: bool,
    said: Incoming,
    places: Places,
}

impl Reader<'_> {
    fn room(&mut self, room: &Room) -> Option<Named> {
        let name = Some(&room.name).filter(|name| !name.is_empty())?;
        let (named, fresh) = self.places.once("room", name, self.said.rooms.len());
        if fresh {
            let capacity = room.extra.0.get("capacity").and_then(Value::as_i64);
            let capacity = capacity.and_then(|it| i32::try_from(it).ok()).filter(|it| *it > 0);
            let kept = Room { name: String::new(), ..room.clone() };
            self.said.rooms.push(Row {
                line: named.at + 1,
                label: name.clone(),
                key: Some(first([&room.guid, &format!("name:{name}")])),
                id: room.guid.parse().ok(),
                said: Ok(RoomSaid { name: said(self.manner.lang, name), capacity }),
                content: content(&kept),
            });
        }
        Some(named)
    }

    fn track(&mut self, track: &Track) -> Option<Named> {
        let name = Some(&track.name).filter(|name| !name.is_empty())?;
        let (named, fresh) = self.places.once("track", name, self.said.tracks.len());
        if fresh {
            let kept = Track { name: String::new(), ..track.clone() };
            self.said.tracks.push(Row {
                line: named.at + 1,
                label: name.clone(),
                key: Some(format!("name:{name}")),
                id: None,
                said: Ok(TrackSaid {
                    name: said(self.manner.lang, name),
                    colour: Colour::parse(&track.color).ok(),
                }),
                content: content(&kept),
            });
        }
        Some(named)
    }

    fn person(&mut self, person: &Person) -> Option<Named> {
        let shown = Some(person.shown()).filter(|name| !name.is_empty())?;
        let number = person.id.map(|id| format!("id:{id}")).unwrap_or_default();
        let code = coded(&person.code);
        let key = first([&person.guid, &code, &number, &format!("name:{shown}")]);
        let (named, fresh) = self.places.once("person", &key, self.said.speakers.len());
        if fresh {
            // Her page is here from now on.
            let kept = Person { biography: String::new(), url: String::new(), ..person.clone() };
            self.said.speakers.push(Row {
                line: named.at + 1,
                label: shown.to_owned(),
                key: Some(key),
                id: person.guid.parse().ok(),
                said: Ok(SpeakerSaid {
                    name: NameSaid::Shown(shown.to_owned()),
                    email: None,
                    organisation: None,
                    job_title: None,
                    biography: said(self.manner.lang, &person.biography),
                }),
                content: content(&kept),
            });
        }
        Some(named)
    }

    fn event(&mut self, event: &Event, day: &Day, here: Option<&Named>) {
        let room = match event.room.is_empty() {
            true => here.cloned(),
            false => self.room(&Room { name: event.room.clone(), ..Room::default() }),
        };
        let track = self.track(&Track { name: event.track.clone(), ..Track::default() });
        let people = event.persons.iter().filter_map(|person| Some((self.person(person)?, None))).collect();
        let number = event.id.map(|id| format!("id:{id}")).unwrap_or_default();
        let key = first([&event.guid, &coded(&event.code), &number]);
        self.count(event);
        let session = SessionSaid {
            title: said(self.manner.lang, &event.title),
            summary: said(self.manner.lang, &joined(&event.summary, &event.description)),
            kind: (!event.kind.is_empty()).then(|| SessionKind::of_word(&event.kind)),
            spoken: Spoken::of_tag(&event.language).into_iter().collect(),
            track,
            rooms: room.into_iter().collect(),
            people,
            starts_at: self.start(event, day),
            minutes: None,
        };
        self.said.sessions.push(Row {
            line: self.said.sessions.len() + 1,
            label: event.title.clone(),
            key: (!key.is_empty()).then(|| self.places.again(key)),
            id: event.guid.parse().ok(),
            said: minutes(event).map(|minutes| SessionSaid { minutes, ..session }),
            content: content(&kept(event, day.date, self.is_ours)),
        });
    }

    /// The event's moment, or else its time of day on its day; before the day's beginning it is past midnight.
    fn start(&self, event: &Event, day: &Day) -> Option<Moment> {
        if let Some(date) = event.date {
            return Some(date.moment());
        }
        let time = jiff::civil::Time::from(event.start?);
        let opens = day.start.map(|start| start.wall().time());
        let late = opens.is_some_and(|opens| time < opens);
        let date = if late { day.date?.tomorrow().ok()? } else { day.date? };
        let zoned = date.to_datetime(time).to_zoned(self.manner.zone.rules().clone()).ok()?;
        Some(zoned.timestamp().into())
    }

    /// Counts what has no place in a session.
    fn count(&mut self, event: &Event) {
        let told = [
            ("subtitle", !event.subtitle.is_empty()),
            ("links", !event.links.is_empty()),
            ("attachments", !event.attachments.is_empty()),
            ("recording", is_recorded(event)),
            ("language", !event.language.is_empty() && Spoken::of_tag(&event.language).is_none()),
            ("picture", !event.logo.is_empty()),
            ("more", !event.extra.is_empty() || !event.xml.is_empty() || !event.feedback_url.is_empty()),
        ];
        for (what, _) in told.into_iter().filter(|(_, there)| *there) {
            *self.said.kept.entry(what).or_default() += 1;
        }
    }
}

fn is_recorded(event: &Event) -> bool {
    let texts =
        [&event.recording_license, &event.recording_url, &event.recording_link, &event.video_download_url];
    event.do_not_record || event.do_not_stream || texts.iter().any(|text| !text.is_empty())
}

/// How long it is, in whole minutes.
fn minutes(event: &Event) -> Result<Option<i32>, Reason> {
    let until_end = || {
        let seconds = event.end?.moment().duration_since(*event.date?.moment()).as_secs();
        u32::try_from(seconds).ok().map(|seconds| seconds.div_ceil(60).max(1))
    };
    match event.duration.map(|span| span.whole_minutes()).or_else(until_end) {
        Some(minutes) if minutes > LONGEST => {
            Err(Reason::new("import_too_long").with("max", LONGEST / 1_440))
        }
        minutes => Ok(minutes.and_then(|minutes| i32::try_from(minutes).ok())),
    }
}

/// The event without what a session has a place for. Its page is here from now on; where it was before is where it
/// came from.
fn kept(event: &Event, day: Option<Date>, is_ours: bool) -> Kept {
    let page = if is_ours { "" } else { event.url.as_str() };
    let event = Event {
        title: String::new(),
        summary: String::new(),
        room: String::new(),
        track: String::new(),
        url: String::new(),
        origin_url: first([&event.origin_url, page]),
        persons: Vec::new(),
        ..event.clone()
    };
    Kept { event, day }
}

/// The first that is not empty.
fn first<const N: usize>(names: [&str; N]) -> String {
    names.into_iter().find(|name| !name.is_empty()).unwrap_or_default().to_owned()
}

fn coded(code: &str) -> String {
    if code.is_empty() { String::new() } else { format!("code:{code}") }
}

/// As it is kept; these are plain texts and lists, which always can be.
fn content(kept: &impl serde::Serialize) -> Value {
    serde_json::to_value(kept).unwrap_or_default()
}
