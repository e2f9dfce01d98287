//! What search engines read: an event, a company or a person in the words of schema.org, as JSON-LD inside of a page.
//!
//! The text of [`script`] stands in a `<script type="application/ld+json">`, which browsers do not run.

use serde::Serialize;
use serde_json::{Value, json};

mod company;
mod person;

pub use company::{Company, company_script};
pub use person::{Profile, person_script};

use super::schedule::Stamp;
use crate::{
    error::Error,
    values::{Moment, Zone},
};

/// Whether an event takes place (schema.org `EventStatusType`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It does, as announced.
    Scheduled,
    /// It does, at another time than was once announced.
    Rescheduled,
    /// It does not.
    Cancelled,
}

/// An event, or a session of one (schema.org `Event`).
#[derive(Clone, Debug)]
pub struct Event<'a> {
    /// Its page.
    pub url: &'a str,
    /// What it is called.
    pub name: &'a str,
    /// More about it; empty if there is no more.
    pub description: &'a str,
    /// When it begins.
    pub start: Moment,
    /// When it ends.
    pub end: Moment,
    /// The zone whose offset both are told with.
    pub zone: &'a Zone,
    /// Whether it takes place.
    pub status: Status,
    /// Where; nothing if that is open.
    pub location: Option<Place<'a>>,
    /// Who invites, in the organisers' order.
    pub organizers: &'a [Organization<'a>],
    /// Who speaks, in the organisers' order.
    pub performers: &'a [Person<'a>],
    /// Whose product is shown.
    pub shows: Option<Organization<'a>>,
    /// The languages spoken, as BCP 47 tags.
    pub languages: &'a [&'a str],
    /// The page and the name of what it is a part of.
    pub part_of: Option<(&'a str, &'a str)>,
}

/// Where something is (schema.org `Place`).
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// What it is called.
    pub name: &'a str,
    /// Its address; empty if that is not known.
    pub address: &'a str,
}

/// Who invites (schema.org `Organization`).
#[derive(Clone, Copy, Debug)]
pub struct Organization<'a> {
    /// What it is called.
    pub name: &'a str,
    /// Its home page; empty if it has none.
    pub url: &'a str,
}

/// Who speaks (schema.org `Person`).
#[derive(Clone, Copy, Debug)]
pub struct Person<'a> {
    /// Her name.
    pub name: &'a str,
    /// Her position; empty if she gave none.
    pub job_title: &'a str,
    /// Her organisation; empty if she gave none.
    pub affiliation: &'a str,
    /// Her page; empty if she has none.
    pub url: &'a str,
}

/// The event as the text of a script element: nothing in it can end the element, or begin another.
///
/// # Errors
/// `Internal`, where a value can't be spelt in JSON; none can't.
pub fn script(event: &Event<'_>) -> Result<String, Error> {
    spelt(&said(event))
}

fn spelt(value: &Value) -> Result<String, Error> {
    let text = serde_json::to_string(value).map_err(Error::internal)?;
    // All five only ever stand inside of strings.
    let escaped = [
        ('<', "\\u003c"),
        ('>', "\\u003e"),
        ('&', "\\u0026"),
        ('\u{2028}', "\\u2028"),
        ('\u{2029}', "\\u2029"),
    ];
    Ok(escaped.into_iter().fold(text, |text, (character, escape)| text.replace(character, escape)))
}

fn said(event: &Event<'_>) -> Value {
    let status = match event.status {
        Status::Scheduled => "EventScheduled",
        Status::Rescheduled => "EventRescheduled",
        Status::Cancelled => "EventCancelled",
    };
    object([
        ("@context", json!("https://schema.org")),
        ("@type", json!("Event")),
        ("@id", json!(event.url)),
        ("url", json!(event.url)),
        ("name", json!(event.name)),
        ("description", json!(event.description)),
        ("startDate", json!(Stamp::of(event.start, event.zone).to_string())),
        ("endDate", json!(Stamp::of(event.end, event.zone).to_string())),
        ("eventStatus", json!(format!("https://schema.org/{status}"))),
        ("eventAttendanceMode", json!("https://schema.org/OfflineEventAttendanceMode")),
        ("location", json!(event.location.map(place))),
        ("organizer", list(event.organizers, organization)),
        (
            "performer",
            event.performers.iter().map(person).chain(event.shows.as_ref().map(organization)).collect(),
        ),
        ("inLanguage", json!(event.languages)),
        (
            "superEvent",
            json!(event.part_of.map(|(url, name)| typed("Event", [("@id", url), ("name", name)]))),
        ),
    ])
}

