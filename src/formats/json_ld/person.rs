//! Somebody of the programme.

use serde_json::{Value, json};

use super::{Person, person, spelt};
use crate::error::Error;

/// Somebody with a page of her own.
#[derive(Clone, Copy, Debug)]
pub struct Profile<'a> {
    /// Who she is; her page also names her.
    pub person: Person<'a>,
    /// What she says about herself; empty if nothing.
    pub description: &'a str,
    /// The address of her photo; empty if there is none.
    pub image: &'a str,
}

/// Her as the text of a script element, as an event is.
///
/// # Errors
/// As [`script`](super::script).
pub fn person_script(profile: &Profile<'_>) -> Result<String, Error> {
    let mut said = person(&profile.person);
    let more = [
        ("@context", "https://schema.org"),
        ("@id", profile.person.url),
        ("description", profile.description),
        ("image", profile.image),
    ];
    if let Value::Object(said) = &mut said {
        said.extend(
            more.iter()
                .filter(|(_, text)| !text.is_empty())
                .map(|(name, text)| ((*name).to_owned(), json!(text))),
        );
    }
    spelt(&said)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    #[test]
    fn a_person_says_who_she_is_and_nothing_that_is_not_known() {
        let url = "https://example.org/en/2026/speakers/1";
        let person = Person { name: "陳大文", job_title: "", affiliation: "HKU", url };
        let text = person_script(&Profile { person, description: "a < b", image: "" }).unwrap();
        assert!(!text.contains('<'));
        let expected = json!({
            "@context": "https://schema.org", "@type": "Person", "@id": url, "url": url, "name": "陳大文",
            "affiliation": { "@type": "Organization", "name": "HKU" }, "description": "a < b",
        });
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), expected);
    }
}
