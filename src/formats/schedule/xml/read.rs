//! From elements to the model, by way of the members that JSON has for them.

use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

use super::{node::Node, parts::Parts};
use crate::{
    error::Reason,
    formats::schedule::{
        Conference, Day, DayRoom, Event, Person, Reference, Room, Schedule, Track, limits,
        refusal::{place, told},
        scalars::tidy,
    },
    values::text::Shape,
};

/// Children of an event that hold nothing but a text, named as in JSON.
const EVENT_TEXTS: [&str; 17] = [
    "room",
    "title",
    "subtitle",
    "type",
    "date",
    "start",
    "duration",
    "abstract",
    "slug",
    "track",
    "logo",
    "language",
    "description",
    "video_download_url",
    "url",
    "feedback_url",
    "origin_url",
];

/// The same of a conference.
const CONFERENCE_TEXTS: [&str; 8] =
    ["title", "acronym", "start", "end", "timeslot_duration", "time_zone_name", "logo", "url"];

/// Reads the elements of one file.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    /// The file, to tell places in it.
    pub(super) text: &'a str,
}

impl Reader<'_> {
    pub(super) fn schedule(self, root: &Node) -> Result<Schedule, Reason> {
        let days: Vec<&Node> = root.nodes.iter().filter(|node| node.name == "day").collect();
        let rooms = || days.iter().flat_map(|day| &day.nodes);
        limits::events(rooms().filter(|node| node.name == "room").count())?;
        let none = Node::new("conference");
        let conference = root.nodes.iter().find(|node| node.name == "conference").unwrap_or(&none);
        Ok(Schedule {
            conference: self.conference(conference, &self.rooms(rooms())?)?,
            days: days.iter().map(|day| self.day(day)).collect::<Result<_, _>>()?,
            ..self.head(root, conference)?
        })
    }

    /// What stands around the conference and its days.
    pub(super) fn head(self, root: &Node, conference: &Node) -> Result<Schedule, Reason> {
        let mut parts = Parts::of(root, &[]);
        // They say which schema the file keeps to; what we write keeps to ours.
        parts.kept.attributes.retain(|name, _| !name.starts_with("xsi:") && !name.starts_with("xmlns:"));
        let mut conferences = 0;
        for node in &root.nodes {
            match node.name.as_str() {
                "generator" => {
                    let known = [("name", "name"), ("system", "system"), ("version", "version")];
                    let generator = Parts::of(node, &known).into_value(node);
                    parts.set("generator", generator);
                }
                "version" | "url" => parts.text(&node.name, node),
                "day" => {}
                "conference" if conferences == 0 => conferences = 1,
                _ => parts.keep(node),
            }
        }
        if let Some(base) = conference.nodes.iter().find(|node| node.name == "base_url") {
            parts.set("base_url", base.whole_text());
        }
        self.built(root, parts)
    }

    pub(super) fn conference(self, node: &Node, rooms: &[Room]) -> Result<Conference, Reason> {
        let mut parts = Parts::of(node, &[]);
        let mut tracks = Vec::new();
        for child in &node.nodes {
            match child.name.as_str() {
                "days" => parts.text("daysCount", child),
                "base_url" => {}
                "color" if child.nodes.is_empty() => parts.set("colors", json!(child.attributes)),
                "track" => tracks.push(json!(self.track(child)?)),
                name if CONFERENCE_TEXTS.contains(&name) => parts.text(name, child),
                _ => parts.keep(child),
            }
        }
        parts.set("tracks", tracks);
        parts.set("rooms", json!(rooms));
        self.built(node, parts)
    }

    pub(super) fn track(self, node: &Node) -> Result<Track, Reason> {
        let mut parts = Parts::of(node, &[("name", "name"), ("slug", "slug"), ("color", "color")]);
        parts.set("text", node.text.as_str());
        node.nodes.iter().for_each(|child| parts.keep(child));
        self.built(node, parts)
    }

    /// What the days' rooms say about themselves beside their names: each room once.
    pub(super) fn rooms<'n>(self, nodes: impl Iterator<Item = &'n Node>) -> Result<Vec<Room>, Reason> {
        let mut rooms: Vec<Room> = Vec::new();
        for node in nodes.filter(|node| node.name == "room") {
            let mut parts = Parts::of(node, &[("name", "name"), ("guid", "guid")]);
            node.nodes.iter().filter(|child| child.name != "event").for_each(|child| parts.keep(child));
            let room: Room = self.built(node, parts)?;
            let says = !room.guid.is_empty() || !room.xml.is_empty();
            if says && rooms.iter().all(|known| known.name != room.name) {
                rooms.push(room);
            }
        }
        Ok(rooms)
    }

    pub(super) fn day(self, node: &Node) -> Result<Day, Reason> {
        let known = [("date", "date"), ("start", "day_start"), ("end", "day_end"), ("index", "index")];
        let mut parts = Parts::of(node, &known);
        let mut rooms = Vec::new();
        for child in &node.nodes {
            if child.name == "room" { rooms.push(self.day_room(child)?) } else { parts.keep(child) }
        }
        Ok(Day { rooms, ..self.built(node, parts)? })
    }

    fn day_room(self, node: &Node) -> Result<DayRoom, Reason> {
        let events = node.nodes.iter().filter(|child| child.name == "event");
        let name = node.attributes.get("name").map(|name| tidy(Shape::Line, name)).unwrap_or_default();
        Ok(DayRoom { name, events: events.map(|event| self.event(event)).collect::<Result<_, _>>()? })
    }

    pub(super) fn event(self, node: &Node) -> Result<Event, Reason> {
        let mut parts = Parts::of(node, &[("guid", "guid"), ("id", "id"), ("code", "code")]);
        for child in &node.nodes {
            match child.name.as_str() {
                "recording" => self.recording(&mut parts, child),
                "persons" => self.list(&mut parts, child, "person", |node| self.person(node))?,
                "links" => self.list(&mut parts, child, "link", |node| self.reference(node))?,
                "attachments" => self.list(&mut parts, child, "attachment", |node| self.reference(node))?,
                name if EVENT_TEXTS.contains(&name) => parts.text(name, child),
                _ => parts.keep(child),
            }
        }
        self.built(node, parts)
    }

    fn recording(self, parts: &mut Parts, node: &Node) {
        for child in &node.nodes {
            match child.name.as_str() {
                "license" => parts.text("recording_license", child),
                "optout" => parts.text("do_not_record", child),
                "url" => parts.text("recording_url", child),
                "link" => parts.text("recording_link", child),
                _ => parts.keep(child),
            }
        }
    }

    /// The children called `name` as a member called like their parent.
    fn list<T: Serialize>(
        self,
        parts: &mut Parts,
        parent: &Node,
        name: &str,
        read: impl Fn(&Node) -> Result<T, Reason>,
    ) -> Result<(), Reason> {
        let mut items = Vec::new();
        for child in &parent.nodes {
            if child.name == name { items.push(json!(read(child)?)) } else { parts.keep(child) }
        }
        match parts.members.get_mut(&parent.name) {
            Some(Value::Array(known)) => known.extend(items),
            _ => parts.set(&parent.name, items),
        }
        Ok(())
    }

    pub(super) fn person(self, node: &Node) -> Result<Person, Reason> {
        let mut parts = Parts::of(node, &[("id", "id"), ("guid", "guid")]);
        // As the JSON schema pairs them.
        let member = if parts.members.contains_key("id") { "public_name" } else { "name" };
        parts.set(member, node.text.as_str());
        node.nodes.iter().for_each(|child| parts.keep(child));
        self.built(node, parts)
    }

    pub(super) fn reference(self, node: &Node) -> Result<Reference, Reason> {
        let mut parts = Parts::of(node, &[("href", "url"), ("type", "type"), ("service", "service")]);
        parts.set("title", node.text.as_str());
        node.nodes.iter().for_each(|child| parts.keep(child));
        self.built(node, parts)
    }

    /// The value that the parts of a node, and its instruction, make.
    fn built<T: DeserializeOwned>(self, node: &Node, parts: Parts) -> Result<T, Reason> {
        serde_json::from_value(parts.into_value(node)).map_err(|error| {
            let (line, column) = place(self.text, node.at);
            told(&error, line, column)
        })
    }
}
