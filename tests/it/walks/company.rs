//! A founder whom nobody knows, on a phone.

use super::attendee::take;
use crate::support::app::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn a_founder_makes_her_company_and_applies_on_a_phone() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    app.demo_call(&edition).await;
    take("company", &app).await;
}
