//! Our schedules, checked by validators that we did not write against the C3VOC's own schemas.

use std::{fs, process::Command};

use plenary::{
    formats::schedule::{
        Clock, Conference, Day, DayRoom, Event, Extra, Generator, Person, Reference, Room, Schedule, Span,
        Stamp, Track, When, names,
    },
    values::{Moment, Zone},
};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::support::Scratch;

const ACRONYM: &str = "shhk2026";

fn stamp(zone: &Zone, text: &str) -> Stamp {
    let moment: jiff::Timestamp = text.parse().unwrap();
    Stamp::of(Moment::from(moment), zone)
}

fn event(number: u32, title: &str, room: &str, date: Stamp) -> Event {
    Event {
        guid: Uuid::from_u128(u128::from(number)).to_string(),
        code: names::code(number),
        id: Some(i64::from(number)),
        date: Some(date),
        start: Some(Clock::from(date)),
        duration: Some(Span::minutes(45)),
        room: room.to_owned(),
        slug: names::slug(ACRONYM, number, title),
        url: format!("https://example.org/en/2026/sessions/{number}"),
        title: title.to_owned(),
        track: "生物醫藥".to_owned(),
        kind: "talk".to_owned(),
        language: "zh-Hant".to_owned(),
        summary: "甲 < 乙 & 丙\n\n]]>".to_owned(),
        persons: vec![
            Person {
                name: "陳大文".to_owned(),
                guid: Uuid::from_u128(9).to_string(),
                biography: "教授。\n<b>?></b>".to_owned(),
                avatar: "https://example.org/9.jpg".to_owned(),
                ..Person::default()
            },
            Person { id: Some(10), public_name: "Ada \"L\"".to_owned(), ..Person::default() },
        ],
        links: vec![Reference { url: "https://example.org/a?b&c".to_owned(), ..Reference::default() }],
        attachments: vec![Reference {
            url: "https://example.org/slides.pdf".to_owned(),
            title: "簡報".to_owned(),
            kind: "slides".to_owned(),
            ..Reference::default()
        }],
        ..Event::default()
    }
}

/// Two days in a zone, the first past midnight, a session held twice, and a room for nothing.
fn schedule(zone: &str) -> Schedule {
    let at = |text| stamp(&Zone::parse(zone).unwrap(), text);
    let ids = names::numbers((1..=4).map(Uuid::from_u128));
    let titles = ["開幕禮", "AI in two cities", "AI in two cities", "圓桌"];
    let times =
        ["2026-10-24T01:00:00Z", "2026-10-24T15:30:00Z", "2026-10-25T01:30:00Z", "2026-10-25T03:00:00Z"];
    let mut events = ids
        .values()
        .zip(titles)
        .zip(times)
        .map(|((id, title), time)| event(*id, title, "大禮堂 A", at(time)));
    let day = |index, date: &str, start, end, events| Day {
        index: Some(index),
        date: Some(date.parse().unwrap()),
        start: Some(at(start)),
        end: Some(at(end)),
        rooms: vec![
            DayRoom { name: "大禮堂 A".to_owned(), events },
            DayRoom { name: "Hall & B".to_owned(), events: vec![] },
        ],
        ..Day::default()
    };
    let room = |name: &str, id, capacity: Option<u32>| Room {
        name: name.to_owned(),
        guid: Uuid::from_u128(id).to_string(),
        extra: Extra(
            capacity.map(|it| ("capacity".to_owned(), it.into())).into_iter().collect::<Map<_, _>>(),
        ),
        ..Room::default()
    };
    let first: Vec<Event> = events.by_ref().take(2).collect();
    Schedule {
        generator: Generator {
            name: "plenary".to_owned(),
            version: "0.1.0".to_owned(),
            ..Generator::default()
        },
        version: "第一版".to_owned(),
        base_url: "https://example.org/en/2026/".to_owned(),
        conference: Conference {
            acronym: names::acronym("sh-hk-2026"),
            title: "滬港科技金融論壇".to_owned(),
            start: Some(When::On("2026-10-24".parse().unwrap())),
            end: Some(When::On("2026-10-25".parse().unwrap())),
            days_count: Some(2),
            time_slot_duration: Some(Span::minutes(5)),
            time_zone_name: zone.to_owned(),
            tracks: vec![Track {
                name: "生物醫藥".to_owned(),
                slug: names::track_slug("生物醫藥", 1),
                color: "#1f4e79".to_owned(),
                ..Track::default()
            }],
            rooms: vec![room("Hall & B", 6, None), room("大禮堂 A", 5, Some(300))],
            ..Conference::default()
        },
        days: vec![
            day(1, "2026-10-24", "2026-10-24T00:00:00Z", "2026-10-24T20:00:00Z", first),
            day(2, "2026-10-25", "2026-10-25T00:00:00Z", "2026-10-25T20:00:00Z", events.collect()),
        ],
        ..Schedule::default()
    }
}

