//! Whatever is sent, the answer is a page or a problem document that says what is wrong, never a fault of ours.
//!
//! That nothing fails inside is asserted for every request that any test sends (see `support::page`).

use std::iter;

use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};

use crate::{
    access::{
        ask::Surface,
        matrix,
        world::{World, fill},
    },
    support::{actors::Staff, app::TestApp, client::Client, page::Page},
};

/// Bodies that no operation understands.
fn unfit() -> Vec<Vec<u8>> {
    let texts =
        ["", "{", "null", "[]", "7", "\"text\"", "{\"nobody knows this\": 1}", "{\"slug\": {}}", "a=1&b=2"];
    let mut bodies: Vec<Vec<u8>> = texts.into_iter().map(|text| text.as_bytes().to_vec()).collect();
    bodies.push(b"{\"name\": \"\xff\xfe\"}".to_vec());
    bodies.push("[".repeat(100_000).into_bytes());
    bodies.push(vec![b' '; 300 * 1024]);
    bodies
}

/// What stands in an address where nothing like it belongs.
const ODD: [&str; 8] =
    ["%00", "%ff", "..%2f..", "%E2%80%AE", "'%22%3E", "-1", "00000000-0000-0000-0000-000000000000", "%25"];

#[tokio::test(flavor = "multi_thread")]
async fn no_body_makes_an_operation_fail() {
    let world = World::make().await;
    for (Surface { prefix, people }, rows) in matrix() {
        let types = if prefix.is_empty() { FORM } else { "application/json" };
        for row in rows.iter().filter(|row| row.route.0 != "GET") {
            let client = world.who(&format!("{people}{}", row.somebody()));
            let path = format!("{prefix}{}", fill(&row.route.1, &world.here));
            for (body, kind) in
                unfit().into_iter().map(|body| (body, types)).chain([(b"{}".to_vec(), "text/plain")])
            {
                let method: Method = row.route.0.parse().unwrap();
                answered(ours(&client, &world.app, method, &path).header("content-type", kind).body(body))
                    .await;
            }
        }
    }
}

const FORM: &str = "application/x-www-form-urlencoded";

#[tokio::test(flavor = "multi_thread")]
async fn no_address_makes_a_page_fail() {
    let world = World::make().await;
    let query =
        "?q=%ff&cursor=%00&lang=tlh&state=x&type='&page=-1&limit=99999999999999999999&next=//evil.example&q=";
    for (Surface { prefix, people }, rows) in matrix() {
        for row in rows.iter().filter(|row| row.route.0 == "GET") {
            let client = world.who(&format!("{people}{}", row.somebody()));
            let path = format!("{prefix}{}", fill(&row.route.1, &world.here));
            answered(client.request(Method::GET, &format!("{path}{query}"))).await;
            let long = "x".repeat(5_000);
            for name in row.route.1.split('/').filter(|segment| segment.starts_with('{')) {
                for odd in ODD.into_iter().chain(iter::once(long.as_str())) {
                    let pattern = row.route.1.replacen(name, odd, 1);
                    let path = format!("{prefix}{}", fill(&pattern, &world.here));
                    answered(client.request(Method::GET, &path)).await;
                }
            }
        }
    }
}

/// A request that the door lets through.
fn ours(client: &Client, app: &TestApp, method: Method, path: &str) -> RequestBuilder {
    client.request(method, path).header("origin", &app.base).header("sec-fetch-site", "same-origin")
}

/// A refusal says what is wrong, in the form of its surface.
async fn answered(request: RequestBuilder) -> Page {
    let page = Page::of(request).await;
    if page.status.is_client_error() {
        let kind = page.header("content-type");
        if page.path.starts_with("/api") {
            assert_eq!(kind, "application/problem+json", "{} {}: {}", page.path, page.status, page.body);
            assert!(!page.code().is_empty());
            assert_eq!(page.json()["request_id"], page.header("x-request-id"));
        } else {
            assert!(kind.starts_with("text/html"), "{} {}: {kind} {}", page.path, page.status, page.body);
            assert!(!page.text_of("h1").is_empty());
        }
    }
    page
}

/// An admin's program, and its application.
async fn program() -> (TestApp, Staff, Client) {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let (_, program) = app.token(&admin, &["admin:write"], None).await;
    (app, admin, program)
}

#[tokio::test(flavor = "multi_thread")]
async fn each_kind_of_wrong_body_is_told_by_its_code() {
    let (_app, _admin, program) = program().await;
    let long = vec![b' '; 300 * 1024];
    let cases: [(&str, &[u8], u16, &str); 7] = [
        ("application/json", b"{", 422, "body_not_json"),
        ("application/json", b"[1]", 422, "body_not_json"),
        ("application/json", b"{\"slug\": 7}", 422, "body_not_json"),
        ("application/json", b"{\"slug\": \"\xff\"}", 422, "body_not_utf8"),
        ("application/json", b"{\"nobody_knows\": 1}", 422, "unknown_field"),
        ("text/plain", b"{}", 415, "body_type_unknown"),
        ("application/json", &long, 413, "body_too_large"),
    ];
    for (kind, body, status, code) in cases {
        let request = program.request(Method::POST, "/api/v1/editions").header("content-type", kind);
        let problem = Page::of(request.body(body.to_vec())).await.expect(status).json();
        let fields = problem["errors"].as_array().unwrap().iter().map(|error| &error["code"]);
        let codes: Vec<&Value> = iter::once(&problem["code"]).chain(fields).collect();
        assert!(codes.contains(&&json!(code)), "{codes:?}, not {code}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_wrong_field_is_named_in_the_language_asked_for() {
    let (_app, _admin, program) = program().await;
    let request = program.request(Method::POST, "/api/v1/editions").header("accept-language", "zh-HK");
    let problem = Page::of(request.json(&json!({ "slug": "-", "number": "0" }))).await.expect(422).json();
    let errors = problem["errors"].as_array().unwrap();
    let of =
        |field: &str| errors.iter().find(|error| error["field"] == field).expect("an error for each field");
    assert_eq!(of("slug")["code"], "slug_invalid");
    assert_eq!(of("number")["code"], "number_out_of_range");
    assert_eq!(of("name")["code"], "required");
    assert!(of("number")["detail"].as_str().unwrap().contains("999"), "{problem}");
    assert!(problem["detail"].as_str().unwrap().chars().any(|c| c > '\u{4e00}'), "{problem}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_address_or_method_is_answered_by_its_surface() {
    let (app, admin, program) = program().await;
    assert_eq!(program.get("/api/v1/nowhere").await.expect(404).code(), "not_found");
    let wrong = Page::of(program.request(Method::DELETE, "/api/v1/editions")).await.expect(405);
    assert_eq!((wrong.code().as_str(), wrong.header("allow")), ("method_not_allowed", "GET, POST"));
    assert!(admin.get("/en/nowhere/at/all").await.expect(404).says("does not exist"));
    let wrong = ours(&app.visitor(), &app, Method::DELETE, "/sign-in");
    assert_eq!(Page::of(wrong).await.expect(405).header("allow"), "GET, POST");
}
