//! Somebody who reads the sample's programme on a phone and stars what she wants to see.

use plenary::{accounts::proofs::System, sample, values::Moment};
use serde_json::json;

use crate::support::{app::TestApp, browser::walk};

#[tokio::test(flavor = "multi_thread")]
async fn a_visitor_finds_her_way_through_the_programme() {
    let app = TestApp::start().await;
    let (keys, now) = (&app.app.keys, Moment::now());
    let load = app.app.db.transaction(async |tx| sample::load(tx, &System::duty(), keys, now).await);
    load.await.unwrap();
    app.refresh().await;
    let edition: String = app.one("SELECT slug FROM edition WHERE state = 'published'").await;
    let walked = walk(&app.base, "visitor", json!({ "edition": edition })).await;
    walked.unwrap_or_else(|problems| panic!("{problems}"));
}
