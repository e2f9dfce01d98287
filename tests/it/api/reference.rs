//! The reference page: whole, in three languages, without scripts.

use std::collections::BTreeSet;

use super::document::{operations, read};
use crate::support::app::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn every_operation_and_every_shape_stands_on_the_page() {
    let app = TestApp::start().await;
    let page = app.visitor().get("/api/docs").await.expect(200);
    let document = read();
    for (method, path, operation) in operations(&document) {
        let id = operation["operationId"].as_str().unwrap();
        assert!(page.body.contains(&format!("id=\"{id}\"")), "{method} {path}");
    }
    for shape in document["components"]["schemas"].as_object().unwrap().keys() {
        assert!(page.body.contains(&format!("id=\"shape-{shape}\"")), "{shape}");
    }
    assert!(!page.body.contains("<script"));
    assert!(page.body.contains("curl") && page.body.contains("Idempotency-Key"));
}

#[tokio::test(flavor = "multi_thread")]
async fn every_link_within_the_page_leads_somewhere() {
    let app = TestApp::start().await;
    let page = app.visitor().get("/api/docs").await.expect(200);
    let found = |mark: &str| -> Vec<String> {
        page.body.split(mark).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
    };
    let anchors = found(" id=\"");
    let distinct: BTreeSet<_> = anchors.iter().collect();
    assert_eq!(distinct.len(), anchors.len(), "an anchor stands twice");
    for link in found("href=\"#") {
        assert!(distinct.contains(&link), "#{link} leads nowhere");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_frame_speaks_the_readers_language() {
    let app = TestApp::start().await;
    let visitor = app.visitor();
    for (lang, words) in
        [("en", "OpenAPI document"), ("zh-Hant", "OpenAPI 文件"), ("zh-Hans", "OpenAPI 文档")]
    {
        let page = visitor.get(&format!("/api/docs?lang={lang}")).await.expect(200);
        assert!(page.says(words) && page.body.contains(&format!("<html lang=\"{lang}\">")), "{lang}");
    }
}
