//! Somebody of the programme who makes it on the grid, and releases it.

use plenary::accounts::{self, Role, proofs::System};
use serde_json::json;

use crate::{programme::Making, support::browser::walk};

#[tokio::test(flavor = "multi_thread")]
async fn a_programme_is_made_on_the_grid_and_released() {
    let making = Making::begin().await;
    for (slug, capacity) in [("hall", 300), ("annex", 80)] {
        making.room(slug, capacity).await;
    }
    let staff = making.app.with_role(Role::Programme, making.edition.id).await;
    let keys = &making.app.app.keys;
    let begin =
        async |tx: &mut _| accounts::one_time_link(tx, &System::shell(), keys, staff.account.id).await;
    let link = format!("/in/{}", making.verb(begin).await.unwrap());
    let walked = walk(&making.app.base, "programme", json!({ "link": link })).await;
    walked.unwrap_or_else(|problems| panic!("{problems}"));
}
