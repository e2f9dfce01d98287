//! The programme on a page of another origin.

use actix_web::{App, HttpResponse, HttpServer, web};
use serde_json::json;

use crate::{programme::Making, support::browser::walk};

#[tokio::test(flavor = "multi_thread")]
async fn another_site_shows_the_programme_by_one_script_tag() {
    let making = Making::begin().await;
    let hall = making.room("hall", 100).await;
    let ada = making.speaker("Ada Lovelace").await;
    let session = making.session("<b>Engines</b>", &[&ada]).await;
    let session = making.place(&session, &[hall], 0).await.unwrap();
    let other = making.session("Compilers", &[]).await;
    making.place(&other, &[hall], 60).await.unwrap();
    making.release("v1").await.unwrap();
    making.app.refresh().await;
    assert_eq!(session.minutes, 30);

    let forum = making.app.base.clone();
    let page = format!(
        "<!doctype html><html lang=en><title>Another site</title><link rel=icon href=data:,>\
         <meta name=viewport content='width=device-width'><main><h1>Another site</h1>\
         <script src='{forum}/en/2026/embed.js' async></script>\
         <noscript><a href='{forum}/en/2026/programme'>Programme</a></noscript></main></html>"
    );
    let serve = move || {
        let page = page.clone();
        App::new().route(
            "/",
            web::get().to(move || {
                let answer = HttpResponse::Ok().content_type("text/html; charset=utf-8").body(page.clone());
                async { answer }
            }),
        )
    };
    let server = HttpServer::new(serve).workers(1).disable_signals().bind(("127.0.0.1", 0)).unwrap();
    let base = format!("http://{}", server.addrs().first().unwrap());
    let running = server.run();
    let handle = running.handle();
    tokio::spawn(running);
    let walked = walk(&base, "embed", json!({ "forum": forum })).await;
    handle.stop(false).await;
    walked.unwrap_or_else(|problems| panic!("{problems}"));
}
