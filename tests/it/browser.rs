//! The browser tests themselves are tested: a good page passes, and each kind of bad page is noticed.

use actix_web::{App, HttpResponse, HttpServer, http::header, web};
use serde_json::{Value, json};

use crate::support::browser::walk;

/// Each kind of bad page, and what must be said of it.
const BAD: [(&str, &str); 8] = [
    ("<p><img src=data:,></p>", "axe image-alt"),
    ("<h4>小題</h4>", "axe heading-order (moderate)"),
    ("<script>1</script>", "directive 'script-src"),
    ("<p style='color:red'>紅</p>", "directive 'style-src"),
    ("<script src=/throws.js></script>", "exception: Error: thrown"),
    ("<script src=/missing.js></script>", "missing.js: answered 404"),
    ("<img alt=圖 src=http://127.0.0.2/other.png>", "asked another origin: http://127.0.0.2/other.png"),
    (
        "<pre>很長很長很長很長很長很長很長很長很長很長很長很長很長很長很長很長很長很長很長很長</pre>",
        "px wider than",
    ),
];

/// A page that has nothing wrong with it, around `body`.
fn page(body: &str) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; img-src *; script-src 'self'; style-src 'self'",
        ))
        .content_type("text/html; charset=utf-8")
        .body(format!(
            "<!doctype html><html lang=zh-Hant><title>一頁</title><link rel=icon href=/icon.png>\
             <meta name=viewport content='width=device-width'><main><h1>一頁</h1>{body}</main></html>"
        ))
}

async fn bad(index: web::Path<usize>) -> HttpResponse {
    BAD.get(index.into_inner()).map_or_else(|| HttpResponse::NotFound().body("-"), |(body, _)| page(body))
}

/// Serves the pages and takes the browser through those that `facts` names.
async fn selfcheck(facts: Value) -> Result<(), String> {
    let server = HttpServer::new(|| {
        App::new()
            .route("/", web::get().to(async || page("<p>好</p>")))
            .route("/bad/{index}", web::get().to(bad))
            .route("/icon.png", web::get().to(async || ""))
            .route("/throws.js", web::get().to(async || "throw new Error('thrown')"))
    });
    let server = server.workers(1).disable_signals().bind(("127.0.0.1", 0)).unwrap();
    let base = format!("http://{}", server.addrs().first().unwrap());
    let running = server.run();
    let handle = running.handle();
    tokio::spawn(running);
    let outcome = walk(&base, "selfcheck", facts).await;
    handle.stop(false).await;
    outcome
}

#[tokio::test(flavor = "multi_thread")]
async fn a_good_page_passes_with_and_without_scripts() {
    selfcheck(json!({ "urls": ["/"] })).await.unwrap();
    selfcheck(json!({ "urls": ["/"], "options": { "javaScriptEnabled": false } })).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn every_kind_of_bad_page_is_noticed() {
    let urls: Vec<String> = (0..=BAD.len()).map(|index| format!("/bad/{index}")).collect();
    let problems = selfcheck(json!({ "urls": urls })).await.unwrap_err();
    for (body, noticed) in BAD {
        assert!(problems.contains(noticed), "{body} is not noticed in: {problems}");
    }
    assert!(problems.contains("/bad/8: answered 404, not 200"), "{problems}");
}
