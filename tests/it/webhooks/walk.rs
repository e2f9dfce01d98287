//! An admin's webhooks in a browser.

use plenary::accounts::{self, proofs::System};
use serde_json::json;

use super::site::{Site, send_all};
use crate::support::browser::walk;

#[tokio::test(flavor = "multi_thread")]
async fn an_admin_adds_and_tests_a_webhook_on_a_phone_and_at_a_desk() {
    let site = Site::open().await;
    let (hook, _) = site.hook(&["registration.created", "registration.cancelled"]).await;
    let delivery = site.send_test(&hook).await;
    site.receiver.answers(&["503 Away\r\n\r\nback at nine"]);
    send_all(&site.courier()).await;
    let mut links = Vec::new();
    for _ in 0..3 {
        let (keys, account) = (&site.app.app.keys, site.admin.account.id);
        let link = site
            .app
            .app
            .db
            .transaction(async |tx| accounts::one_time_link(tx, &System::shell(), keys, account).await);
        links.push(link.await.unwrap());
    }
    let facts = json!({ "links": links, "url": site.receiver.url(), "hook": hook.id, "delivery": delivery });
    walk(&site.app.base, "webhooks", facts).await.unwrap_or_else(|problems| panic!("{problems}"));
}
