//! One's own registration, with the secret of a mailed link.

use plenary::keys::Purpose;
use reqwest::Method;
use serde_json::{Value, json};

use super::{Site, person};
use crate::support::page::Page;

/// Calls an operation with the secret of a link.
async fn with(site: &Site, secret: &str, method: Method, path: &str, body: Option<&Value>) -> Page {
    let request = site.app.visitor().request(method, path).header("authorization", format!("Link {secret}"));
    Page::of(body.into_iter().fold(request, |request, body| request.json(body))).await
}

#[tokio::test(flavor = "multi_thread")]
async fn she_reads_changes_agrees_copies_and_cancels_without_a_password() {
    let site = Site::open().await;
    let consent = json!({ "body": { "en": "May we write to you?" } });
    site.program.send(Method::PUT, &site.at("/consent-texts/marketing"), &consent).await.expect(204);
    let secret = site.secret(Purpose::Manage, &site.register("chan").await["id"]);
    let call = async |method, path: &str, body: Option<Value>| {
        with(&site, &secret, method, path, body.as_ref()).await
    };

    let own = call(Method::GET, "/api/v1/manage", None).await.expect(200).json();
    assert_eq!(
        (&own["edition"], &own["registration"]["email"]),
        (&json!("2026"), &json!("chan@example.org"))
    );
    let change = json!({ "name_latin": "Chan Tai Man", "organisation": "Harbour Lab" });
    let changed = call(Method::PUT, "/api/v1/manage", Some(change)).await.expect(200).json();
    assert_eq!(changed["organisation"], "Harbour Lab");

    call(Method::PUT, "/api/v1/manage/consents/marketing", Some(json!({ "given": true }))).await.expect(204);
    call(Method::PUT, "/api/v1/manage/consents/marketing", Some(json!({ "given": false }))).await.expect(204);
    let own = call(Method::GET, "/api/v1/manage", None).await.expect(200).json();
    let marketing = own["consents"].as_array().unwrap().iter().find(|consent| consent["kind"] == "marketing");
    assert!(marketing.unwrap()["withdrawn_at"].is_string(), "{own}");

    let copy = call(Method::GET, "/api/v1/manage/copy", None).await.expect(200);
    assert!(copy.body.contains("Chan Tai Man"), "{}", copy.body);
    let cancelled = call(Method::POST, "/api/v1/manage/cancel", None).await.expect(200).json();
    assert_eq!(
        (&cancelled["state"], &cancelled["cancelled_reason"]),
        (&json!("cancelled"), &json!("attendee"))
    );
    assert_eq!(
        call(Method::POST, "/api/v1/manage/cancel", None).await.expect(409).code(),
        "registration_cancelled"
    );
    call(Method::POST, "/api/v1/manage/erase", None).await.expect(204);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_other_secret_opens_it() {
    let site = Site::open().await;
    let id = site.register("chan").await["id"].clone();
    let good = site.secret(Purpose::Manage, &id);
    let altered = format!("{}{}", &good[..good.len() - 1], if good.ends_with('A') { 'B' } else { 'A' });
    let others = [
        altered,
        site.secret(Purpose::Ticket, &id),
        site.secret(Purpose::Manage, &json!(uuid::Uuid::now_v7())),
    ];
    for secret in others.iter().map(String::as_str).chain(["", "x", "plenary_x"]) {
        let refused = with(&site, secret, Method::GET, "/api/v1/manage", None).await.expect(401);
        assert!(refused.header("www-authenticate").contains("Link"), "{secret}");
    }
    site.program.get("/api/v1/manage").await.expect(401);
    site.app.visitor().get(&format!("/api/v1/manage?token={good}")).await.expect(401);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_address_counts_when_it_is_proved() {
    let site = Site::open().await;
    let registered = site.register("chan").await;
    let secret = site.secret(Purpose::Manage, &registered["id"]);
    let ask = json!({ "email": "tai.man@example.org" });
    with(&site, &secret, Method::POST, "/api/v1/manage/address", Some(&ask)).await.expect(202);
    let own = with(&site, &secret, Method::GET, "/api/v1/manage", None).await.expect(200).json();
    assert_eq!(own["registration"]["email"], "chan@example.org");

    let asked: String = site.app.one("SELECT id::text FROM address_change").await;
    let proof = site.secret(Purpose::Address, &json!(asked));
    with(&site, &secret, Method::POST, "/api/v1/address", None).await.expect(401);
    let moved = with(&site, &proof, Method::POST, "/api/v1/address", None).await.expect(200).json();
    assert_eq!(moved["email"], "tai.man@example.org");
    with(&site, &secret, Method::GET, "/api/v1/manage", None).await.expect(401);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_offered_place_is_taken_or_turned_down() {
    let site = Site::open().await;
    let pool = site.post("/capacity-pools", &json!({ "name": { "en": "Room" }, "capacity": 1 })).await;
    let way = json!({ "slug": "dinner", "name": { "en": "Dinner" }, "pools": [pool["id"]] });
    site.post("/registration-types", &way).await;
    let mut registered = Vec::new();
    for name in ["first", "second", "third"] {
        let mut guest = person(name);
        guest["type"] = json!("dinner");
        registered.push(site.post("/registrations", &guest).await);
    }
    let states: Vec<&Value> = registered.iter().map(|row| &row["state"]).collect();
    assert_eq!(states, ["confirmed", "waitlisted", "waitlisted"]);
    let secret = |nth: usize| site.secret(Purpose::Manage, &registered[nth]["id"]);
    with(&site, &secret(1), Method::POST, "/api/v1/offer/accept", None).await.expect(404);

    site.act(&format!("/registrations/{}/cancel", registered[0]["id"].as_str().unwrap())).await;
    site.offer_places().await;
    let offer = with(&site, &secret(1), Method::GET, "/api/v1/offer", None).await.expect(200).json();
    assert_eq!(offer["outcome"], Value::Null);
    let down =
        with(&site, &secret(1), Method::POST, "/api/v1/offer/turn-down", None).await.expect(200).json();
    assert_eq!(down["cancelled_reason"], "offer-declined");
    site.offer_places().await;
    let taken = with(&site, &secret(2), Method::POST, "/api/v1/offer/accept", None).await.expect(200).json();
    assert_eq!(taken["state"], "confirmed");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_she_answered_is_read_in_the_shape_that_a_change_takes() {
    let site = Site::open().await;
    for (slug, sensitive) in [("dinner", false), ("diet", true)] {
        let question =
            json!({ "slug": slug, "kind": "short-text", "label": { "en": slug }, "sensitive": sensitive });
        site.post("/questions", &question).await;
    }
    let mut guest = person("chan");
    guest["answers"] = json!({ "dinner": "late", "diet": "no nuts" });
    let secret = site.secret(Purpose::Manage, &site.post("/registrations", &guest).await["id"]);
    let read = async || with(&site, &secret, Method::GET, "/api/v1/manage", None).await.expect(200).json();
    let own = read().await;
    assert_eq!(own["answers"], guest["answers"]);

    // Everything is sent back as it was read, with one thing changed: nothing else is lost.
    let change = json!({ "name_latin": "chan", "organisation": "Harbour Lab", "answers": own["answers"] });
    with(&site, &secret, Method::PUT, "/api/v1/manage", Some(&change)).await.expect(200);
    assert_eq!(read().await["answers"], guest["answers"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_she_agreed_to_is_withdrawn_though_nobody_asks_for_it_any_more() {
    let site = Site::open().await;
    let ask = async |body: Value| {
        let asked = json!({ "body": body });
        site.program.send(Method::PUT, &site.at("/consent-texts/co-hosts"), &asked).await.expect(204);
    };
    ask(json!({ "en": "The hosts may write to you." })).await;
    let mut guest = person("chan");
    guest["consents"] = json!({ "co-hosts": true });
    let secret = site.secret(Purpose::Manage, &site.post("/registrations", &guest).await["id"]);
    ask(json!({})).await;

    let browser = site.app.visitor();
    browser.get(&format!("/m/{secret}")).await.expect(303);
    let page = browser.get("/en/2026/manage").await.expect(200);
    assert!(page.says("The hosts may write to you."), "as she read it: {}", page.body);
    let path = "/api/v1/manage/consents/co-hosts";
    with(&site, &secret, Method::PUT, path, Some(&json!({ "given": false }))).await.expect(204);
    let own = with(&site, &secret, Method::GET, "/api/v1/manage", None).await.expect(200).json();
    let consents = own["consents"].as_array().unwrap();
    let hosts = consents.iter().find(|consent| consent["kind"] == "co-hosts").unwrap();
    assert!(hosts["withdrawn_at"].is_string(), "{own}");
    // Nobody asks, so nobody can agree.
    with(&site, &secret, Method::PUT, path, Some(&json!({ "given": true }))).await.expect(404);
    assert!(!browser.get("/en/2026/manage").await.expect(200).says("The hosts may write to you."));
}
