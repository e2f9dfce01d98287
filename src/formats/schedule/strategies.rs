//! Schedules of every kind, for tests of rules that hold for all of them.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;

use proptest::{collection::vec, option, prelude::*};
use serde_json::{Map, Value, json};

use super::{
    Clock, Conference, Day, DayRoom, Element, Event, Extra, Foreign, Generator, Person, Reference, Room,
    Schedule, Span, Stamp, Track, When,
    scalars::{Spelt, tidy},
};
use crate::values::text::Shape;

fn line() -> impl Strategy<Value = String> {
    "|[a-z<&>\"'字é ]{1,8}|\\PC{0,8}".prop_map(|raw| tidy(Shape::Line, &raw))
}

fn prose() -> impl Strategy<Value = String> {
    "|[a-z<&>\\]\\[!?字\n -]{0,12}|\\PC{0,12}".prop_map(|raw| tidy(Shape::Prose, &raw))
}

/// Where the name is not one of ours.
fn foreign_name() -> impl Strategy<Value = String> {
    "x_[a-z]{0,2}|x_<>|x_:y|x_字".prop_map(|name| tidy(Shape::Line, &name))
}

fn stamp() -> impl Strategy<Value = Stamp> {
    (2000..2100, 1..13, 1..29, 0..24, 0..60, -12..14).prop_map(|(y, mo, d, h, mi, o)| {
        let sign = if o < 0 { '-' } else { '+' };
        let raw = format!("{y}-{mo:02}-{d:02}T{h:02}:{mi:02}:00{sign}{:02}:30", i32::abs(o));
        Stamp::parse(&raw).unwrap()
    })
}

fn when() -> impl Strategy<Value = When> {
    prop_oneof![stamp().prop_map(When::At), stamp().prop_map(|stamp| When::On(stamp.wall().date()))]
}

fn extra() -> impl Strategy<Value = Extra> {
    let value = prop_oneof![
        prose().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
        vec(prose(), 0..2).prop_map(|texts| json!({ "?>": texts, "null": null })),
    ];
    let members = vec((foreign_name(), value), 0..2);
    members.prop_map(|members| Extra(members.into_iter().collect::<Map<_, _>>()))
}

fn foreign() -> impl Strategy<Value = Foreign> {
    let leaf = (foreign_name(), attributes(), prose()).prop_map(|(name, attributes, text)| Element {
        name,
        attributes,
        text,
        elements: Vec::new(),
    });
    let element = leaf.prop_recursive(2, 4, 2, |inner| {
        (foreign_name(), attributes(), prose(), vec(inner, 0..2))
            .prop_map(|(name, attributes, text, elements)| Element { name, attributes, text, elements })
    });
    (attributes(), vec(element, 0..2)).prop_map(|(attributes, elements)| Foreign { attributes, elements })
}

fn attributes() -> impl Strategy<Value = BTreeMap<String, String>> {
    prop::collection::btree_map(foreign_name(), line(), 0..2)
}

fn reference() -> impl Strategy<Value = Reference> {
    (line(), line(), line(), line(), foreign(), extra()).prop_map(
        |(url, title, kind, service, xml, extra)| Reference { url, title, kind, service, xml, extra },
    )
}

fn person() -> impl Strategy<Value = Person> {
    let names = (option::of(any::<i64>()), line(), line(), line(), line());
    (names, line(), prose(), line(), vec(reference(), 0..2), foreign(), extra()).prop_map(
        |((id, guid, code, name, public_name), avatar, biography, url, links, xml, extra)| Person {
            id,
            guid,
            code,
            name,
            public_name,
            avatar,
            biography,
            url,
            links,
            xml,
            extra,
        },
    )
}

fn event() -> impl Strategy<Value = Event> {
    let names = (line(), line(), option::of(any::<i64>()), line(), line(), line(), line(), line());
    let times = (option::of(stamp()), option::of(stamp()), option::of(0..9_999_u32));
    let texts = (line(), line(), line(), line(), prose(), prose());
    let recording = (line(), any::<bool>(), any::<bool>(), line(), line(), line());
    let lists = (vec(person(), 0..3), vec(reference(), 0..2), vec(reference(), 0..2));
    (names, times, texts, recording, lists, line(), line(), foreign(), extra()).prop_map(
        |(names, times, texts, recording, lists, feedback_url, origin_url, xml, extra)| Event {
            guid: names.0,
            code: names.1,
            id: names.2,
            logo: names.3,
            room: names.4,
            slug: names.5,
            url: names.6,
            title: names.7,
            date: times.0,
            start: times.1.map(Clock::from),
            end: times.1,
            duration: times.2.map(Span::minutes),
            subtitle: texts.0,
            track: texts.1,
            kind: texts.2,
            language: texts.3,
            summary: texts.4,
            description: texts.5,
            recording_license: recording.0,
            do_not_record: recording.1,
            do_not_stream: recording.2,
            recording_url: recording.3,
            recording_link: recording.4,
            video_download_url: recording.5,
            persons: lists.0,
            links: lists.1,
            attachments: lists.2,
            feedback_url,
            origin_url,
            xml,
            extra,
        },
    )
}

fn day() -> impl Strategy<Value = Day> {
    let rooms = prop::collection::btree_map(line(), vec(event(), 0..2), 0..3);
    (any::<u32>(), option::of(stamp()), option::of(stamp()), rooms, foreign(), extra()).prop_map(
        |(index, start, end, rooms, xml, extra)| Day {
            index: Some(index),
            date: start.map(|start| start.wall().date()),
            start,
            end,
            // Backwards, to see that the order is the organisers' and not the alphabet's.
            rooms: rooms.into_iter().rev().map(|(name, events)| DayRoom { name, events }).collect(),
            xml,
            extra,
        },
    )
}

fn conference() -> impl Strategy<Value = Conference> {
    let texts = (line(), line(), prose(), line(), line(), line());
    let times = (option::of(when()), option::of(when()), any::<u32>(), option::of(0..600_u32));
    let track = (line(), line(), line(), prose(), foreign(), extra())
        .prop_map(|(name, slug, color, text, xml, extra)| Track { name, slug, color, text, xml, extra });
    let room = (line(), line(), foreign(), extra()).prop_map(|(name, guid, xml, extra)| Room {
        name,
        guid,
        xml,
        extra,
    });
    (texts, times, extra(), vec(track, 0..2), vec(room, 0..2), foreign(), extra()).prop_map(
        |(texts, times, colors, tracks, rooms, xml, extra)| Conference {
            acronym: texts.0,
            title: texts.1,
            description: texts.2,
            time_zone_name: texts.3,
            logo: texts.4,
            url: texts.5,
            start: times.0,
            end: times.1,
            days_count: Some(times.2),
            time_slot_duration: times.3.map(Span::minutes),
            colors,
            tracks,
            rooms,
            xml,
            extra,
        },
    )
}

/// Any schedule at all.
pub(super) fn schedule() -> impl Strategy<Value = Schedule> {
    let generator = (line(), line(), line(), line(), foreign(), extra()).prop_map(
        |(name, version, system, url, xml, extra)| Generator { name, version, system, url, xml, extra },
    );
    let heads = (line(), line(), line(), foreign(), extra(), extra());
    (generator, heads, conference(), vec(day(), 0..3)).prop_map(|(generator, heads, conference, days)| {
        let (version, url, base_url, xml, outside, extra) = heads;
        Schedule { generator, version, url, base_url, conference, days, xml, outside, extra }
    })
}
