//! Every operation, sent valid and invalid bodies, ids, cursors and headers: whatever comes, the answer is one that
//! the document knows, and is of the shape that it promises. The same requests in every run.

mod requests;
mod shapes;
mod words;

use plenary::{accounts::proofs::System, campaigns, keys::Purpose};
use rand::{SeedableRng, rngs::StdRng};
use reqwest::Method;
use serde_json::{Value, json};

use super::{
    Site, act,
    document::{operations, read, resolved},
    person,
};
use crate::support::page::Page;
use requests::{Fuzzer, Ids};

/// How often each operation is asked.
const ROUNDS: u64 = 16;

/// Something of everything, so that ids lead somewhere; and the secrets of those who registered.
async fn furnished() -> (Site, Ids, Vec<String>) {
    let site = Site::open().await;
    let localised = json!({ "en": "It" });
    let mut ids = Ids::default();
    for (path, body) in [
        ("/tracks", json!({ "slug": "robotics", "name": localised, "colour": "#1f4e79" })),
        ("/rooms", json!({ "slug": "hall", "name": localised })),
        ("/partners", json!({ "kind": "host", "name": localised })),
        ("/questions", json!({ "slug": "diet", "kind": "short-text", "label": localised })),
        ("/sessions", json!({ "kind": "session", "title": localised, "minutes": 30 })),
        ("/capacity-pools", json!({ "name": localised, "capacity": 50 })),
        ("/registrations", person("chan")),
        ("/registrations", person("wong")),
    ] {
        ids.learn(path, &site.post(path, &body).await.to_string());
    }
    called(&site, &mut ids).await;
    applied(&site, &mut ids).await;
    hooked(&site, &mut ids).await;
    written(&site, &mut ids).await;
    let registered = &ids.of["registrations"];
    let secrets = registered.iter().map(|id| site.secret(Purpose::Manage, &json!(id))).collect();
    (site, ids, secrets)
}

/// A call with one of everything in it, and somebody who handed in two things.
async fn called(site: &Site, ids: &mut Ids) {
    let localised = json!({ "en": "It" });
    let call = json!({
        "kind": "talk", "slug": "talks", "name": localised, "opens_at": "2020-03-01T09:00", "closes_at": "2098-03-01T09:00",
    });
    let call = site.post("/calls", &call).await;
    ids.learn("/calls", &call.to_string());
    let of_call = format!("/calls/{}", call["id"].as_str().unwrap());
    let criterion = json!({ "name": localised, "low": 1, "high": 5 });
    let asked = json!({ "slug": "link", "kind": "url", "label": localised });
    for (path, body) in [
        ("/rounds", json!({ "kind": "rubric", "name": localised, "criteria": [criterion] })),
        ("/codes", json!({ "note": "For one" })),
        ("/awards", json!({ "name": localised })),
        ("/questions", json!({ "question": asked })),
    ] {
        ids.learn(path, &site.post(&format!("{of_call}{path}"), &body).await.to_string());
    }
    let speaker = site.post("/speakers", &json!({ "profile": { "name_latin": "Lise Meitner" } })).await;
    ids.learn("/speakers", &speaker.to_string());
    let handed_in =
        json!({ "call": call["id"], "speaker": speaker["id"], "submission": { "title": localised } });
    for _ in 0..2 {
        ids.learn("/submissions", &site.post("/submissions", &handed_in).await.to_string());
    }
}

/// A company with a colleague who was asked, and what it hands in to a call for demos.
async fn applied(site: &Site, ids: &mut Ids) {
    let localised = json!({ "en": "It" });
    let call = json!({
        "kind": "demo", "slug": "start-ups", "name": localised, "opens_at": "2020-03-01T09:00", "closes_at": "2098-03-01T09:00",
    });
    let call = site.post("/calls", &call).await;
    site.act(&format!("/calls/{}/publish", call["id"].as_str().unwrap())).await;
    site.app.refresh().await;
    let company = json!({ "name": localised, "city": "Hong Kong", "region": "hong-kong" });
    let company = site.made("/api/v1/companies", &company).await;
    ids.learn("/companies", &company.to_string());
    let home = format!("/api/v1/companies/{}", company["id"].as_str().unwrap());
    let colleague = json!({ "email": "colleague@example.org", "lang": "en" });
    ids.learn("/invitations", &site.made(&format!("{home}/invitations"), &colleague).await.to_string());
    let begin = json!({ "edition": "2026", "call": call["id"] });
    let begun = site.made(&format!("{home}/applications"), &begin).await;
    ids.learn("/applications", &begun.to_string());
    ids.learn("/calls", &call.to_string());
}

