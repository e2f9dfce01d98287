//! Examples made from the shapes themselves, so that none goes out of date.

use serde_json::{Map, Value, json};

use super::{items, members, text};

/// How far an example follows shapes within shapes.
const DEPTH: usize = 5;

/// What follows `curl -X METHOD ADDRESS`: the headers and the body.
pub(super) fn curl(document: &Value, method: &str, operation: &Value) -> String {
    let mut lines = Vec::new();
    if operation["security"].is_array() {
        lines.push("-H \"Authorization: Bearer $PLENARY_TOKEN\"".to_owned());
    }
    for parameter in items(&operation["parameters"]).filter(|parameter| parameter["in"] == "header") {
        let value = match text(&parameter["name"]) {
            "Idempotency-Key" => "\"Idempotency-Key: $(uuidgen)\"".to_owned(),
            "If-Match" => "'If-Match: \"1\"'".to_owned(),
            name => format!("\"{name}: …\""),
        };
        lines.push(format!("-H {value}"));
    }
    let body = operation.pointer("/requestBody/content/application~1json/schema").unwrap_or(&Value::Null);
    if !body.is_null() {
        lines.push("-H \"Content-Type: application/json\"".to_owned());
        let sample = serde_json::to_string_pretty(&sample(document, body, DEPTH)).unwrap_or_default();
        lines.push(format!("-d '{sample}'"));
    }
    let method = method.to_uppercase();
    lines.iter().fold(format!("-X {method}"), |all, line| format!("{all} \\\n  {line}"))
}

/// A value of the shape that `schema` describes.
pub(super) fn sample(document: &Value, schema: &Value, depth: usize) -> Value {
    if depth == 0 {
        return Value::Null;
    }
    if let Some(example) = schema.get("example").or_else(|| schema["examples"].get(0)) {
        return example.clone();
    }
    if let Some(shape) = schema["$ref"].as_str().and_then(|at| document.pointer(at.trim_start_matches('#'))) {
        return sample(document, shape, depth);
    }
    if let Some(first) =
        items(&schema["oneOf"]).chain(items(&schema["allOf"])).find(|one| one["type"] != "null")
    {
        return sample(document, first, depth);
    }
    if let Some(first) = schema["enum"].get(0) {
        return first.clone();
    }
    let kind = schema["type"].as_str().or_else(|| schema["type"].get(0)?.as_str()).unwrap_or("object");
    match (kind, text(&schema["format"])) {
        ("string", "uuid") => json!("019a0000-0000-7000-8000-000000000000"),
        ("string", "date-time") => json!("2026-11-20T01:30:00Z"),
        ("string", _) => json!(""),
        ("integer" | "number", _) => json!(1),
        ("boolean", _) => json!(false),
        ("array", _) => json!([sample(document, &schema["items"], depth - 1)]),
        ("null", _) => Value::Null,
        _ => {
            let fields = members(&schema["properties"]);
            let fields = fields.map(|(name, field)| (name.clone(), sample(document, field, depth - 1)));
            Value::Object(fields.collect::<Map<_, _>>())
        }
    }
}
