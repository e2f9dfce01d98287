//! What a mail about a slot tells its reader's calendar, read by parsers that we did not write.

use icalendar::parser::{self, Component};
use mail_parser::{MessageParser, MessagePart, MimeHeaders};
use plenary::{mail::NewMail, values::Lang};

use super::{
    office::{Office, mail_to, until_empty},
    server::MailServer,
};

fn property<'a>(component: &'a Component<'_>, name: &str) -> &'a str {
    component.find_prop(name).map_or("", |it| it.val.as_str())
}

fn parameter<'a>(component: &'a Component<'_>, name: &str, parameter: &str) -> &'a str {
    let found = component.find_prop(name).unwrap().params.iter().find(|it| it.key.as_str() == parameter);
    found.and_then(|it| it.val.as_ref()).map_or("", |value| value.as_str())
}

/// The part of a mail that is for calendars, and the method that it says itself.
fn calendar_of<'a>(parts: &'a [MessagePart<'a>]) -> Option<(&'a MessagePart<'a>, String)> {
    let is_calendar =
        |part: &&MessagePart<'_>| part.content_type().is_some_and(|it| it.subtype() == Some("calendar"));
    let part = parts.iter().find(is_calendar)?;
    Some((part, part.content_type()?.attribute("method")?.to_owned()))
}

fn slot(cancelled: bool, room: &str) -> NewMail {
    let mut mail = mail_to("chan@example.org", "slot-changed", Lang::ZhHant);
    mail.values["calendar"]["cancelled"] = cancelled.into();
    mail.values["calendar"]["room"] = room.into();
    mail.values["calendar"]["title"] = "Robots, see evil.example".into();
    mail
}

#[tokio::test(flavor = "multi_thread")]
async fn a_calendar_takes_a_slot_in_and_strikes_it_out_by_the_same_name() {
    let (office, server) = (Office::open().await, MailServer::open().await);
    office.queue(&[slot(false, "Room 7"), slot(true, "")]).await;
    until_empty(&office.worker(&server.url())).await;
    let mut seen = Vec::new();
    for mail in &server.taken() {
        let message = MessageParser::default().parse(&mail.bytes).unwrap();
        assert_eq!(message.content_type().unwrap().subtype(), Some("alternative"), "beside the texts");
        let (part, method) = calendar_of(&message.parts).expect("a part for calendars");
        let text = String::from_utf8(part.contents().to_vec()).unwrap();
        let unfolded = parser::unfold(&text);
        let read = parser::read_calendar(&unfolded).unwrap();
        let said = read.properties.iter().find(|it| it.name.as_str() == "METHOD").unwrap();
        assert_eq!(said.val.as_str(), method, "RFC 6047 section 2.4");
        let events: Vec<_> = read.components.iter().filter(|it| it.name.as_str() == "VEVENT").collect();
        let [event] = events[..] else { panic!("one entry: {text}") };
        assert_eq!(property(event, "UID"), "00000000-0000-0000-0000-000000000008@forum.example.org");
        assert_eq!(property(event, "SEQUENCE"), "2");
        assert_eq!(property(event, "DTSTART"), "20261120T100000");
        assert_eq!(property(event, "ORGANIZER"), "mailto:forum@example.org");
        assert_eq!(property(event, "ATTENDEE"), "mailto:chan@example.org");
        assert_eq!(parameter(event, "ATTENDEE", "CN").trim_matches('"'), "Chan Tai Man 陳大文");
        assert_eq!(property(event, "SUMMARY"), "Robots, see evil. example", "no link of an outsider's");
        seen.push((method, property(event, "STATUS").to_owned(), property(event, "LOCATION").to_owned()));
    }
    seen.sort();
    let [off, on] = &seen[..] else { panic!("two mails: {seen:?}") };
    assert_eq!((off.0.as_str(), off.1.as_str()), ("CANCEL", "CANCELLED"));
    assert_eq!((on.0.as_str(), on.1.as_str()), ("REQUEST", "CONFIRMED"));
    assert!(on.2.starts_with("Room 7, 海港會堂") && off.2.starts_with("海港會堂"), "{seen:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_that_tells_of_no_slot_has_no_part_for_calendars() {
    let (office, server) = (Office::open().await, MailServer::open().await);
    let mut without = slot(false, "Room 7");
    without.values.as_object_mut().unwrap().remove("calendar");
    office.queue(&[without, mail_to("chan@example.org", "decision-accepted", Lang::En)]).await;
    until_empty(&office.worker(&server.url())).await;
    for mail in &server.taken() {
        let message = MessageParser::default().parse(&mail.bytes).unwrap();
        assert!(calendar_of(&message.parts).is_none());
    }
}
