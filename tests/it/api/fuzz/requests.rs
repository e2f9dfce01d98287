//! Requests made from the document: mostly right, here and there wrong.

use std::collections::BTreeMap;

use rand::{RngExt, rngs::StdRng, seq::IndexedRandom};
use reqwest::{Method, RequestBuilder, header::HeaderValue};
use serde_json::{Map, Value, json};

use super::{
    Site, resolved,
    words::{ODD, RIGHT},
};

fn parameters<'a>(operation: &'a Value, place: &'a str) -> impl Iterator<Item = &'a Value> {
    operation["parameters"].as_array().into_iter().flatten().filter(move |parameter| parameter["in"] == place)
}

/// The ids that were met, by what they are ids of: `tracks`, say.
#[derive(Default)]
pub struct Ids {
    pub of: BTreeMap<String, Vec<String>>,
}

impl Ids {
    /// Remembers the ids in an answer from the address.
    pub fn learn(&mut self, path: &str, body: &str) {
        let met = body.split("\"id\":\"").skip(1).filter_map(|rest| rest.get(..36));
        self.of.entry(plural(path)).or_default().extend(met.take(3).map(str::to_owned));
    }

    /// One of the kind; now and then, or where none is known, of any.
    fn any(&self, rng: &mut StdRng, path: &str) -> String {
        let own = self.of.get(&plural(path)).filter(|ids| !ids.is_empty() && rng.random_ratio(7, 8));
        let all = || self.of.values().flatten().collect::<Vec<_>>();
        own.map_or_else(all, |ids| ids.iter().collect()).choose(rng).unwrap().to_string()
    }
}

/// What a path is about: `tracks` of `/tracks` and of `/v1/editions/{edition}/tracks/{id}`.
fn plural(path: &str) -> String {
    path.split("/{id}").next().unwrap().rsplit('/').next().unwrap().to_owned()
}

/// A right kind of what a path is about.
fn kind_of(path: &str) -> &'static str {
    match plural(path).as_str() {
        "calls" => "talk",
        "rounds" => "eligibility",
        "campaigns" => "notice",
        "sessions" => "session",
        "partners" => "host",
        _ => "short-text",
    }
}

/// Makes requests, and remembers ids that it met.
pub struct Fuzzer<'a> {
    pub document: &'a Value,
    pub kind: &'static str,
    pub rng: StdRng,
    pub ids: Ids,
    pub secrets: Vec<String>,
}

