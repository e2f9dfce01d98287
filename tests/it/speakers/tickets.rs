//! The registration and the ticket of who is on stage come by themselves.

use plenary::{jobs, submissions::Decision};

use crate::support::{app::TestApp, calls::call_fields};

#[tokio::test(flavor = "multi_thread")]
async fn whoever_confirms_has_a_ticket_without_a_second_form() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    let pool = app.pool(edition.id, 5).await;
    app.way(&edition, "speaker", &[pool]).await;
    let call = app.call(&edition, call_fields("talks")).await;
    let mei = app.speaker(&edition, "Chan Mei").await;
    let id = app.submission(&call, &edition, mei.id).await;
    app.told(&edition, id, Decision::Accepted).await;
    jobs::run_once(&app.app).await.unwrap();
    assert_eq!(app.one::<i64>("SELECT count(*) FROM registration").await, 0, "she has not confirmed yet");

    let browser = app.presents(&edition, mei.id).await;
    browser.post(&format!("/en/2026/speaker/submissions/{id}/confirm"), &[]).await.expect(303);
    for _ in 0..2 {
        jobs::run_once(&app.app).await.unwrap();
        let made = "SELECT string_agg(name_latin || ' ' || state || ' ' || email, ',') FROM registration";
        assert_eq!(app.one::<String>(made).await, "Chan Mei confirmed chan.mei@example.org");
    }
    let ticket = app.mailed("ticket").await;
    assert!(app.visitor().get(&format!("/t/{ticket}")).await.expect(200).says("Chan Mei"));

    // What she cancels stays cancelled.
    app.run("UPDATE registration SET state = 'cancelled', holds = false, cancelled_at = now(), cancelled_reason = 'attendee'")
        .await;
    jobs::run_once(&app.app).await.unwrap();
    assert_eq!(app.one::<i64>("SELECT count(*) FROM registration").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_registered_before_keeps_that_and_editions_without_the_type_register_nobody() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    app.way(&edition, "guest", &[]).await;
    let call = app.call(&edition, call_fields("talks")).await;
    let mei = app.speaker(&edition, "Chan Mei").await;
    let id = app.submission(&call, &edition, mei.id).await;
    app.told(&edition, id, Decision::Accepted).await;
    let browser = app.presents(&edition, mei.id).await;
    browser.post(&format!("/en/2026/speaker/submissions/{id}/confirm"), &[]).await.expect(303);
    jobs::run_once(&app.app).await.unwrap();
    assert_eq!(app.one::<i64>("SELECT count(*) FROM registration").await, 0);
    app.attendee(&edition, "guest", "Chan Mei").await;
    app.way(&edition, "speaker", &[]).await;
    jobs::run_once(&app.app).await.unwrap();
    assert_eq!(app.one::<i64>("SELECT count(*) FROM registration").await, 1);
    assert_eq!(app.one::<i64>("SELECT count(*) FROM speaker_registration").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_else_comes_in_by_the_speakers_type() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    app.way(&edition, "guest", &[]).await;
    app.way(&edition, "speaker", &[]).await;
    let visitor = app.visitor();
    let form = visitor.get("/en/2026/register").await.expect(200);
    assert!(
        form.body.contains("value=\"guest\"") && !form.body.contains("value=\"speaker\""),
        "{}",
        form.body
    );
    let typed = [("type", "speaker"), ("email", "eve@example.org"), ("name_latin", "Eve")];
    visitor.post("/en/2026/register", &typed).await.expect(404);
    assert_eq!(app.one::<i64>("SELECT count(*) FROM registration").await, 0);
}
