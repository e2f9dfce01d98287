//! The programme by the API: a session made, placed and released, each change against the version that was seen.

use serde_json::{Value, json};

use super::Site;
use crate::support::page::Page;

impl Site {
    async fn session(&self) -> Value {
        let body = json!({ "kind": "session", "title": { "en": "Engines" }, "minutes": 30 });
        self.post("/sessions", &body).await
    }

    async fn place(&self, session: &Value, seen: &str, body: &Value) -> Page {
        let path = format!("/api/v1/editions/2026/sessions/{}/slot", session["id"].as_str().unwrap());
        let request = self.program.request(reqwest::Method::PUT, &path).header("if-match", seen).json(body);
        Page::of(request).await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_is_placed_and_released_against_what_was_seen() {
    let site = Site::open().await;
    let hall = site.post("/rooms", &json!({ "slug": "hall", "name": { "en": "Hall" } })).await;
    let session = site.session().await;
    let starts_at = site.edition.starts_at.to_string();
    let slot = json!({ "starts_at": starts_at, "rooms": [hall["id"]], "minutes": 45 });
    let placed = site.place(&session, "\"1\"", &slot).await.expect(200);
    assert_eq!((placed.json()["minutes"].clone(), placed.header("etag")), (json!(45), "\"2\""));
    assert_eq!(site.place(&session, "\"1\"", &slot).await.expect(409).code(), "edited_meanwhile");

    let release = site.post("/releases", &json!({ "name": "v1" })).await;
    let path = format!("/api/v1/editions/2026/releases/{}", release["id"].as_str().unwrap());
    let shown = site.app.visitor().get(&path).await.expect(200).json();
    assert_eq!(shown["items"][0]["starts_at"], starts_at);
    assert_eq!(
        (shown["items"][0]["sequence"].clone(), shown["items"][0]["cancelled"].clone()),
        (json!(0), json!(false))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clash_has_a_key_under_which_its_reason_is_kept() {
    let site = Site::open().await;
    let hall = site.post("/rooms", &json!({ "slug": "hall", "name": { "en": "Hall" } })).await;
    let session = site.session().await;
    let early = site.edition.starts_at.plus(jiff::SignedDuration::from_hours(-2)).to_string();
    site.place(&session, "\"1\"", &json!({ "starts_at": early, "rooms": [hall["id"]] })).await.expect(200);
    let clashes = async || site.program.get("/api/v1/editions/2026/clashes").await.expect(200).json();
    let clash = clashes().await["items"][0].clone();
    assert_eq!(
        (clash["kind"].clone(), clash["severity"].clone()),
        (json!("outside-edition"), json!("error"))
    );
    let said = json!({ "key": clash["key"], "reason": "Breakfast for early birds" });
    let path = "/api/v1/editions/2026/clashes/acknowledge";
    site.program.send(reqwest::Method::POST, path, &said).await.expect(204);
    assert_eq!(clashes().await["items"][0]["reason"], "Breakfast for early birds");
}
