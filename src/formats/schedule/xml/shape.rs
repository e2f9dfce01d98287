//! From the model to elements, in the order and with the names of the XML's schema.

use std::collections::BTreeMap;

use serde_json::{Result, Value};

use super::{node::Node, read::Reader};
use crate::formats::schedule::{
    Conference, Day, DayRoom, Event, Generator, Person, Reference, Room, Schedule, Track,
};

/// What we say our XML keeps to.
const SCHEMA: &str = "https://c3voc.de/schedule/schema.xsd";

/// Reads back what was shaped; there is no file to tell places in.
const BACK: Reader<'_> = Reader { text: "" };

/// The whole document.
pub(super) fn schedule(schedule: &Schedule) -> Result<Node> {
    let rooms = schedule.conference.rooms.iter().rev().map(|room| (room.name.as_str(), room)).collect();
    let days: Vec<Node> = schedule.days.iter().map(|it| day(it, &rooms)).collect::<Result<_>>()?;
    let conference = conference(&schedule.conference, &schedule.base_url, &days)?;
    let mut root = head(schedule, &conference)?.containing(conference);
    root.nodes.extend(days);
    Ok(root)
}

fn head(schedule: &Schedule, conference: &Node) -> Result<Node> {
    let mut root = Node::new("schedule");
    root.attributes.insert("xmlns:xsi".to_owned(), "http://www.w3.org/2001/XMLSchema-instance".to_owned());
    root.attributes.insert("xsi:noNamespaceSchemaLocation".to_owned(), SCHEMA.to_owned());
    if schedule.generator != Generator::default() {
        root.nodes.push(generator(&schedule.generator));
    }
    let alone = Schedule {
        generator: schedule.generator.clone(),
        version: schedule.version.clone(),
        url: schedule.url.clone(),
        base_url: schedule.base_url.clone(),
        xml: schedule.xml.clone(),
        outside: schedule.outside.clone(),
        extra: schedule.extra.clone(),
        ..Schedule::default()
    };
    root.telling("url", &schedule.url)
        .containing(Node::new("version").said(&schedule.version))
        .keeping(&schedule.xml)
        .complete(&alone, |root| BACK.head(root, conference))
}

fn generator(generator: &Generator) -> Node {
    Node::new("generator")
        .with("name", &generator.name)
        .with("system", &generator.system)
        .with("version", &generator.version)
        .keeping(&generator.xml)
}

fn conference(conference: &Conference, base_url: &str, days: &[Node]) -> Result<Node> {
    let mut node = Node::new("conference")
        .telling("acronym", &conference.acronym)
        .telling("title", &conference.title)
        .telling("start", told(conference.start))
        .telling("end", told(conference.end))
        .telling("days", told(conference.days_count))
        .telling("timeslot_duration", told(conference.time_slot_duration))
        .telling("base_url", base_url)
        .telling("logo", &conference.logo)
        .telling("url", &conference.url)
        .telling("time_zone_name", &conference.time_zone_name);
    if !conference.colors.is_empty() {
        let colors = conference.colors.0.iter();
        let texts = colors.filter_map(|(name, value)| Some((name, Value::as_str(value)?)));
        node.nodes.push(texts.fold(Node::new("color"), |node, (name, value)| node.with(name, value)));
    }
    for it in &conference.tracks {
        node.nodes.push(track(it)?);
    }
    let rooms = BACK.rooms(days.iter().flat_map(|day| &day.nodes));
    node.keeping(&conference.xml)
        .complete(conference, |node| rooms.clone().and_then(|rooms| BACK.conference(node, &rooms)))
}

fn track(track: &Track) -> Result<Node> {
    Node::new("track")
        .with("name", &track.name)
        .with("color", &track.color)
        .with("slug", &track.slug)
        .said(&track.text)
        .keeping(&track.xml)
        .complete(track, |node| BACK.track(node))
}

fn day(day: &Day, rooms: &BTreeMap<&str, &Room>) -> Result<Node> {
    let (xml, extra) = (day.xml.clone(), day.extra.clone());
    let alone = Day {
        index: day.index,
        date: day.date,
        start: day.start,
        end: day.end,
        rooms: Vec::new(),
        xml,
        extra,
    };
    let mut node = Node::new("day")
        .with("index", told(day.index))
        .with("date", told(day.date))
        .with("start", told(day.start))
        .with("end", told(day.end))
        .keeping(&day.xml)
        .complete(&alone, |node| BACK.day(node))?;
    for it in &day.rooms {
        node.nodes.push(room(it, rooms.get(it.name.as_str()).copied())?);
    }
    Ok(node)
}

fn room(room: &DayRoom, known: Option<&Room>) -> Result<Node> {
    let mut node = Node::new("room").with("name", &room.name);
    if let Some(known) = known {
        node = node.with("guid", &known.guid).keeping(&known.xml);
    }
    for it in &room.events {
        node.nodes.push(event(it)?);
    }
    Ok(node)
}

/// What older programs look for is written even where it is empty.
fn event(event: &Event) -> Result<Node> {
    let recording = Node::new("recording")
        .containing(Node::new("license").said(&event.recording_license))
        .containing(Node::new("optout").said(event.do_not_record))
        .telling("url", &event.recording_url)
        .telling("link", &event.recording_link);
    let mut node = Node::new("event")
        .with("guid", &event.guid)
        .with("id", told(event.id))
        .with("code", &event.code)
        .telling("date", told(event.date))
        .telling("start", told(event.start))
        .telling("duration", told(event.duration))
        .containing(Node::new("room").said(&event.room))
        .telling("slug", &event.slug)
        .telling("url", &event.url)
        .containing(recording)
        .containing(Node::new("title").said(&event.title))
        .containing(Node::new("subtitle").said(&event.subtitle))
        .containing(Node::new("track").said(&event.track))
        .containing(Node::new("type").said(&event.kind))
        .containing(Node::new("language").said(&event.language))
        .containing(Node::new("abstract").said(&event.summary))
        .containing(Node::new("description").said(&event.description))
        .telling("logo", &event.logo)
        .telling("video_download_url", &event.video_download_url)
        .telling("feedback_url", &event.feedback_url)
        .telling("origin_url", &event.origin_url);
    node.nodes.push(list("persons", &event.persons, person)?);
    node.nodes.push(list("links", &event.links, |it| reference("link", it))?);
    if !event.attachments.is_empty() {
        node.nodes.push(list("attachments", &event.attachments, |it| reference("attachment", it))?);
    }
    node.keeping(&event.xml).complete(event, |node| BACK.event(node))
}

/// An element around others.
fn list<T>(name: &str, items: &[T], shape: impl Fn(&T) -> Result<Node>) -> Result<Node> {
    Ok(Node { nodes: items.iter().map(shape).collect::<Result<_>>()?, ..Node::new(name) })
}

fn person(person: &Person) -> Result<Node> {
    Node::new("person")
        .with("id", told(person.id))
        .with("guid", &person.guid)
        .said(person.shown())
        .keeping(&person.xml)
        .complete(person, |node| BACK.person(node))
}

fn reference(name: &str, reference: &Reference) -> Result<Node> {
    Node::new(name)
        .with("href", &reference.url)
        .with("type", &reference.kind)
        .with("service", &reference.service)
        .said(&reference.title)
        .keeping(&reference.xml)
        .complete(reference, |node| BACK.reference(node))
}

/// How something is spelt, if it is there.
fn told<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}
