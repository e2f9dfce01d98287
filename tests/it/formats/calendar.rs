//! Our calendars, read by a parser that we did not write.

use icalendar::parser::{self, Component};
use jiff::{SignedDuration, Timestamp, civil::DateTime, tz::Offset};
use plenary::{
    formats::calendar::{self, Event, Status},
    values::{Lang, Moment, Zone},
};
use proptest::prelude::*;

const TITLE: &str = "滬港科技金融論壇，第三屆：人工智能與生物醫藥；機械人、智慧建造與綠色金融的圓桌討論";

fn event<'a>(uid: &'a str, zone: &'a Zone, start: Timestamp, sequence: u32, status: Status) -> Event<'a> {
    let start = Moment::from(start);
    Event {
        uid,
        sequence,
        stamp: Moment::from(Timestamp::UNIX_EPOCH),
        start,
        end: start.plus(SignedDuration::from_mins(45)),
        zone,
        status,
        summary: TITLE,
        description: "",
        location: "Hall 1, Cyberport",
        url: "",
        categories: &["綠色金融", "Panels, debates"],
    }
}

fn property<'a>(component: &'a Component<'_>, name: &str) -> &'a str {
    component.find_prop(name).map_or("", |it| it.val.as_str())
}

fn components<'a>(calendar: &'a [Component<'a>], name: &str) -> Vec<&'a Component<'a>> {
    let inside = calendar.iter().flat_map(|calendar| &calendar.components);
    inside.filter(|component| component.name.as_str() == name).collect()
}

fn wall(text: &str) -> DateTime {
    DateTime::strptime("%Y%m%dT%H%M%S", text.trim_end_matches('Z')).unwrap()
}

/// `+0800` as an offset.
fn offset(text: &str) -> Offset {
    let (sign, digits) = text.split_at(1);
    let number: i32 = digits.parse().unwrap();
    let seconds = (number / 100 * 60 + number % 100) * 60;
    Offset::from_seconds(if sign == "-" { -seconds } else { seconds }).unwrap()
}

