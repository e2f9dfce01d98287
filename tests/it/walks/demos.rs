//! Anybody sees what companies show, and the venue what they need.

use plenary::accounts::{self, proofs::System};
use serde_json::json;

use crate::{programme::on_show::Show, support::browser::walk};

#[tokio::test(flavor = "multi_thread")]
async fn anybody_finds_what_companies_show_and_the_venue_what_they_need() {
    let show = Show::on_show().await;
    let organiser = show.app.organiser(show.edition.id).await;
    let link = show.app.app.db.transaction(async |tx| {
        accounts::one_time_link(tx, &System::shell(), &show.app.app.keys, organiser.account.id).await
    });
    let company = show.who.company().to_string();
    let facts = json!({ "edition": "2026", "company": company, "link": link.await.unwrap() });
    walk(&show.app.base, "demos", facts).await.unwrap_or_else(|problems| panic!("{problems}"));
}
