//! A company on show.

use serde_json::json;

use super::{object, spelt, typed};
use crate::error::Error;

/// A company on show, with a page of its own (schema.org `Organization`).
#[derive(Clone, Copy, Debug)]
pub struct Company<'a> {
    /// Its page here.
    pub id: &'a str,
    /// What it is called.
    pub name: &'a str,
    /// What it does; empty if it does not say.
    pub description: &'a str,
    /// The address of its logo; empty if it has none.
    pub logo: &'a str,
    /// Its home page; empty if it has none.
    pub url: &'a str,
    /// The city it is in.
    pub city: &'a str,
}

/// The company as the text of a script element, as an event is.
///
/// # Errors
/// As [`script`](super::script).
pub fn company_script(company: &Company<'_>) -> Result<String, Error> {
    spelt(&object([
        ("@context", json!("https://schema.org")),
        ("@type", json!("Organization")),
        ("@id", json!(company.id)),
        ("name", json!(company.name)),
        ("description", json!(company.description)),
        ("logo", json!(company.logo)),
        ("url", json!(company.url)),
        ("address", typed("PostalAddress", [("addressLocality", company.city)])),
    ]))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use serde_json::Value;

    use super::*;

    #[test]
    fn a_company_says_what_it_told_and_nothing_empty() {
        let company = Company {
            id: "https://example.org/en/2026/companies/1",
            name: "海港</script>",
            description: "",
            logo: "",
            url: "https://harbour.example",
            city: "香港",
        };
        let text = company_script(&company).unwrap();
        assert!(!text.contains('<'), "{text}");
        let expected = json!({
            "@context": "https://schema.org",
            "@type": "Organization",
            "@id": "https://example.org/en/2026/companies/1",
            "name": "海港</script>",
            "url": "https://harbour.example",
            "address": { "@type": "PostalAddress", "addressLocality": "香港" },
        });
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), expected);
    }
}
