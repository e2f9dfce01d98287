//! An organiser who opens the next edition from the sample's.

use plenary::{
    accounts::{self, proofs::System},
    editions, sample,
    values::Moment,
};
use serde_json::json;

use crate::support::{app::TestApp, browser::walk};

#[tokio::test(flavor = "multi_thread")]
async fn an_organiser_opens_the_next_edition_on_a_phone() {
    let app = TestApp::start().await;
    let (db, keys) = (&app.app.db, &app.app.keys);
    let load = db.transaction(async |tx| {
        let organiser = sample::load(tx, &System::shell(), keys, Moment::now()).await?.expect("a sample");
        accounts::one_time_link(tx, &System::shell(), keys, organiser.id).await
    });
    let link = format!("/in/{}", load.await.unwrap());
    app.run("UPDATE account SET lang = 'zh-Hant'").await;
    let source = editions::current(&mut db.read().await.unwrap(), Moment::now()).await.unwrap().slug;
    let walked = walk(&app.base, "organiser", json!({ "link": link, "source": source })).await;
    walked.unwrap_or_else(|problems| panic!("{problems}"));
}
