//! Judges vote on an award on the day, and the chair watches.

use plenary::accounts::{self, proofs::System};
use serde_json::json;

use crate::{console::awards::stage, support::browser::walk};

#[tokio::test(flavor = "multi_thread")]
async fn judges_vote_on_tablet_and_phone_while_the_chair_watches() {
    let stage = stage(&["Alpha", "Beta", "Gamma"], &["ada", "bob"]).await;
    stage.open().await;
    let mut links = Vec::new();
    for who in stage.judges.iter().chain([&stage.chair]) {
        let account = who.account.id;
        let link = stage.app.app.db.transaction(async |tx| {
            accounts::one_time_link(tx, &System::shell(), &stage.app.app.keys, account).await
        });
        links.push(link.await.unwrap());
    }
    let facts = json!({ "links": links, "ballot": stage.ballot, "award": stage.award });
    walk(&stage.app.base, "awards", facts).await.unwrap_or_else(|problems| panic!("{problems}"));
}
