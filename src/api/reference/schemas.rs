//! Shapes as the page names them, with links between them.

use serde_json::Value;

use super::{items, members, text};

/// What kind of value something is, in words; a named shape is linked.
pub(super) struct Kind {
    /// Before the name: `list of`.
    pub(super) before: String,
    /// The name of a shape of the document.
    pub(super) shape: Option<String>,
    /// After it, or all of it.
    pub(super) after: String,
}

impl Kind {
    /// The kind that `schema` describes.
    pub(super) fn of(schema: &Value) -> Self {
        if let Some(name) = name(schema) {
            return Self { before: String::new(), shape: Some(name), after: String::new() };
        }
        let choices: Vec<&Value> = items(&schema["oneOf"]).chain(items(&schema["allOf"])).collect();
        if let Some(some) = choices.iter().find(|choice| text(&choice["type"]) != "null") {
            let optional = choices.iter().any(|choice| text(&choice["type"]) == "null");
            let kind = Self::of(some);
            let after = if optional { format!("{} or null", kind.after) } else { kind.after };
            return Self { after, ..kind };
        }
        if schema["type"] == "array" || items(&schema["type"]).any(|kind| kind == "array") {
            let kind = Self::of(&schema["items"]);
            return Self { before: format!("list of {}", kind.before), ..kind };
        }
        Self { before: String::new(), shape: None, after: words(schema) }
    }

    /// The kind of an answer's body: its shape, or its media type where it is no JSON.
    pub(super) fn of_media(media: &str, schema: &Value) -> Self {
        if media.ends_with("json") {
            Self::of(schema)
        } else {
            Self { before: String::new(), shape: None, after: media.to_owned() }
        }
    }
}

/// The name that a reference points to.
pub(super) fn name(schema: &Value) -> Option<String> {
    schema["$ref"].as_str()?.rsplit('/').next().map(str::to_owned)
}

fn words(schema: &Value) -> String {
    let values: Vec<&str> = items(&schema["enum"]).map(text).collect();
    if !values.is_empty() {
        return values.join(", ");
    }
    let types: Vec<&str> = match &schema["type"] {
        Value::String(one) => vec![one],
        many => items(many).map(text).collect(),
    };
    let named = types.into_iter().map(|kind| match (kind, text(&schema["format"])) {
        ("string", "uuid") => "id",
        ("string", "date-time") => "time",
        ("string", _) => "text",
        ("integer" | "number", _) => "number",
        ("boolean", _) => "true or false",
        (other, _) => other,
    });
    let named: Vec<&str> = named.collect();
    if named.is_empty() { "any".to_owned() } else { named.join(" or ") }
}

/// A named shape.
pub(super) struct SchemaView {
    pub(super) name: String,
    pub(super) about: String,
    pub(super) fields: Vec<FieldView>,
    /// Where it is no object: what it is.
    pub(super) kind: Option<Kind>,
}

/// A field of a shape.
pub(super) struct FieldView {
    pub(super) name: String,
    pub(super) kind: Kind,
    pub(super) required: bool,
    pub(super) about: String,
}

/// Every named shape, by name.
pub(super) fn all(document: &Value) -> Vec<SchemaView> {
    members(document.pointer("/components/schemas").unwrap_or(&Value::Null))
        .map(|(name, schema)| view(name, schema))
        .collect()
}

fn view(name: &str, schema: &Value) -> SchemaView {
    let required = |field: &str| items(&schema["required"]).any(|name| text(name) == field);
    let field = |(name, schema): (&String, &Value)| FieldView {
        name: name.clone(),
        kind: Kind::of(schema),
        required: required(name),
        about: text(&schema["description"]).to_owned(),
    };
    let fields: Vec<FieldView> = members(&schema["properties"]).map(field).collect();
    SchemaView {
        name: name.to_owned(),
        about: text(&schema["description"]).to_owned(),
        kind: fields.is_empty().then(|| Kind::of(schema)),
        fields,
    }
}
