//! The public page of a call, and beginning there without an account.

use plenary::{calls::CodeFields, values::Moment};
use serde_json::json;

use crate::support::{app::TestApp, calls::call_fields, editions::fields};

const CALL: &str = "/en/2026/calls/talks";

#[tokio::test(flavor = "multi_thread")]
async fn a_call_is_found_from_the_editions_home_and_says_until_when() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    assert!(!app.visitor().get("/en/2026").await.expect(200).says("Call for talks"));
    app.call(&edition, call_fields("talks")).await;
    assert!(app.visitor().get("/en/2026").await.says("Call for talks"));
    assert!(app.visitor().get("/en/2026/calls").await.says("Open until"));
    let page = app.visitor().get("/zh-Hant/2026/calls/talks").await.expect(200);
    assert!(page.says("演講徵集") && page.says("歡迎提交") && page.says("香港時間"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stranger_begins_and_the_answer_is_the_same_for_an_address_that_is_known() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    app.call(&edition, call_fields("talks")).await;
    let long = "a".repeat(201);
    let wrong = [("email", "no address"), ("title.en", long.as_str()), ("summary.en", "Kept")];
    let refused = app.visitor().post(CALL, &wrong).await.expect(422);
    let beside = refused.addresses();
    assert!(beside.contains(&"#f-email".to_owned()) && beside.contains(&"#f-title".to_owned()));
    assert!(refused.body.contains(&long) && refused.says("Kept"), "nothing typed is lost");

    let mut answers = Vec::new();
    for (email, key) in [("mei@example.org", "a"), ("mei@example.org", "b"), ("lau@example.org", "c")] {
        let visitor = app.visitor();
        let form = [("email", email), ("title.en", "Robots"), ("_key", key)];
        let went = visitor.post(CALL, &form).await.expect(303).location().to_owned();
        visitor.post(CALL, &form).await.expect(303);
        answers.push((went.clone(), visitor.get(&went).await.expect(200).body.replace(email, "")));
    }
    assert!(answers.iter().all(|answer| *answer == answers[0]));
    let made: i64 = app.one("SELECT count(*) FROM submission").await;
    assert_eq!(made, 3, "a form that is sent twice begins once");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_link_is_sent_again_and_strangers_learn_nothing() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    app.call(&edition, call_fields("talks")).await;
    app.visitor().post(CALL, &[("email", "mei@example.org")]).await.expect(303);
    let again = format!("{CALL}/send-again");
    for (address, mails) in [("nobody@example.org", 1), ("mei@example.org", 2)] {
        let answer = app.visitor().post(&again, &[("address", address)]).await.expect(303);
        assert_eq!(answer.location(), format!("{CALL}/received?resent=yes"));
        assert_eq!(app.mails().await.len(), mails);
    }
    app.visitor().post(&again, &[("address", "x")]).await.expect(422);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_by_code_is_there_for_whoever_types_the_code() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    let mut typed = call_fields("talks");
    typed["visibility"] = json!("code");
    let call = app.call(&edition, typed).await;
    let who = app.plans(&edition);
    let new = fields::<CodeFields>(json!({})).parse(&edition.zone).unwrap();
    let issue = app.app.db.transaction(async |tx| plenary::calls::issue_code(tx, &who, call.id, new).await);
    let code = issue.await.unwrap().code;
    app.visitor().get(CALL).await.expect(404);
    app.visitor().get(&format!("{CALL}?code=AAAA-AAAA")).await.expect(404);
    assert!(app.visitor().get("/en/2026/calls?code=x").await.expect(422).says("does not work"));
    let typed = code.to_lowercase().replace('-', "");
    let page = app.visitor().get(&format!("/en/2026/calls?code={typed}")).await.expect(303);
    app.visitor().get(page.location()).await.expect(200);
    let begun = app.visitor().post(page.location(), &[("email", "mei@example.org")]).await.expect(303);
    assert!(begun.location().starts_with(&format!("{CALL}/received?code=")));
    assert!(call.state(Moment::now()) == plenary::calls::CallState::Open);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_call_offers_no_form_and_takes_nothing() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    app.call(&edition, call_fields("talks")).await;
    app.run("UPDATE call SET opens_at = now() - interval '2 days', closes_at = now() - interval '1 day'")
        .await;
    let page = app.visitor().get(CALL).await.expect(200);
    assert!(page.says("Closed on") && !page.body.contains("name=\"title.en\""));
    app.visitor().post(CALL, &[("email", "mei@example.org")]).await.expect(409);
}
