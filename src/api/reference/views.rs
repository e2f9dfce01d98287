//! Operations as the page shows them: by tag, each with parameters, body, answers and an example.

use serde_json::Value;

use super::{Kind, example, items, members, text};

/// The operations of one tag.
pub(super) struct Group {
    pub(super) name: String,
    pub(super) anchor: String,
    pub(super) about: String,
    pub(super) operations: Vec<OperationView>,
}

/// One operation.
pub(super) struct OperationView {
    pub(super) id: String,
    pub(super) method: String,
    pub(super) path: String,
    pub(super) summary: String,
    pub(super) description: String,
    /// The scope that a token needs.
    pub(super) scope: Option<String>,
    /// Whether it answers without a token, too.
    pub(super) public: bool,
    pub(super) parameters: Vec<ParameterView>,
    pub(super) body: Option<Kind>,
    pub(super) answers: Vec<AnswerView>,
    /// The example's lines after the address.
    pub(super) curl: String,
}

/// A parameter of the path, the query or a header.
pub(super) struct ParameterView {
    pub(super) name: String,
    pub(super) place: String,
    pub(super) kind: Kind,
    pub(super) required: bool,
    pub(super) about: String,
}

/// What may be answered with one status.
pub(super) struct AnswerView {
    pub(super) status: String,
    pub(super) about: String,
    pub(super) body: Option<Kind>,
}

/// Every operation, in the order of the document's tags.
pub(super) fn groups(document: &Value) -> Vec<Group> {
    let operations = || {
        members(&document["paths"])
            .flat_map(|(path, item)| members(item).map(move |(method, it)| (path, method, it)))
    };
    let of_tag = |tag: &Value| {
        let name = text(&tag["name"]);
        let own =
            operations().filter(|(_, _, operation)| items(&operation["tags"]).any(|tag| text(tag) == name));
        Group {
            name: name.to_owned(),
            anchor: name.to_lowercase().replace(' ', "-"),
            about: text(&tag["description"]).to_owned(),
            operations: own.map(|(path, method, it)| operation(document, path, method, it)).collect(),
        }
    };
    items(&document["tags"]).map(of_tag).collect()
}

fn operation(document: &Value, path: &str, method: &str, operation: &Value) -> OperationView {
    let security = || items(&operation["security"]);
    let scope = security().find_map(|way| way["token"].get(0));
    let body = operation.pointer("/requestBody/content/application~1json/schema").unwrap_or(&Value::Null);
    OperationView {
        id: text(&operation["operationId"]).to_owned(),
        method: method.to_uppercase(),
        path: path.to_owned(),
        summary: text(&operation["summary"]).to_owned(),
        description: text(&operation["description"]).to_owned(),
        scope: scope.map(|scope| text(scope).to_owned()),
        public: security().any(|way| members(way).next().is_none()),
        parameters: items(&operation["parameters"]).map(parameter).collect(),
        body: (!body.is_null()).then(|| Kind::of(body)),
        answers: members(&operation["responses"]).map(|(status, it)| answer(document, status, it)).collect(),
        curl: example::curl(document, method, operation),
    }
}

fn parameter(parameter: &Value) -> ParameterView {
    ParameterView {
        name: text(&parameter["name"]).to_owned(),
        place: text(&parameter["in"]).to_owned(),
        kind: Kind::of(&parameter["schema"]),
        required: parameter["required"] == true,
        about: text(&parameter["description"]).to_owned(),
    }
}

fn answer(document: &Value, status: &str, response: &Value) -> AnswerView {
    let shared = response["$ref"].as_str().and_then(|at| document.pointer(at.trim_start_matches('#')));
    let response = shared.unwrap_or(response);
    let body = members(&response["content"]).next();
    AnswerView {
        status: status.to_owned(),
        about: text(&response["description"]).to_owned(),
        body: body.map(|(media, content)| Kind::of_media(media, &content["schema"])),
    }
}
