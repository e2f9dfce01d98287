//! Every staff page in a real browser: three languages, a phone and a desk.

use serde_json::json;

use super::deliver;
use crate::support::{app::TestApp, browser::walk};

#[tokio::test(flavor = "multi_thread")]
async fn every_page_of_the_staff_is_sound_in_a_browser() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    let her = app.organiser(edition.id).await;
    let admin = app.admin().await;
    app.token(&admin, &["desk:read"], Some(edition.id)).await;
    let fields = [("email", "new@example.org"), ("name", "New"), ("lang", "en"), ("role", "desk")];
    her.post("/console/2026/team/invitations", &fields).await.expect(303);
    deliver(&app).await;
    let link = app.app.db.transaction(async |tx| {
        let shell = plenary::accounts::proofs::System::shell();
        let mut links = Vec::new();
        for _ in 0..2 {
            links.push(plenary::accounts::one_time_link(tx, &shell, &app.app.keys, admin.account.id).await?);
        }
        Ok(links)
    });
    let facts = json!({ "links": link.await.unwrap(), "account": her.account.id });
    walk(&app.base, "staff", facts).await.unwrap_or_else(|problems| panic!("{problems}"));
}
