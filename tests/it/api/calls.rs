//! Calls by the API: made, asked, opened to codes, ended; their rounds and panels.

use reqwest::Method;
use serde_json::{Value, json};

use super::{Site, act};

/// A call for talks that is open now.
pub fn talks() -> Value {
    json!({
        "kind": "talk", "slug": "talks", "name": { "en": "Call for talks", "zh-Hant": "演講徵集", "zh-Hans": "演讲征集" },
        "opens_at": "2020-03-01T09:00", "closes_at": "2098-04-01T18:30",
        "session_types": [{ "slug": "talk", "name": { "en": "Talk" }, "minutes": 20 }],
    })
}

/// Its path under the edition.
pub fn of(call: &Value, path: &str) -> String {
    format!("/calls/{}{path}", call["id"].as_str().unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_is_a_draft_until_it_is_published_and_ends_when_it_is_closed() {
    let site = Site::open().await;
    let call = site.post("/calls", &talks()).await;
    assert_eq!(
        (call["state"].clone(), call["closes_at"].clone()),
        (json!("draft"), json!("2098-04-01T10:30:00Z"))
    );
    let public = async || site.app.visitor().get("/en/2026/calls/talks").await.status.as_u16();
    assert_eq!(public().await, 404);
    assert_eq!(site.act(&of(&call, "/publish")).await["state"], "open");
    site.app.refresh().await;
    assert_eq!(public().await, 200);
    assert_eq!(act(&site.program, &site.at(&of(&call, "/publish"))).await.expect(409).code(), "call_listed");
    assert_eq!(site.act(&of(&call, "/close")).await["state"], "closed");
    assert_eq!(site.act(&of(&call, "/archive")).await["state"], "archived");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_names_the_version_that_was_read() {
    let site = Site::open().await;
    let call = site.post("/calls", &talks()).await;
    let mut body = talks();
    body["version"] = call["version"].clone();
    body["limit_per_applicant"] = json!(2);
    let put = async || site.program.send(Method::PUT, &site.at(&of(&call, "")), &body).await;
    assert_eq!(put().await.expect(200).json()["limit_per_applicant"], 2);
    assert_eq!(put().await.expect(409).code(), "edited_meanwhile");
}

#[tokio::test(flavor = "multi_thread")]
async fn anybody_lists_the_calls_that_are_open_and_finds_their_pages() {
    let site = Site::open().await;
    let listed = async || {
        let answer = site.app.visitor().get(&site.at("/open-calls")).await.expect(200).json();
        answer["items"].as_array().unwrap().clone()
    };
    let call = site.post("/calls", &talks()).await;
    let mut secret = talks();
    (secret["slug"], secret["visibility"]) = (json!("secret"), json!("code"));
    let secret = site.post("/calls", &secret).await;
    site.act(&of(&secret, "/publish")).await;
    assert!(listed().await.is_empty(), "one is a draft, one asks for a code");
    site.act(&of(&call, "/publish")).await;
    site.app.refresh().await;
    let [open] = listed().await.try_into().unwrap();
    assert_eq!((&open["slug"], &open["kind"]), (&json!("talks"), &json!("talk")));
    assert_eq!(open["session_types"][0]["slug"], "talk");
    let page = open["url"].as_str().unwrap();
    assert!(page.ends_with("/en/2026/calls/talks"), "{page}");
    site.act(&of(&call, "/close")).await;
    assert!(listed().await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_that_was_taken_back_opens_nothing() {
    let site = Site::open().await;
    let mut body = talks();
    body["visibility"] = json!("code");
    let call = site.post("/calls", &body).await;
    site.act(&of(&call, "/publish")).await;
    site.app.refresh().await;
    let code = site.post(&of(&call, "/codes"), &json!({ "note": "For Lise", "max_uses": 1 })).await;
    let page = format!("/en/2026/calls/talks?code={}", code["code"].as_str().unwrap());
    site.app.visitor().get("/en/2026/calls/talks").await.expect(404);
    site.app.visitor().get(&page).await.expect(200);
    let one = of(&call, &format!("/codes/{}", code["id"].as_str().unwrap()));
    site.program.send(Method::DELETE, &site.at(&one), &json!({})).await.expect(204);
    site.app.visitor().get(&page).await.expect(404);
    assert!(site.read(&of(&call, "/codes")).await["items"][0]["revoked_at"].is_string());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_call_asks_is_kept_apart_from_the_registration_form() {
    let site = Site::open().await;
    let call = site.post("/calls", &talks()).await;
    let asked = |slug: &str| {
        json!({
            "question": { "slug": slug, "kind": "short-text", "label": { "en": slug } },
            "required_after_acceptance": true, "frozen_at": "2098-03-01T09:00",
        })
    };
    let first = site.post(&of(&call, "/questions"), &asked("needs")).await;
    let second = site.post(&of(&call, "/questions"), &asked("travel")).await;
    assert_eq!(
        (first["required_after_acceptance"].clone(), first["frozen_at"].clone()),
        (json!(true), json!("2098-03-01T01:00:00Z"))
    );
    let order = json!({ "ids": [second["question"]["id"], first["question"]["id"]] });
    let reorder = site.at(&of(&call, "/questions/reorder"));
    site.program.send(Method::POST, &reorder, &order).await.expect(204);
    let slugs = async |path: &str| {
        let items = site.read(path).await["items"].as_array().unwrap().clone();
        items.iter().map(|one| one["question"]["slug"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(slugs(&of(&call, "/questions")).await, ["travel", "needs"]);
    assert_eq!(site.read("/questions").await["items"], json!([]));
    let one = of(&call, &format!("/questions/{}", first["question"]["id"].as_str().unwrap()));
    site.program.send(Method::DELETE, &site.at(&one), &json!({})).await.expect(204);
    assert_eq!(slugs(&of(&call, "/questions")).await, ["travel"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_repeated_creation_makes_one_round() {
    let site = Site::open().await;
    let call = site.post("/calls", &talks()).await;
    let path = site.at(&of(&call, "/rounds"));
    let round = json!({ "kind": "eligibility", "name": { "en": "Rules" } });
    let make = async || {
        let request =
            site.program.request(Method::POST, &path).header("idempotency-key", "once").json(&round);
        crate::support::page::Page::of(request).await.expect(201).json()
    };
    assert_eq!(make().await, make().await);
    assert_eq!(site.read(&of(&call, "/rounds")).await["items"].as_array().unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_panel_is_of_accounts_with_the_role() {
    let site = Site::open().await;
    let call = site.post("/calls", &talks()).await;
    let panel = json!({ "reviewers": [{ "account_id": site.admin.account.id.to_string() }] });
    site.program.send(Method::PUT, &site.at(&of(&call, "/panel")), &panel).await.expect(404);
    assert_eq!(site.read("/reviewers").await["items"], json!([]));
    let judge = site.app.with_role(plenary::accounts::Role::Reviewer, site.edition.id).await;
    let one = json!({ "account_id": judge.account.id.to_string(), "organisation": "Fudan" });
    let twice = json!({ "reviewers": [one, one] });
    let refused = site.program.send(Method::PUT, &site.at(&of(&call, "/panel")), &twice).await.expect(422);
    assert_eq!(refused.json()["errors"][0]["field"], "reviewers.1.account_id");
    let panel = json!({ "reviewers": [one] });
    site.program.send(Method::PUT, &site.at(&of(&call, "/panel")), &panel).await.expect(200);
    assert_eq!(site.read(&of(&call, "/panel")).await["items"], json!([one]));
}
