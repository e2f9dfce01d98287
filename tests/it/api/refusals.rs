//! Bad input, and who may not: each has one clear answer, which is a problem document.

use reqwest::Method;
use serde_json::{Value, json};

use super::{Site, person};
use crate::support::page::Page;

/// The only error of a refused body: field and code.
fn only(problem: &Page) -> (String, String) {
    assert_eq!(problem.header("content-type"), "application/problem+json");
    let errors = problem.json()["errors"].as_array().unwrap().clone();
    assert_eq!(errors.len(), 1, "{errors:?}");
    let text = |field: &str| errors[0][field].as_str().unwrap().to_owned();
    (text("field"), text("code"))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_that_is_not_what_was_asked_for_says_how() {
    let site = Site::open().await;
    let send = async |kind: &'static str, body: Vec<u8>| {
        let request = site.app.visitor().request(Method::POST, &site.at("/registrations"));
        Page::of(request.header("content-type", kind).body(body)).await
    };
    let json = "application/json";
    let refused = |field: &str, code: &str| (field.to_owned(), code.to_owned());
    assert_eq!(only(&send(json, b"{".to_vec()).await.expect(422)), refused("body", "body_not_json"));
    assert_eq!(only(&send(json, b"[1]".to_vec()).await.expect(422)), refused("body", "body_not_json"));
    assert_eq!(only(&send(json, b"\"\xff\"".to_vec()).await.expect(422)), refused("body", "body_not_utf8"));
    let unknown = br#"{"emial": "a@example.org"}"#.to_vec();
    assert_eq!(only(&send(json, unknown).await.expect(422)), refused("emial", "unknown_field"));
    assert_eq!(send("text/plain", b"{}".to_vec()).await.expect(415).code(), "body_type_unknown");
    assert_eq!(send("application/jsonp", b"{}".to_vec()).await.expect(415).code(), "body_type_unknown");
    send("application/json; charset=utf-8", b"{}".to_vec()).await.expect(422);
    assert_eq!(send(json, vec![b' '; 300 * 1024]).await.expect(413).code(), "body_too_large");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_wrong_field_is_told_at_once_in_the_language_asked_for() {
    let site = Site::open().await;
    let request = site.app.visitor().request(Method::POST, &site.at("/registrations"));
    let body = json!({ "email": "nobody", "phone": "1", "answers": { "shoe": "42" } });
    let problem = Page::of(request.header("accept-language", "zh-HK").json(&body)).await.expect(422).json();
    let fields: Vec<&Value> =
        problem["errors"].as_array().unwrap().iter().map(|error| &error["field"]).collect();
    assert_eq!(fields, ["type", "email", "name_latin", "phone", "answers.shoe"]);
    assert!(
        problem["detail"].as_str().unwrap().contains('有') || !problem["detail"].as_str().unwrap().is_ascii()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_queries_are_strict_too() {
    let site = Site::open().await;
    for (query, field) in
        [("colour=red", "colour"), ("cursor=!", "cursor"), ("limit=0", "limit"), ("state=asleep", "query")]
    {
        let refused = site.program.get(&site.at(&format!("/registrations?{query}"))).await.expect(422);
        assert_eq!(only(&refused).0, field);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_token_nothing_of_staffs_is_done_and_cookies_count_for_nothing() {
    let site = Site::open().await;
    let organiser = site.app.organiser(site.edition.id).await;
    for who in [&site.app.visitor(), &*organiser] {
        let refused = who.get(&site.at("/registrations")).await.expect(401);
        assert!(refused.header("www-authenticate").contains("Bearer"));
        assert_eq!(refused.code(), "sign_in_needed");
    }
    let forged = site.app.visitor().request(Method::GET, &site.at("/tracks"));
    Page::of(forged.header("authorization", "Bearer plenary_forged")).await.expect(401);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_ends_at_its_scopes_and_its_edition() {
    let site = Site::open().await;
    let other = site.app.edition("2027").await;
    let organiser = site.app.organiser(site.edition.id).await;
    let (_, desk) = site.app.token(&organiser, &["desk:read"], Some(site.edition.id)).await;
    desk.get(&site.at("/registrations")).await.expect(200);
    desk.send(Method::POST, &site.at("/registrations"), &person("chan")).await.expect(403);
    desk.get(&site.at("/roles")).await.expect(403);
    desk.get("/api/v1/audit-entries").await.expect(403);
    desk.get(&format!("/api/v1/editions/{}/registrations", other.slug)).await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_id_of_another_edition_is_not_found() {
    let site = Site::open().await;
    site.app.edition("2027").await;
    let id = site.register("chan").await["id"].as_str().unwrap().to_owned();
    for path in [format!("/registrations/{id}"), format!("/registrations/{id}/history")] {
        site.program.get(&site.at(&path)).await.expect(200);
        site.program.get(&format!("/api/v1/editions/2027{path}")).await.expect(404);
    }
    for id in ["0", "not-an-id", &uuid::Uuid::now_v7().to_string()] {
        site.program.get(&site.at(&format!("/registrations/{id}"))).await.expect(404);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_is_not_there_or_not_used_so_is_a_problem_too() {
    let site = Site::open().await;
    let nowhere = site.app.visitor().get("/api/v1/nowhere").await.expect(404);
    assert_eq!(
        (nowhere.header("content-type"), nowhere.code().as_str()),
        ("application/problem+json", "not_found")
    );
    let wrong = Page::of(site.app.visitor().request(Method::DELETE, "/api/v1/editions")).await.expect(405);
    assert_eq!((wrong.header("allow"), wrong.code().as_str()), ("GET, POST", "method_not_allowed"));
    assert_eq!(wrong.header("cache-control"), "no-store");
}