/// A webhook with a delivery that waits.
async fn hooked(site: &Site, ids: &mut Ids) {
    let hook = json!({ "edition": site.edition.id, "url": "https://hooks.example.org/forum" });
    let made = site.made("/api/v1/webhooks", &hook).await;
    ids.learn("/webhooks", &made["webhook"].to_string());
    let test = format!("/api/v1/webhooks/{}/test", made["webhook"]["id"].as_str().unwrap());
    ids.learn("/deliveries", &act(&site.program, &test).await.expect(200).json()["delivery"].to_string());
}

/// A campaign that is a draft still, and one that is under way; both to those who registered.
async fn written(site: &Site, ids: &mut Ids) {
    let everybody = json!({ "of": "registrations", "states": ["confirmed"] });
    let draft = json!({ "name": "It", "kind": "notice", "audience": everybody });
    for goes_out in [false, true] {
        let made = site.post("/campaigns", &draft).await;
        ids.learn("/campaigns", &made.to_string());
        let one = site.at(&format!("/campaigns/{}", made["campaign"]["id"].as_str().unwrap()));
        let words = json!({ "subject": "It", "text": "Dear {name}" });
        let write = site.program.request(Method::PUT, &format!("{one}/texts/en")).header("if-match", "\"1\"");
        Page::of(write.json(&words)).await.expect(200);
        if goes_out {
            site.program.send(Method::POST, &format!("{one}/schedule"), &json!({})).await.expect(200);
        }
    }
    let db = &site.app.app.db;
    db.transaction(async |tx| campaigns::advance(tx, &System::duty()).await).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_is_sent_the_answer_is_one_that_the_document_knows() {
    let document = read();
    let (site, ids, secrets) = furnished().await;
    let rng = StdRng::seed_from_u64(2026);
    let mut fuzzer = Fuzzer { document: &document, kind: "", rng, ids, secrets };
    let mut succeeded = std::collections::BTreeSet::new();
    for round in 0..ROUNDS {
        for (method, path, operation) in operations(&document) {
            if round < ROUNDS / 2 && ends(&operation) {
                continue;
            }
            let (request, told) = fuzzer.request(&site, &method, &path, &operation);
            let page = Page::of(request).await;
            check(&document, &operation, &page, &told);
            if page.status.is_success() {
                fuzzer.ids.learn(&path, &page.body);
                succeeded.insert(operation["operationId"].as_str().unwrap().to_owned());
            }
        }
    }
    let never: Vec<String> = operations(&document)
        .into_iter()
        .map(|(_, _, operation)| operation["operationId"].as_str().unwrap().to_owned())
        .filter(|name| !succeeded.contains(name))
        .collect();
    // Many acts need a state that is rarely met by chance: somebody to be offered, a decision to be told.
    assert!(
        never.len() * 3 <= succeeded.len() * 2,
        "too much was always refused to learn from it: {never:?}"
    );
}

/// Whether it takes away what others need: those come in the second half, or chance would soon leave nothing to ask about.
fn ends(operation: &Value) -> bool {
    let last = [
        "remove_",
        "erase_",
        "cancel_",
        "withdraw_",
        "leave_",
        "archive_",
        "close_",
        "revoke_",
        "lift_",
        "stop_",
    ];
    let name = operation["operationId"].as_str().unwrap();
    last.iter().any(|start| name.starts_with(start))
}

/// The status is documented, a refusal is a problem, and JSON has the shape that the document promises.
fn check(document: &Value, operation: &Value, page: &Page, told: &str) {
    let status = page.status.as_u16().to_string();
    let response = operation["responses"].get(&status);
    let response = response.unwrap_or_else(|| panic!("{told}: {status} is not documented: {}", page.body));
    let content = &resolved(document, response)["content"];
    let media = page.header("content-type").split(';').next().unwrap_or_default();
    if content.is_null() {
        assert!(page.body.is_empty(), "{told}: {}", page.body);
        return;
    }
    let schema = &content.get(media).unwrap_or_else(|| panic!("{told}: {status} came as {media}"))["schema"];
    if media.ends_with("json") {
        shapes::check(document, schema, &page.json(), told);
    }
    if status.starts_with('4') {
        let problem = page.json();
        assert_eq!(problem["status"], page.status.as_u16(), "{told}");
        assert_eq!(problem["type"], "about:blank", "{told}");
    }
}
