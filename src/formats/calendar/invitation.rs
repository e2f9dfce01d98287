//! An entry that is sent to one person, and changes or leaves her calendar by itself (iTIP, RFC 5546).

use super::{Event, Status, begun, write, zone, zones};
use crate::values::Lang;

/// What the entry asks of her calendar (RFC 5546 section 1.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// To take it in, or to put it in the place of an earlier one with the same name.
    Request,
    /// To strike it out.
    Cancel,
}

impl Method {
    fn name(self) -> &'static str {
        match self {
            Self::Request => "REQUEST",
            Self::Cancel => "CANCEL",
        }
    }

    /// The media type of a part with this method, which has to say the same as the calendar in it (RFC 6047 section 2.4).
    #[must_use]
    pub fn media_type(self) -> String {
        format!("text/calendar; charset=utf-8; method={}", self.name())
    }
}

/// Somebody who is named in an entry.
#[derive(Clone, Copy, Debug)]
pub struct Party<'a> {
    /// What she is called; may be empty.
    pub name: &'a str,
    /// Her address, its domain in ASCII.
    pub email: &'a str,
}

impl Party<'_> {
    /// The property for her. In a quoted name there is no way to write a quotation mark (RFC 5545 section 3.1).
    fn property(&self, name: &str, role: &str) -> (String, String) {
        let called: String = self.name.chars().filter(|c| !c.is_control()).collect();
        let called = called.trim().replace('"', "\u{27}");
        let named = if called.is_empty() { String::new() } else { format!(";CN=\"{called}\"") };
        (format!("{name}{named}{role}"), mailto(self.email))
    }
}

/// An entry for one person's calendar.
#[derive(Clone, Copy, Debug)]
pub struct Invitation<'a> {
    /// What her calendar is to do with it.
    pub method: Method,
    /// The entry, whose sequence is higher than in every earlier mail about it.
    pub event: &'a Event<'a>,
    /// Who organises it, and gets answers.
    pub organizer: Party<'a>,
    /// To whom it goes.
    pub attendee: Party<'a>,
}

/// A calendar with this one entry, its texts in `lang`. No answer is asked for: she gives it on her page.
#[must_use]
pub fn invite(lang: Lang, invitation: &Invitation<'_>) -> String {
    let Invitation { method, event, organizer, attendee } = *invitation;
    let status = match method {
        Method::Request => Status::Confirmed,
        Method::Cancel => Status::Cancelled,
    };
    let event = Event { status, ..event.clone() };
    let mut lines = begun(method.name());
    for (zone, first, last) in zones(std::slice::from_ref(&event)) {
        zone::write(&mut lines, zone, first, last);
    }
    let role = ";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE";
    let parties = [organizer.property("ORGANIZER", ""), attendee.property("ATTENDEE", role)];
    write(&mut lines, lang, &event, &parties);
    lines.raw("END", "VCALENDAR");
    lines.into_string()
}

/// An address as a URI (RFC 6068 section 2).
fn mailto(address: &str) -> String {
    let escaped = address.bytes().map(|byte| match byte {
        byte if byte.is_ascii_alphanumeric() || b"-._~!$'*+@".contains(&byte) => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    });
    std::iter::once("mailto:".to_owned()).chain(escaped).collect()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;
    use crate::values::{Moment, Zone};

    fn written(method: Method, attendee: Party<'_>) -> String {
        let zone = Zone::parse("Asia/Hong_Kong").unwrap();
        let at = |text: &str| Moment::from(text.parse::<jiff::Timestamp>().unwrap());
        let event = Event {
            uid: "7@example.org",
            sequence: 2,
            stamp: at("2026-11-01T00:00:00Z"),
            start: at("2026-11-20T01:30:00Z"),
            end: at("2026-11-20T02:00:00Z"),
            zone: &zone,
            status: Status::Confirmed,
            summary: "Robots",
            description: "",
            location: "Hall 1",
            url: "",
            categories: &[],
        };
        let organizer = Party { name: "Forum", email: "forum@example.org" };
        let invitation = Invitation { method, event: &event, organizer, attendee };
        invite(Lang::En, &invitation).replace("\r\n ", "").replace("\r\n", "\n")
    }

    #[test]
    fn an_entry_names_who_organises_it_and_to_whom_it_goes() {
        let calendar = written(Method::Request, Party { name: "李 \"Robo\"; x", email: "a%b+c@example.org" });
        for line in [
            "METHOD:REQUEST",
            "SEQUENCE:2",
            "STATUS:CONFIRMED",
            "ORGANIZER;CN=\"Forum\":mailto:forum@example.org",
            "ATTENDEE;CN=\"李 'Robo'; x\";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:a%25b+c@example.org",
        ] {
            assert!(calendar.lines().any(|found| found == line), "{line} in\n{calendar}");
        }
    }

    #[test]
    fn what_is_cancelled_says_so_twice_and_a_nameless_one_has_no_name() {
        let calendar = written(Method::Cancel, Party { name: " ", email: "a@example.org" });
        for line in ["METHOD:CANCEL", "STATUS:CANCELLED"] {
            assert!(calendar.lines().any(|found| found == line), "{line} in\n{calendar}");
        }
        assert!(calendar.contains("ATTENDEE;ROLE="), "{calendar}");
    }
}
