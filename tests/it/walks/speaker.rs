//! A speaker whom nobody invited, on a phone.

use super::attendee::take;
use crate::support::{app::TestApp, calls::call_fields};

#[tokio::test(flavor = "multi_thread")]
async fn a_speaker_answers_a_call_on_a_phone_and_always_knows_where_it_stands() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    app.call(&edition, call_fields("talks")).await;
    take("speaker", &app).await;
}
