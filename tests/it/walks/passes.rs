//! Passes of a company's team: handed out, claimed, given to somebody else, on phones.

use plenary::accounts::{self, proofs::System};
use serde_json::json;

use super::attendee::take_with;
use crate::companies::passes::Team;

#[tokio::test(flavor = "multi_thread")]
async fn a_coordinator_hands_passes_out_and_gives_one_to_somebody_else() {
    let team = Team::ready(10, 2).await;
    let link = team.app.app.db.transaction(async |tx| {
        accounts::one_time_link(tx, &System::shell(), &team.app.app.keys, team.ada.account.id).await
    });
    let page = format!("/zh-Hant/account/companies/{}/applications/{}", team.who.company(), team.demo);
    let facts = json!({ "link": link.await.unwrap(), "page": page });
    take_with("passes", &team.app, facts).await;
}
