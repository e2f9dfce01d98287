//! The OpenAPI document tells the truth about the routes, and all of it.

use std::collections::BTreeSet;

use plenary::api::{document, routes};
use serde_json::Value;

/// The document as clients read it.
pub fn read() -> Value {
    serde_json::to_value(document()).unwrap()
}

/// Every operation: method, path, description.
pub fn operations(document: &Value) -> Vec<(String, String, Value)> {
    let mut all = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            all.push((method.to_uppercase(), path.clone(), operation.clone()));
        }
    }
    all
}

/// What a reference points to.
pub fn resolved<'a>(document: &'a Value, value: &'a Value) -> &'a Value {
    match value["$ref"].as_str() {
        None => value,
        Some(at) => {
            let found = document.pointer(at.trim_start_matches('#'));
            found.unwrap_or_else(|| panic!("{at} points nowhere"))
        }
    }
}

#[test]
fn every_route_is_described_and_every_description_is_a_route() {
    let table = routes::table().into_iter().filter(|entry| entry.path.starts_with("/v1/"));
    let routes: BTreeSet<_> =
        table.map(|entry| (entry.method.to_string(), format!("/api{}", entry.path))).collect();
    let described: BTreeSet<_> =
        operations(&read()).into_iter().map(|(method, path, _)| (method, path)).collect();
    assert_eq!(routes, described);
}

#[test]
fn the_document_is_of_the_version_that_it_says() {
    let document = read();
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1."), "{}", document["openapi"]);
}

#[test]
fn an_operation_has_a_name_of_its_own_a_summary_and_a_known_tag() {
    let document = read();
    let tags: Vec<&Value> = document["tags"].as_array().unwrap().iter().map(|tag| &tag["name"]).collect();
    let mut names = BTreeSet::new();
    for (method, path, operation) in operations(&document) {
        let said = |field: &str| operation[field].as_str().is_some_and(|text| !text.is_empty());
        assert!(said("summary") && said("operationId"), "{method} {path}");
        assert!(tags.contains(&&operation["tags"][0]), "{method} {path}: {}", operation["tags"]);
        assert!(names.insert(operation["operationId"].as_str().unwrap().to_owned()), "{method} {path}");
    }
}

#[test]
fn every_way_to_fail_is_a_problem_document() {
    let document = read();
    for (method, path, operation) in operations(&document) {
        let responses = operation["responses"].as_object().unwrap();
        let (good, bad): (Vec<_>, Vec<_>) = responses.iter().partition(|(status, _)| status.starts_with('2'));
        assert!(!good.is_empty() && !bad.is_empty(), "{method} {path}");
        for (status, response) in bad {
            let content = &resolved(&document, response)["content"]["application/problem+json"]["schema"];
            assert_eq!(content["$ref"], "#/components/schemas/Problem", "{method} {path} {status}");
        }
    }
}

#[test]
fn no_reference_points_nowhere() {
    fn walk(document: &Value, value: &Value) {
        resolved(document, value);
        match value {
            Value::Object(members) => members.values().for_each(|member| walk(document, member)),
            Value::Array(items) => items.iter().for_each(|item| walk(document, item)),
            _ => {}
        }
    }
    let document = read();
    walk(&document, &document);
}

#[test]
fn a_parameter_of_the_path_is_described_and_nothing_else_is_said_to_be_one() {
    for (method, path, operation) in operations(&read()) {
        let in_path: BTreeSet<&str> =
            path.split('/').filter_map(|segment| segment.strip_prefix('{')?.strip_suffix('}')).collect();
        let parameters = operation["parameters"].as_array().cloned().unwrap_or_default();
        let described: BTreeSet<&str> = parameters
            .iter()
            .filter(|parameter| parameter["in"] == "path")
            .map(|parameter| parameter["name"].as_str().unwrap())
            .collect();
        assert_eq!(in_path, described, "{method} {path}");
    }
}
