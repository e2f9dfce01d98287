//! What may be sent so that only the row's own edition can be the reason for a refusal.

use serde_json::{Value, json};

/// A whole and right body for a row of this kind, by the plural that stands before its id.
pub fn right(plural: &str) -> Value {
    let name = json!({ "en": "One", "zh-Hant": "一", "zh-Hans": "一" });
    match plural {
        "tracks" => json!({ "slug": "one", "name": name, "colour": "#1f4e79" }),
        "rooms" | "registration-types" => json!({ "slug": "one", "name": name }),
        "side-events" => json!({
            "slug": "one", "name": name, "place": name, "city": name, "starts_at": "2027-03-01T09:00",
            "ends_at": "2027-03-01T12:00",
        }),
        "awards" => json!({ "name": name }),
        "partners" => json!({ "kind": "host", "name": name }),
        "programme" | "sessions" => json!({ "kind": "session", "title": name, "minutes": "30" }),
        "questions" | "form" => json!({ "slug": "one", "kind": "short-text", "label": name }),
        "capacity-pools" => json!({ "name": name, "capacity": "5" }),
        "calls" => json!({
            "kind": "talk", "slug": "one", "name": name, "opens_at": "2027-03-01T09:00", "closes_at": "2027-04-01T09:00",
        }),
        "submissions" => json!({ "comes": "yes", "note": "By phone" }),
        "rounds" => json!({ "kind": "eligibility", "name": name }),
        "registrations" => json!({ "name_latin": "Another Name" }),
        _ => json!({}),
    }
}

/// The same as a form sends it.
pub fn pairs(body: &Value) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    for (name, value) in body.as_object().expect("an object") {
        match value.as_object() {
            Some(langs) => {
                pairs.extend(langs.iter().map(|(lang, text)| (format!("{name}.{lang}"), plain(text))))
            }
            None => pairs.push((name.clone(), plain(value))),
        }
    }
    pairs
}

fn plain(value: &Value) -> String {
    value.as_str().expect("text").to_owned()
}
