//! A chair gives out the slots of a call.

use plenary::accounts::{self, proofs::System};
use serde_json::json;

use crate::{console::allocation::stage, support::browser::walk};

#[tokio::test(flavor = "multi_thread")]
async fn a_chair_proposes_tries_and_accepts_on_a_phone_and_at_a_desk() {
    let stage = stage().await;
    stage.slots("3").await;
    stage.close().await;
    let account = stage.organiser.account.id;
    let mut links = Vec::new();
    for _ in 0..3 {
        let link = stage.app.app.db.transaction(async |tx| {
            accounts::one_time_link(tx, &System::shell(), &stage.app.app.keys, account).await
        });
        links.push(link.await.unwrap());
    }
    let bound = format!("tracks.{}.max", stage.track("bio").await);
    let facts = json!({ "links": links, "call": stage.call, "bound": bound });
    walk(&stage.app.base, "allocation", facts).await.unwrap_or_else(|problems| panic!("{problems}"));
}
