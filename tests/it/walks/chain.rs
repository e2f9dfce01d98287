//! From a decision to a slot that was given up and handed on, on phones.

use plenary::accounts::{self, proofs::System};
use serde_json::json;

use super::attendee::take_with;
use crate::programme::given_up::Chain;

#[tokio::test(flavor = "multi_thread")]
async fn a_slot_that_is_turned_down_goes_to_the_next_on_standby_by_one_button() {
    let chain = Chain::decided(false).await;
    let mut links = Vec::new();
    for staff in std::iter::once(&chain.organiser).chain(&chain.founders) {
        let account = staff.account.id;
        let link = chain.app.app.db.transaction(async |tx| {
            accounts::one_time_link(tx, &System::shell(), &chain.app.app.keys, account).await
        });
        links.push(link.await.unwrap());
    }
    let page = |at: usize| {
        let company = chain.members[at].company();
        format!("/zh-Hant/account/companies/{company}/applications/{}", chain.demos[at])
    };
    let facts = json!({ "links": links, "pages": [page(0), page(1), page(2)] });
    take_with("chain", &chain.app, facts).await;
}
