//! Webhooks on the pages of an admin.

use super::site::{Site, send_all};

#[tokio::test(flavor = "multi_thread")]
async fn an_admin_adds_a_webhook_tests_it_and_reads_how_it_went() {
    let site = Site::open().await;
    let admin = &site.admin;
    assert!(admin.get("/console/site/webhooks").await.expect(200).says("No webhooks yet"));
    let (edition, url) = (site.edition.id.to_string(), site.receiver.url());
    let wrong = [("edition", ""), ("url", "http://example.org"), ("description", "Badges")];
    let refused = admin.post("/console/site/webhooks/new", &wrong).await.expect(422);
    assert!(refused.says("The address must begin with https://."));
    assert_eq!(refused.value_of("description").as_deref(), Some("Badges"));

    let right = [
        ("edition", edition.as_str()),
        ("url", url.as_str()),
        ("description", "Badges"),
        ("events", "registration.created"),
        ("events", "registration.cancelled"),
    ];
    let made = admin.post("/console/site/webhooks/new", &right).await.expect(201);
    let secret = made.text_of("code");
    assert!(secret.starts_with("whsec_"), "{secret}");
    assert_eq!(made.header("cache-control"), "no-store");
    let test = made.addresses().into_iter().find(|path| path.ends_with("/test")).unwrap();
    let home = test.strip_suffix("/test").unwrap().to_owned();
    let page = admin.get(&home).await.expect(200);
    assert!(!page.body.contains(&secret) && page.says("Badges") && page.says("registration.cancelled"));

    admin.post(&test, &[]).await.expect(303);
    site.receiver.answers(&["418 Teapot\r\n\r\nshort and stout"]);
    send_all(&site.courier()).await;
    assert!(site.receiver.came()[0].verifies(&secret));
    let page = admin.get(&home).await.expect(200);
    assert!(page.says("webhook.test") && page.says("Not arriving"));
    let delivery = page.addresses().into_iter().find(|path| path.contains("/deliveries/")).unwrap();
    let log = admin.get(&delivery).await.expect(200);
    assert!(log.says("short and stout") && log.says("(418)") && log.says("Refused"));
    admin.post(&format!("{delivery}/redeliver"), &[]).await.expect(303);
    send_all(&site.courier()).await;
    assert!(admin.get(&delivery).await.says("Delivered"));
    assert!(admin.get(&format!("{home}?state=failed")).await.says("No deliveries here"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_admin_changes_rests_and_removes_a_webhook() {
    let site = Site::open().await;
    let (hook, before) = site.hook(&["call.closed"]).await;
    let (admin, home) = (&site.admin, format!("/console/site/webhooks/{}", hook.id));
    let form = admin.get(&format!("{home}/edit")).await.expect(200);
    assert_eq!(form.value_of("url").as_deref(), Some(site.receiver.url().as_str()));
    let change = [("url", "https://example.org/new"), ("description", ""), ("events", "edition.changed")];
    admin.post(&format!("{home}/edit"), &change).await.expect(303);
    assert!(admin.get(&home).await.says("https://example.org/new"));

    let rotated = admin.post(&format!("{home}/rotate"), &[]).await.expect(200);
    assert!(rotated.text_of("code").starts_with("whsec_") && !rotated.body.contains(&before));
    admin.post(&format!("{home}/pause"), &[]).await.expect(303);
    assert!(admin.post(&format!("{home}/pause"), &[]).await.expect(409).says("This webhook is not active."));
    assert!(admin.get("/console/site/webhooks").await.says("Paused"));
    admin.post(&format!("{home}/resume"), &[]).await.expect(303);
    admin.post(&format!("{home}/redeliver"), &[("since", "nonsense")]).await.expect(422);
    admin.post(&format!("{home}/redeliver"), &[("since", "2026-11-01T00:00")]).await.expect(303);
    admin.post(&format!("{home}/remove"), &[]).await.expect(303);
    admin.get(&home).await.expect(404);
}
