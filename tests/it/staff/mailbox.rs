//! The mailbox of a first look.

use reqwest::Method;

use super::deliver;
use crate::support::{app::TestApp, page::Page};

#[tokio::test(flavor = "multi_thread")]
async fn mails_that_stayed_on_this_machine_are_read_with_links_that_work() {
    let app = TestApp::start().await;
    let somebody = app.visitor();
    assert!(somebody.get("/mailbox").await.expect(200).says("No mails yet"));
    app.admin().await;
    somebody.post("/sign-in/mail", &[("email", "admin@example.org")]).await.expect(303);
    deliver(&app).await;
    let list = somebody.get("/mailbox").await.expect(200);
    let letter = list.addresses().into_iter().find(|path| path.starts_with("/mailbox/")).unwrap();
    let page = somebody.get(&letter).await.expect(200);
    assert!(page.says("admin@example.org"));
    let html = somebody.get(&format!("{letter}/html")).await.expect(200);
    assert!(html.addresses().iter().any(|address| address.contains("/in/")));
    let policy = html.header("content-security-policy");
    assert!(policy.contains("default-src 'none'") && !policy.contains("allow-scripts"), "{policy}");
}

#[tokio::test(flavor = "multi_thread")]
async fn there_is_no_mailbox_behind_a_proxy_or_beside_a_mail_server() {
    let app = TestApp::start().await;
    for header in ["forwarded", "x-forwarded-for", "x-real-ip", "via"] {
        let handed_on = app.visitor().request(Method::GET, "/mailbox").header(header, "192.0.2.1");
        Page::of(handed_on).await.expect(404);
    }
    let beside =
        [("PLENARY_SMTP_URL", "smtp://127.0.0.1:2525"), ("PLENARY_MAIL_FROM", "Forum <forum@example.org>")];
    let served = TestApp::with(&beside).await;
    served.visitor().get("/mailbox").await.expect(404);
}