fn place(place: Place<'_>) -> Value {
    typed("Place", [("name", place.name), ("address", place.address)])
}

fn organization(it: &Organization<'_>) -> Value {
    typed("Organization", [("name", it.name), ("url", it.url)])
}

fn person(person: &Person<'_>) -> Value {
    let affiliation = typed("Organization", [("name", person.affiliation)]);
    object([
        ("@type", json!("Person")),
        ("name", json!(person.name)),
        ("jobTitle", json!(person.job_title)),
        ("affiliation", if person.affiliation.is_empty() { Value::Null } else { affiliation }),
        ("url", json!(person.url)),
    ])
}

fn list<T>(items: &[T], said: impl Fn(&T) -> Value) -> Value {
    items.iter().map(said).collect()
}

fn typed<const N: usize>(kind: &str, members: [(&str, &str); N]) -> Value {
    object([("@type", kind)].into_iter().chain(members))
}

/// An object of the members that say something.
fn object<'a, V: Serialize>(members: impl IntoIterator<Item = (&'a str, V)>) -> Value {
    let members = members.into_iter().map(|(name, value)| (name.to_owned(), json!(value)));
    let nothing = |value: &Value| [json!(null), json!(""), json!([])].contains(value);
    Value::Object(members.filter(|(_, value)| !nothing(value)).collect())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use proptest::prelude::*;

    use super::*;

    fn at(text: &str) -> Moment {
        text.parse::<jiff::Timestamp>().unwrap().into()
    }

    /// A session called so in Hong Kong, read back from its script.
    fn read_back(name: &str, description: &str) -> (String, Value) {
        let event = Event {
            url: "https://example.org/en/2026/sessions/1",
            name,
            description,
            start: at("2026-11-20T01:30:00Z"),
            end: at("2026-11-20T02:00:00Z"),
            zone: &Zone::parse("Asia/Hong_Kong").unwrap(),
            status: Status::Scheduled,
            location: Some(Place { name: "Hall 1", address: "" }),
            organizers: &[Organization { name: "Host", url: "https://example.org" }],
            performers: &[Person { name: "陳大文", job_title: "", affiliation: "HKU", url: "" }],
            shows: Some(Organization { name: "Robots Ltd", url: "" }),
            languages: &["en", "cmn"],
            part_of: Some(("https://example.org/en/2026", "Forum")),
        };
        let text = script(&event).unwrap();
        let value = serde_json::from_str(&text).unwrap();
        (text, value)
    }

    #[test]
    fn an_event_says_what_when_where_and_who() {
        let expected = json!({
            "@context": "https://schema.org",
            "@type": "Event",
            "@id": "https://example.org/en/2026/sessions/1",
            "url": "https://example.org/en/2026/sessions/1",
            "name": "Robots",
            "startDate": "2026-11-20T09:30:00+08:00",
            "endDate": "2026-11-20T10:00:00+08:00",
            "eventStatus": "https://schema.org/EventScheduled",
            "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
            "location": { "@type": "Place", "name": "Hall 1" },
            "organizer": [{ "@type": "Organization", "name": "Host", "url": "https://example.org" }],
            "performer": [
                { "@type": "Person", "name": "陳大文", "affiliation": { "@type": "Organization", "name": "HKU" } },
                { "@type": "Organization", "name": "Robots Ltd" },
            ],
            "inLanguage": ["en", "cmn"],
            "superEvent": { "@type": "Event", "@id": "https://example.org/en/2026", "name": "Forum" },
        });
        assert_eq!(read_back("Robots", "").1, expected);
    }

    proptest! {
        #[test]
        fn no_text_leaves_its_script(name in "(?s:.{0,20})|[</script>&!-\u{2028}\u{2029}]{0,30}") {
            let (text, value) = read_back("x", &format!("x{name}</script><!--"));
            let dangerous = ['<', '>', '&', '\u{2028}', '\u{2029}', '\n'];
            prop_assert!(!text.contains(dangerous));
            prop_assert_eq!(value.get("description"), Some(&json!(format!("x{name}</script><!--"))));
        }
    }
}
