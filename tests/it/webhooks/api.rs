//! Webhooks by the API.

use reqwest::Method;
use serde_json::json;

use super::site::{Site, send_all};

#[tokio::test(flavor = "multi_thread")]
async fn a_program_adds_a_webhook_and_reads_its_deliveries() {
    let site = Site::open().await;
    let (_, program) = site.app.token(&site.admin, &["admin:write"], None).await;
    let body = json!({ "edition": site.edition.id, "url": site.receiver.url(), "events": ["call.closed"] });
    let made = program.send(Method::POST, "/api/v1/webhooks", &body).await.expect(201).json();
    let (home, secret) =
        (format!("/api/v1/webhooks/{}", made["webhook"]["id"].as_str().unwrap()), &made["secret"]);
    assert_eq!(made["webhook"]["owner_id"], site.admin.account.id.to_string());
    let shown = program.get(&home).await.expect(200);
    assert!(!shown.body.contains(secret.as_str().unwrap()) && shown.json()["state"] == "active");

    let test = program.send(Method::POST, &format!("{home}/test"), &json!({})).await.expect(200).json();
    assert_eq!((&test["delivery"]["event"], &test["attempts"]), (&json!("webhook.test"), &json!([])));
    send_all(&site.courier()).await;
    let listed = program.get(&format!("{home}/deliveries?state=delivered")).await.expect(200).json();
    assert_eq!(listed["items"][0]["webhook_id"], site.receiver.came()[0].id());
    let id = listed["items"][0]["id"].as_str().unwrap();
    let detail = program.get(&format!("{home}/deliveries/{id}")).await.expect(200).json();
    assert_eq!(detail["attempts"][0]["status"], 200);
    program.send(Method::POST, &format!("{home}/deliveries/{id}/redeliver"), &json!({})).await.expect(200);

    let since = json!({ "since": "2026-01-01T00:00:00Z" });
    let again = program.send(Method::POST, &format!("{home}/redeliver"), &since).await.expect(200).json();
    assert_eq!(again["deliveries"], 0);
    let wrong = json!({ "url": "https://example.org", "events": ["never.heard"] });
    let refused = program.send(Method::PUT, &home, &wrong).await.expect(422).json();
    assert_eq!(refused["errors"][0]["field"], "events");
    program.send(Method::DELETE, &home, &json!({})).await.expect(204);
    program.get(&home).await.expect(404);
}