/// The moment that a property means by the calendar's own zone rules, as RFC 5545 section 3.6.5 has
/// readers find it: by the latest rule that set in before.
fn moment(calendar: &[Component<'_>], event: &Component<'_>, name: &str) -> Timestamp {
    let found = event.find_prop(name).unwrap();
    let local = wall(found.val.as_str());
    let Some(zone) = found.params.iter().find(|it| it.key.as_str() == "TZID") else {
        return Offset::UTC.to_timestamp(local).unwrap();
    };
    let zone = zone.val.as_ref().unwrap().as_str();
    let zones = components(calendar, "VTIMEZONE");
    let rules = zones.into_iter().find(|it| property(it, "TZID") == zone).unwrap();
    let in_force = rules.components.iter().filter(|rule| {
        let onset =
            offset(property(rule, "TZOFFSETFROM")).to_timestamp(wall(property(rule, "DTSTART"))).unwrap();
        onset <= offset(property(rule, "TZOFFSETFROM")).to_timestamp(local).unwrap()
    });
    let rule = in_force.max_by_key(|rule| wall(property(rule, "DTSTART"))).unwrap();
    offset(property(rule, "TZOFFSETTO")).to_timestamp(local).unwrap()
}

proptest! {
    #[test]
    fn every_event_of_a_feed_is_read_at_its_moment(
        minutes in prop::collection::vec(0..2 * 365 * 24 * 60_i64, 1..12), place in 0..4_usize,
    ) {
        let zone = Zone::parse(["Asia/Hong_Kong", "Europe/Berlin", "America/New_York", "UTC"][place]).unwrap();
        let begin: Timestamp = "2026-01-01T00:00:00Z".parse().unwrap();
        let starts: Vec<Timestamp> = minutes.iter().map(|it| begin + SignedDuration::from_mins(*it)).collect();
        let uids: Vec<String> = (0..starts.len()).map(|it| format!("{it}@example.org")).collect();
        let events: Vec<Event<'_>> =
            uids.iter().zip(&starts).map(|(uid, start)| event(uid, &zone, *start, 0, Status::Confirmed)).collect();
        let text = calendar::publish("Forum", Lang::ZhHant, &events);
        let unfolded = parser::unfold(&text);
        let read = parser::read_components(&unfolded).unwrap();
        let found = components(&read, "VEVENT");
        prop_assert_eq!(found.len(), starts.len());
        for (event, start) in found.into_iter().zip(starts) {
            prop_assert_eq!(moment(&read, event, "DTSTART"), start);
            prop_assert_eq!(moment(&read, event, "DTEND"), start + SignedDuration::from_mins(45));
        }
    }
}

#[test]
fn local_times_are_right_on_both_sides_of_a_change_of_clocks() {
    let zone = Zone::parse("Europe/Berlin").unwrap();
    for (start, local) in [
        ("2026-10-24T07:00:00Z", "20261024T090000"),
        ("2026-10-25T08:00:00Z", "20261025T090000"),
        ("2026-03-29T01:00:00Z", "20260329T030000"),
    ] {
        let text = calendar::publish(
            "Forum",
            Lang::En,
            &[event("1", &zone, start.parse().unwrap(), 0, Status::Confirmed)],
        );
        let unfolded = parser::unfold(&text);
        let read = parser::read_components(&unfolded).unwrap();
        assert_eq!(property(components(&read, "VEVENT")[0], "DTSTART"), local);
    }
}

#[test]
fn a_move_and_a_cancellation_keep_the_name_and_raise_the_sequence() {
    let zone = Zone::parse("Asia/Hong_Kong").unwrap();
    let start: Timestamp = "2026-11-20T01:30:00Z".parse().unwrap();
    let versions = [
        event("1@example.org", &zone, start, 0, Status::Confirmed),
        event("1@example.org", &zone, start + SignedDuration::from_hours(2), 1, Status::Confirmed),
        event("1@example.org", &zone, start, 2, Status::Cancelled),
    ];
    let said = versions.map(|version| {
        let text = calendar::publish("Forum", Lang::En, &[version]);
        let unfolded = parser::unfold(&text);
        let read = parser::read_components(&unfolded).unwrap();
        let event = components(&read, "VEVENT")[0];
        ["UID", "SEQUENCE", "DTSTART", "STATUS"].map(|name| property(event, name).to_owned())
    });
    let expected = [
        ["1@example.org", "0", "20261120T093000", "CONFIRMED"],
        ["1@example.org", "1", "20261120T113000", "CONFIRMED"],
        ["1@example.org", "2", "20261120T093000", "CANCELLED"],
    ];
    assert_eq!(said, expected);
}

#[test]
fn chinese_lines_are_folded_between_characters_and_come_together_again() {
    let zone = Zone::parse("Asia/Hong_Kong").unwrap();
    let start: Timestamp = "2026-11-20T01:30:00Z".parse().unwrap();
    let text = calendar::publish(TITLE, Lang::ZhHant, &[event("1", &zone, start, 0, Status::Confirmed)]);
    // Split as bytes: half a character would not be UTF-8.
    let lines: Vec<&[u8]> = text.as_bytes().split(|byte| *byte == b'\n').collect();
    assert!(lines.iter().all(|line| line.len() <= 76 && str::from_utf8(line).is_ok()));
    let unfolded = parser::unfold(&text);
    let read = parser::read_components(&unfolded).unwrap();
    let event = components(&read, "VEVENT")[0];
    assert_eq!(property(event, "SUMMARY").replace("\\;", ";").replace("\\,", ","), TITLE);
    assert_eq!(property(event, "CATEGORIES"), "綠色金融,Panels\\, debates");
    assert_eq!(property(event, "LAST-MODIFIED"), property(event, "DTSTAMP"));
    assert_eq!(property(&read[0], "REFRESH-INTERVAL"), property(&read[0], "X-PUBLISHED-TTL"));
}
