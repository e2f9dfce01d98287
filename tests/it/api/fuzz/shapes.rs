//! Whether JSON has the shape that a schema describes: as much of JSON Schema as our document uses.

use serde_json::Value;

use super::super::document::resolved;

/// Panics with the place where `value` is not of the shape.
pub fn check(document: &Value, schema: &Value, value: &Value, at: &str) {
    if let Some(fault) = fault(document, schema, value) {
        panic!("{at}: {fault} in {value}");
    }
}

fn fault(document: &Value, schema: &Value, value: &Value) -> Option<String> {
    let schema = resolved(document, schema);
    let items = |name: &str| schema[name].as_array().cloned().unwrap_or_default();
    let one_of = items("oneOf");
    if !one_of.is_empty() {
        let faults: Vec<_> = one_of.iter().map(|choice| fault(document, choice, value)).collect();
        return faults.iter().all(Option::is_some).then(|| format!("none of {faults:?}"));
    }
    if let Some(found) = items("allOf").iter().find_map(|part| fault(document, &open(document, part), value))
    {
        return Some(found);
    }
    let types: Vec<&str> = match &schema["type"] {
        Value::String(one) => vec![one],
        Value::Array(many) => many.iter().filter_map(Value::as_str).collect(),
        _ => vec![],
    };
    if !types.is_empty() && !types.iter().any(|kind| is(kind, value)) {
        return Some(format!("{value} is not {types:?}"));
    }
    let choices = items("enum");
    if !choices.is_empty() && !choices.contains(value) {
        return Some(format!("{value} is not among {choices:?}"));
    }
    match (value, schema["format"].as_str()) {
        (Value::String(text), Some("uuid")) if text.parse::<uuid::Uuid>().is_err() => {
            return Some(format!("{text} is no id"));
        }
        (Value::String(text), Some("date-time")) if text.parse::<jiff::Timestamp>().is_err() => {
            return Some(format!("{text} is no time"));
        }
        _ => {}
    }
    match value {
        Value::Array(all) => all.iter().find_map(|item| fault(document, &schema["items"], item)),
        Value::Object(members) => {
            let missing =
                items("required").into_iter().find(|name| !members.contains_key(name.as_str().unwrap()));
            let within = |(name, member): (&String, &Value)| match schema["properties"].get(name) {
                Some(property) => fault(document, property, member).map(|inner| format!("{name}: {inner}")),
                None if schema["properties"].is_null() || !schema["additionalProperties"].is_null() => None,
                None => Some(format!("{name} is not described")),
            };
            missing.map(|name| format!("{name} is missing")).or_else(|| members.iter().find_map(within))
        }
        _ => None,
    }
}

/// A part of `allOf` describes only its own members.
fn open(document: &Value, part: &Value) -> Value {
    let mut part = resolved(document, part).clone();
    part["additionalProperties"] = Value::Bool(true);
    part
}

fn is(kind: &str, value: &Value) -> bool {
    match kind {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("the document knows a type {other}"),
    }
}