impl Fuzzer<'_> {
    /// One request to the operation, and its description for who must find out what went wrong.
    pub fn request(
        &mut self,
        site: &Site,
        method: &str,
        path: &str,
        operation: &Value,
    ) -> (RequestBuilder, String) {
        self.kind = kind_of(path);
        let path = self.path(path) + &self.query(operation);
        let mut told = format!("{method} {path}");
        let method: Method = method.parse().unwrap();
        let by_link = operation["security"][0].get("link").is_some();
        let mut request = match by_link {
            true => site.app.visitor().request(method, &path).header("authorization", self.link()),
            false if self.rng.random_ratio(1, 12) => site.app.visitor().request(method, &path),
            false => site.program.request(method, &path),
        };
        for header in parameters(operation, "header") {
            let name = header["name"].as_str().unwrap();
            if let Some(text) = self.parameter(header).filter(|text| HeaderValue::from_str(text).is_ok()) {
                told = format!("{told} {name}: {text:?}");
                request = request.header(name, text);
            }
        }
        let content = &operation["requestBody"]["content"];
        if let Some(media) =
            ["application/pdf", "video/mp4"].into_iter().find(|media| !content[*media].is_null())
        {
            return (request.header("content-type", media).body(self.file()), told);
        }
        let schema = &content["application/json"]["schema"];
        if schema.is_null() {
            return (request, told);
        }
        let body = self.value(schema, "", 6);
        told = format!("{told} {body}");
        if self.rng.random_ratio(1, 20) {
            return (request.header("content-type", "text/plain").body(body.to_string()), told);
        }
        (request.json(&body), told)
    }

    /// A document, or what is none.
    fn file(&mut self) -> String {
        let text =
            if self.rng.random_ratio(1, 3) { self.odd() } else { "\n1 0 obj\nendobj\n%%EOF\n".to_owned() };
        if self.rng.random_ratio(3, 4) { format!("%PDF-1.7{text}") } else { text }
    }

    fn link(&mut self) -> String {
        let secret = self.secrets.choose(&mut self.rng).unwrap().clone();
        if self.rng.random_ratio(1, 8) { format!("Link {}", &secret[1..]) } else { format!("Link {secret}") }
    }

    fn path(&mut self, pattern: &str) -> String {
        let segment = |segment: &str| match segment {
            "{edition}" if self.rng.random_ratio(1, 15) => "2027".to_owned(),
            "{edition}" => "2026".to_owned(),
            "{id}" if self.rng.random_ratio(1, 8) => "%F0%9F%99%82".to_owned(),
            "{id}" => self.ids.any(&mut self.rng, pattern),
            "{call}" => self.ids.any(&mut self.rng, "/calls"),
            "{company}" => self.ids.any(&mut self.rng, "/companies"),
            "{submission}" if pattern.contains("/applications/") => {
                self.ids.any(&mut self.rng, "/applications")
            }
            "{submission}" => self.ids.any(&mut self.rng, "/submissions"),
            "{round}" => self.ids.any(&mut self.rng, "/rounds"),
            "{kind}" => (*["collection", "marketing", "nonsense"].choose(&mut self.rng).unwrap()).to_owned(),
            "{lang}" => (*["en", "zh-Hant", "zh-Hans", "tlh"].choose(&mut self.rng).unwrap()).to_owned(),
            "{template}" => {
                (*["registration-pending", "thanks", "sign-in"].choose(&mut self.rng).unwrap()).to_owned()
            }
            other => other.to_owned(),
        };
        pattern.split('/').map(segment).collect::<Vec<_>>().join("/")
    }

    fn query(&mut self, operation: &Value) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        for parameter in parameters(operation, "query") {
            if let Some(text) = self.parameter(parameter) {
                // Beyond 64 KiB nobody sends an address, the client included.
                let text: String = text.chars().take(1_000).collect();
                query.append_pair(parameter["name"].as_str().unwrap(), &text);
            }
        }
        format!("?{}", query.finish())
    }

    fn parameter(&mut self, parameter: &Value) -> Option<String> {
        let required = parameter["required"] == true;
        if !required && self.rng.random_ratio(2, 3) {
            return None;
        }
        if self.rng.random_ratio(1, 4) {
            // Longer headers are refused before anybody reads them (RFC 6585 section 5), whatever is asked for.
            let longest = if parameter["in"] == "header" { 4_000 } else { usize::MAX };
            return Some(self.odd().chars().take(longest).collect());
        }
        let name = parameter["name"].as_str().unwrap();
        Some(match name {
            "If-Match" => format!("\"{}\"", self.rng.random_range(0..4)),
            "limit" => self.rng.random_range(1..200).to_string(),
            "cursor" => {
                data_encoding::BASE64URL_NOPAD.encode(self.rng.random_range(1..99).to_string().as_bytes())
            }
            name => match self.value(&parameter["schema"], name, 2) {
                Value::String(text) => text,
                other => other.to_string(),
            },
        })
    }

    fn odd(&mut self) -> String {
        let text = *ODD.choose(&mut self.rng).unwrap();
        if self.rng.random_ratio(1, 10) {
            text.repeat(self.rng.random_range(1..9_000))
        } else {
            text.to_owned()
        }
    }

    /// A value of the shape, or now and then of another.
    fn value(&mut self, schema: &Value, name: &str, depth: u32) -> Value {
        if depth == 0 || self.rng.random_ratio(1, 50) {
            return self.wrong();
        }
        let schema = resolved(self.document, schema);
        if let Some(choices) = schema["oneOf"].as_array().or(schema["allOf"].as_array()) {
            let choice = choices.choose(&mut self.rng).unwrap();
            return self.value(choice, name, depth);
        }
        if let Some(choices) = schema["enum"].as_array() {
            return choices.choose(&mut self.rng).unwrap().clone();
        }
        let kind = schema["type"].as_str().or_else(|| schema["type"][0].as_str()).unwrap_or("object");
        match kind {
            "object" => self.object(schema, depth),
            "array" => {
                let length = self.rng.random_range(0..3);
                (0..length).map(|_| self.value(&schema["items"], name, depth - 1)).collect()
            }
            "string" if schema["format"] == "uuid" => json!(self.ids.any(&mut self.rng, name)),
            "string" => json!(self.text(name)),
            "integer" => json!(self.number(name)),
            "boolean" => json!(self.rng.random::<bool>()),
            _ => Value::Null,
        }
    }

    fn object(&mut self, schema: &Value, depth: u32) -> Value {
        let mut members = Map::new();
        for (name, property) in schema["properties"].as_object().into_iter().flatten() {
            let wanted = RIGHT.iter().any(|(right, _)| right == name)
                || ["en", "label", "kind"].contains(&name.as_str());
            if wanted || self.rng.random_ratio(1, 2) {
                members.insert(name.clone(), self.value(property, name, depth - 1));
            }
        }
        if self.rng.random_ratio(1, 30) {
            members.insert(self.odd(), self.wrong());
        }
        Value::Object(members)
    }

    fn number(&mut self, name: &str) -> i64 {
        let right = RIGHT.iter().find(|(right, _)| *right == name).and_then(|(_, text)| text.parse().ok());
        right.unwrap_or_else(|| self.rng.random_range(-1..60))
    }

    fn text(&mut self, name: &str) -> String {
        if self.rng.random_ratio(1, 6) {
            return self.odd();
        }
        if name == "kind" {
            return self.kind.to_owned();
        }
        match RIGHT.iter().find(|(right, _)| *right == name) {
            Some((_, text)) => text.replace('*', &self.rng.random_range(1..1_000_000).to_string()),
            None if name == "original" || name.starts_with("shown_if") || name.ends_with("_at") => {
                String::new()
            }
            None => "Words".to_owned(),
        }
    }

    fn wrong(&mut self) -> Value {
        match self.rng.random_range(0..7) {
            0 => Value::Null,
            1 => json!(self.odd()),
            2 => json!(i64::MIN),
            3 => json!(1.5e300),
            4 => json!([[[]]]),
            5 => json!({ "original": "tlh" }),
            _ => json!(self.rng.random::<bool>()),
        }
    }
}
