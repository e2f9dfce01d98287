//! Schedules as other programs publish them come in whole and go out equal. Equal is: the same
//! elements or members with the same texts, where an empty one and none are the same.

use std::collections::BTreeSet;

use plenary::formats::schedule::Schedule;
use quick_xml::{Reader, XmlVersion::Implicit1_0, events::Event};
use serde_json::Value;

const XML: &str = include_str!("frab.xml");
const JSON: &str = include_str!("pretalx.json");

/// Every text of an XML file, with the way to it; of siblings of one name the first is not told from
/// the second, since some elements may stand in any order.
fn said(xml: &str) -> BTreeSet<String> {
    let (mut reader, mut way, mut texts) = (Reader::from_str(xml), Vec::new(), Vec::new());
    let mut said = BTreeSet::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) => {
                way.push(tag.name().into_inner().to_owned());
                texts.push(String::new());
                said.extend(attributes(&way, &tag));
            }
            Event::Empty(tag) => {
                way.push(tag.name().into_inner().to_owned());
                said.extend(attributes(&way, &tag));
                way.pop();
            }
            Event::Text(text) if !texts.is_empty() => *texts.last_mut().unwrap() += &text.xml10_content(),
            Event::CData(text) => *texts.last_mut().unwrap() += &text.xml10_content(),
            Event::GeneralRef(name) => {
                let known = ["&amp;", "&lt;", "&gt;"].into_iter().zip(["&", "<", ">"]);
                let character = known.into_iter().find(|(entity, _)| *entity == format!("&{};", &*name));
                *texts.last_mut().unwrap() += character.unwrap().1;
            }
            Event::End(_) => {
                let text = texts.pop().unwrap();
                if !text.trim().is_empty() {
                    said.insert(format!("{} {}", way.join("/"), text.trim()));
                }
                way.pop();
            }
            Event::Eof => return said,
            _ => {}
        }
    }
}

fn attributes(way: &[String], tag: &quick_xml::events::BytesStart<'_>) -> Vec<String> {
    let all = tag.attributes().map(Result::unwrap).filter(|it| !it.key.into_inner().starts_with("xsi:"));
    let told = all.map(|it| {
        let value = it.normalized_value(Implicit1_0).unwrap();
        format!("{} @{} {value}", way.join("/"), it.key.into_inner())
    });
    told.collect()
}

/// A JSON value without its members that say nothing.
fn telling(value: Value) -> Value {
    match value {
        Value::Object(members) => {
            let told = members.into_iter().map(|(name, value)| (name, telling(value)));
            told.filter(|(name, value)| name != "$schema" && !is_nothing(value)).collect()
        }
        Value::Array(values) => values.into_iter().map(telling).collect(),
        other => other,
    }
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => text.is_empty(),
        Value::Array(values) => values.is_empty(),
        _ => false,
    }
}

fn json(text: &str) -> Value {
    telling(serde_json::from_str(text).unwrap())
}

#[test]
fn a_schedule_xml_goes_out_as_it_came_in() {
    let out = Schedule::read(XML.as_bytes()).unwrap().to_xml().unwrap();
    // One duration was not spelt as the schema asks.
    let expected = said(&XML.replace("00:15:00", "00:15").replace(">1:45<", ">01:45<"));
    assert!(expected.len() > 60);
    let out = said(&out);
    assert_eq!(expected.difference(&out).collect::<Vec<_>>(), Vec::<&String>::new(), "lost");
    assert_eq!(out.difference(&expected).collect::<Vec<_>>(), Vec::<&String>::new(), "new");
}

#[test]
fn a_schedule_json_goes_out_as_it_came_in() {
    let out = Schedule::read(JSON.as_bytes()).unwrap().to_json().unwrap();
    assert_eq!(json(&out), json(JSON));
    // Rooms stand in the organisers' order, which a map of this test does not keep.
    assert!(out.find("\"Zimmer 2\":[") < out.find("\"Aula\":["));
}

#[test]
fn the_other_file_carries_it_too() {
    let from_json = Schedule::read(JSON.as_bytes()).unwrap();
    let by_xml = Schedule::read(from_json.to_xml().unwrap().as_bytes()).unwrap();
    assert_eq!(json(&by_xml.to_json().unwrap()), json(JSON));
    let from_xml = Schedule::read(XML.as_bytes()).unwrap();
    let by_json = Schedule::read(from_xml.to_json().unwrap().as_bytes()).unwrap();
    assert_eq!(by_json.to_xml().unwrap(), from_xml.to_xml().unwrap());
}

#[test]
fn what_came_in_is_understood() {
    let schedule = Schedule::read(XML.as_bytes()).unwrap();
    let night = schedule.events().nth(1).unwrap();
    assert_eq!(night.date.unwrap().moment().to_string(), "2024-10-27T00:30:00Z");
    assert_eq!(night.duration.unwrap().seconds(), 105 * 60);
    let opening = schedule.events().next().unwrap();
    assert!(opening.do_not_record && opening.summary == "Wir sagen <b>Hallo</b> & mehr.");
    assert_eq!(opening.persons.iter().map(|it| it.shown()).collect::<Vec<_>>(), ["Kim Farbe", "李明"]);
    assert_eq!(
        schedule.conference.rooms.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(),
        ["Saal Grün"]
    );
}