/// What `xmllint` says about an XML file.
pub fn xmllint(xml: &str) -> (bool, String) {
    let folder = Scratch::new();
    let file = folder.path().join("schedule.xml");
    fs::write(&file, xml).unwrap();
    let schema = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/schemas/c3voc/schedule.xml.xsd");
    let mut command = Command::new("xmllint");
    let output = command.args(["--nonet", "--noout", "--schema", schema]).arg(file).output();
    let output = output.expect("xmllint is installed by `make test`");
    (output.status.success(), String::from_utf8(output.stderr).unwrap())
}

/// What breaks the rules of the JSON schema, its formats included.
pub fn breaches(file: &str) -> Vec<String> {
    let schema: Value =
        serde_json::from_str(include_str!("../../schemas/c3voc/schedule.schema.json")).unwrap();
    let validator = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
    let file: Value = serde_json::from_str(file).unwrap();
    validator.iter_errors(&file).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn both_files_keep_to_the_schemas() {
    for zone in ["Asia/Hong_Kong", "Europe/Berlin", "UTC"] {
        let schedule = schedule(zone);
        let (fine, said) = xmllint(&schedule.to_xml().unwrap());
        assert!(fine, "{said}\n{}", schedule.to_xml().unwrap());
        assert_eq!(breaches(&schedule.to_json().unwrap()), Vec::<String>::new());
    }
}

#[test]
fn the_validators_find_what_is_wrong() {
    let mut schedule = schedule("Asia/Hong_Kong");
    schedule.days[0].rooms[0].events[0].slug = "開幕禮".to_owned();
    let (fine, said) = xmllint(&schedule.to_xml().unwrap());
    assert!(!fine && said.contains("slug"), "{said}");
    assert!(breaches(&schedule.to_json().unwrap()).iter().any(|it| it.contains("slug")));
}

#[test]
fn both_files_say_the_same() {
    let schedule = schedule("Europe/Berlin");
    assert_eq!(Schedule::read(schedule.to_xml().unwrap().as_bytes()).unwrap(), schedule);
    assert_eq!(Schedule::read(schedule.to_json().unwrap().as_bytes()).unwrap(), schedule);
}

#[test]
fn times_are_told_with_the_offset_of_their_day() {
    let json: Value = serde_json::from_str(&schedule("Europe/Berlin").to_json().unwrap()).unwrap();
    let days = &json["schedule"]["conference"]["days"];
    // Clocks go back in the night between the two days.
    assert_eq!(days[0]["rooms"]["大禮堂 A"][0]["date"], json!("2026-10-24T03:00:00+02:00"));
    assert_eq!(days[1]["rooms"]["大禮堂 A"][0]["date"], json!("2026-10-25T02:30:00+01:00"));
    assert_eq!(days[1]["rooms"]["大禮堂 A"][1]["start"], json!("04:00"));
}
