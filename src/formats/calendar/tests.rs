#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::*;

fn at(text: &str) -> Moment {
    text.parse::<jiff::Timestamp>().unwrap().into()
}

fn zone(name: &str) -> Zone {
    Zone::parse(name).unwrap()
}

fn event<'a>(zone: &'a Zone, start: &str, end: &str) -> Event<'a> {
    Event {
        uid: "018f@example.org",
        sequence: 2,
        stamp: at("2026-11-01T00:00:00Z"),
        start: at(start),
        end: at(end),
        zone,
        status: Status::Confirmed,
        summary: "滬港科技金融論壇，第三屆",
        description: "First line\nsecond; line",
        location: "Cyberport, Hong Kong",
        url: "https://example.org/en/2026",
        categories: &["金融科技", "Panels, debates"],
    }
}

/// Without folding, and with `\n` for CRLF.
fn written(events: &[Event<'_>]) -> String {
    publish("Forum", Lang::ZhHant, events).replace("\r\n ", "").replace("\r\n", "\n")
}

#[test]
fn an_entry_says_when_where_and_which_version() {
    let hong_kong = zone("Asia/Hong_Kong");
    let calendar = written(&[event(&hong_kong, "2026-11-20T01:30:00Z", "2026-11-20T09:00:00Z")]);
    for line in [
        "METHOD:PUBLISH",
        "REFRESH-INTERVAL;VALUE=DURATION:PT15M",
        "X-PUBLISHED-TTL:PT15M",
        "UID:018f@example.org",
        "SEQUENCE:2",
        "DTSTAMP:20261101T000000Z",
        "LAST-MODIFIED:20261101T000000Z",
        "DTSTART;TZID=Asia/Hong_Kong:20261120T093000",
        "DTEND;TZID=Asia/Hong_Kong:20261120T170000",
        "STATUS:CONFIRMED",
        "SUMMARY;LANGUAGE=zh-Hant:滬港科技金融論壇，第三屆",
        "DESCRIPTION;LANGUAGE=zh-Hant:First line\\nsecond\\; line",
        "LOCATION;LANGUAGE=zh-Hant:Cyberport\\, Hong Kong",
        "CATEGORIES;LANGUAGE=zh-Hant:金融科技,Panels\\, debates",
        "URL:https://example.org/en/2026",
    ] {
        assert!(calendar.lines().any(|found| found == line), "{line} in\n{calendar}");
    }
}

#[test]
fn a_zone_without_changes_has_one_rule() {
    let hong_kong = zone("Asia/Hong_Kong");
    let event = event(&hong_kong, "2026-11-20T01:30:00Z", "2026-11-20T09:00:00Z");
    let calendar = written(&[event.clone(), event]);
    let rule = "BEGIN:VTIMEZONE\nTZID:Asia/Hong_Kong\nBEGIN:STANDARD\nDTSTART:19791021T033000\n\
                TZOFFSETFROM:+0900\nTZOFFSETTO:+0800\nTZNAME:HKT\nEND:STANDARD\nEND:VTIMEZONE\n";
    assert_eq!(calendar.matches(rule).count(), 1, "{calendar}");
    assert_eq!(calendar.matches("BEGIN:VTIMEZONE").count(), 1);
}

#[test]
fn a_change_of_clocks_between_events_is_spelt_out() {
    let london = zone("Europe/London");
    let summer = event(&london, "2026-07-01T09:00:00Z", "2026-07-01T10:00:00Z");
    let winter = event(&london, "2026-12-01T09:00:00Z", "2026-12-01T10:00:00Z");
    let calendar = written(&[winter, summer]);
    for rule in [
        "BEGIN:DAYLIGHT\nDTSTART:20260329T010000\nTZOFFSETFROM:+0000\nTZOFFSETTO:+0100\nTZNAME:BST\nEND:DAYLIGHT\n",
        "BEGIN:STANDARD\nDTSTART:20261025T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0000\nTZNAME:GMT\nEND:STANDARD\n",
    ] {
        assert!(calendar.contains(rule), "{rule} in\n{calendar}");
    }
    assert_eq!(calendar.matches("TZOFFSETTO").count(), 2);
}

#[test]
fn a_time_that_comes_twice_is_told_in_utc() {
    let london = zone("Europe/London");
    let calendar = written(&[event(&london, "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z")]);
    assert!(calendar.contains("\nDTSTART;TZID=Europe/London:20261025T013000\n"));
    assert!(calendar.contains("\nDTEND:20261025T013000Z\n"));
}

#[test]
fn a_zone_that_never_changes_has_a_rule_too() {
    let utc = zone("UTC");
    let calendar = written(&[event(&utc, "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z")]);
    assert!(
        calendar.contains("BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0000\nTZOFFSETTO:+0000\n")
    );
}

#[test]
fn a_cancelled_event_is_struck_out() {
    let hong_kong = zone("Asia/Hong_Kong");
    let mut event = event(&hong_kong, "2026-11-20T01:30:00Z", "2026-11-20T09:00:00Z");
    event.status = Status::Cancelled;
    assert!(written(&[event]).contains("\nSTATUS:CANCELLED\n"));
}
