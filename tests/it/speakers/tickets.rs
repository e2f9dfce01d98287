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
async fn who_turns_down_later_gives_her_place_back_once_nothing_is_left() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    let pool = app.pool(edition.id, 5).await;
    app.way(&edition, "speaker", &[pool]).await;
    let call = app.call(&edition, call_fields("talks")).await;
    let mei = app.speaker(&edition, "Chan Mei").await;
    let (first, second) =
        (app.submission(&call, &edition, mei.id).await, app.submission(&call, &edition, mei.id).await);
    for id in [first, second] {
        app.told(&edition, id, Decision::Accepted).await;
    }
    let browser = app.presents(&edition, mei.id).await;
    let answers = async |id, answer| {
        browser.post(&format!("/en/2026/speaker/submissions/{id}/{answer}"), &[]).await.expect(303);
        jobs::run_once(&app.app).await.unwrap();
        let standing = "SELECT state || ' ' || coalesce(cancelled_reason, '-') || ' ' || \
            (SELECT sum(taken) FROM capacity_pool) FROM registration ORDER BY arrival DESC LIMIT 1";
        app.one::<String>(standing).await
    };
    assert_eq!(answers(first, "confirm").await, "confirmed - 1");
    assert_eq!(answers(second, "confirm").await, "confirmed - 1");
    assert_eq!(answers(first, "turn-down").await, "confirmed - 1", "she still has the other");
    assert_eq!(answers(second, "turn-down").await, "cancelled off-stage 0");
    assert_eq!(
        app.one::<i64>("SELECT count(*) FROM mail WHERE template = 'registration-cancelled'").await,
        1
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_she_registered_by_herself_stays_when_she_turns_down() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    for slug in ["guest", "speaker"] {
        app.way(&edition, slug, &[]).await;
    }
    let call = app.call(&edition, call_fields("talks")).await;
    let mei = app.speaker(&edition, "Chan Mei").await;
    app.attendee(&edition, "guest", "Chan Mei").await;
    let id = app.submission(&call, &edition, mei.id).await;
    app.told(&edition, id, Decision::Accepted).await;
    let browser = app.presents(&edition, mei.id).await;
    for answer in ["confirm", "turn-down"] {
        browser.post(&format!("/en/2026/speaker/submissions/{id}/{answer}"), &[]).await.expect(303);
        jobs::run_once(&app.app).await.unwrap();
    }
    assert_eq!(app.one::<String>("SELECT state FROM registration").await, "confirmed");
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
