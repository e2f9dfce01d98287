//! A creation with an `Idempotency-Key` happens once.

use plenary::db::idempotency::{self, Claim};
use reqwest::Method;
use serde_json::{Value, json};

use super::{Site, person};
use crate::support::{client::Client, page::Page};

async fn send(who: &Client, path: &str, key: &str, body: &Value) -> Page {
    Page::of(who.request(Method::POST, path).header("idempotency-key", key).json(body)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_repeat_shows_what_the_first_request_made_as_it_is_now() {
    let site = Site::open().await;
    let creations = [
        ("/rooms", json!({ "slug": "hall", "name": { "en": "Hall" } })),
        ("/questions", json!({ "slug": "diet", "kind": "short-text", "label": { "en": "Diet" } })),
        ("/capacity-pools", json!({ "name": { "en": "Hall" }, "capacity": 5 })),
        ("/registration-types", json!({ "slug": "press", "name": { "en": "Press" } })),
        ("/registrations", person("chan")),
        ("/invitations", json!({ "email": "new@example.org", "name": "New", "lang": "en", "role": "desk" })),
    ];
    for (path, body) in creations {
        let path = site.at(path);
        let first = send(&site.program, &path, "k1", &body).await.expect(201);
        let again = send(&site.program, &path, "k1", &body).await.expect(201);
        assert_eq!((first.json(), first.location()), (again.json(), again.location()), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_belongs_to_one_body_one_address_and_one_token() {
    let site = Site::open().await;
    let room = |slug: &str| json!({ "slug": slug, "name": { "en": "Hall" } });
    let (rooms, tracks) = (site.at("/rooms"), site.at("/tracks"));
    send(&site.program, &rooms, "k", &room("north")).await.expect(201);
    let other = send(&site.program, &rooms, "k", &room("south")).await.expect(422).json();
    assert_eq!(other["errors"][0]["code"], "idempotency_mismatch");
    let track = json!({ "slug": "north", "name": { "en": "North" }, "colour": "#1f4e79" });
    send(&site.program, &tracks, "k", &track).await.expect(201);
    let (_, second) = site.app.token(&site.admin, &["organiser:write"], None).await;
    send(&second, &rooms, "k", &room("south")).await.expect(201);
    for key in ["", " ", &"k".repeat(256)] {
        let refused = send(&site.program, &rooms, key, &room("west")).await.expect(422).json();
        assert_eq!(refused["errors"][0]["code"], "idempotency_key_invalid", "{key}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_refused_keeps_no_key() {
    let site = Site::open().await;
    let rooms = site.at("/rooms");
    send(&site.program, &rooms, "k", &json!({ "slug": "x" })).await.expect(422);
    send(&site.program, &rooms, "k", &json!({ "slug": "hall", "name": { "en": "Hall" } })).await.expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_repeat_while_the_first_is_under_way_is_told_so() {
    let site = Site::open().await;
    let organiser = site.app.organiser(site.edition.id).await;
    let (token, program) = site.app.token(&organiser, &["organiser:write"], None).await;
    let body = json!({ "slug": "hall", "name": { "en": "Hall" } });
    let path = site.at("/rooms");
    let bytes = serde_json::to_vec(&body).unwrap();
    let claim = Claim::new(format!("token:{token}"), format!("POST {path}"), "k".to_owned(), &bytes);
    let first = site.app.app.db.transaction(async |tx| {
        assert_eq!(idempotency::earlier(tx, &claim).await?, None);
        let second = send(&program, &path, "k", &body).await.expect(409);
        assert_eq!(second.code(), "idempotency_in_flight");
        Ok(())
    });
    first.await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_known_to_the_first_request_is_known_to_its_repeat() {
    let site = Site::open().await;
    let registrations = site.at("/registrations");
    send(&site.program, &registrations, "made", &person("chan")).await.expect(201);
    let first = send(&site.program, &registrations, "found", &person("chan")).await.expect(200);
    let again = send(&site.program, &registrations, "found", &person("chan")).await.expect(200);
    assert_eq!((first.json(), first.location()), (again.json(), again.location()));
    send(&site.program, &registrations, "made", &person("chan")).await.expect(201);
}
