//! Sending links and claiming with them.

use plenary::registrations::{self, Admitted, PassState};
use reqwest::Method;
use serde_json::{Value, json};

use super::{Team, code};
use crate::support::page::Page;

#[tokio::test(flavor = "multi_thread")]
async fn whoever_claims_owns_her_data_and_the_company_sees_her_name_alone() {
    let team = Team::ready(10, 2).await;
    let sent = team.send("Bob").await.unwrap();
    let mailed = "mail WHERE template = 'pass-claim' AND recipient = 'bob@example.org' AND lang = 'zh-Hant'";
    assert_eq!(team.count(mailed).await, 1);
    let holder = team.holder(&team.secret(sent.id).await).await.unwrap();
    let claimed = team.claim(&holder, "Robert").await.unwrap();
    assert!(matches!(claimed, Admitted::New { state: registrations::State::Confirmed, .. }));
    assert_eq!((team.standing().await.as_str(), team.taken().await), ("claimed 1, free 1", 2));
    let mut conn = team.app.app.db.read().await.unwrap();
    let seen = registrations::passes_of(&mut conn, &team.who, team.demo).await.unwrap();
    let told = serde_json::to_string(&seen).unwrap();
    assert_eq!(seen[0].claimed_by.as_ref().unwrap().latin(), Some("Robert"));
    assert!(!told.contains("example.org") && !told.contains("Bob"), "{told}");
    assert_eq!(
        team.count("mail WHERE recipient = 'bob@example.org'").await,
        0,
        "what was typed is forgotten"
    );
    let confirmed = "mail WHERE template = 'registration-confirmed' AND recipient = 'robert@example.org'";
    assert_eq!(team.count(confirmed).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_serves_once_and_says_what_became_of_it() {
    let team = Team::ready(10, 1).await;
    let sent = team.send("Bob").await.unwrap();
    let secret = team.secret(sent.id).await;
    let holder = team.holder(&secret).await.unwrap();
    team.claim(&holder, "Bob").await.unwrap();
    assert_eq!(code(&team.claim(&holder, "Eve").await.unwrap_err()), "pass_claimed");
    let namesake = team.claim_as(&holder, "Bob Ray", "bob@example.org").await;
    assert_eq!(code(&namesake.unwrap_err()), "pass_claimed", "somebody else with his address");
    assert_eq!(code(&team.send("Eve").await.unwrap_err()), "no_pass_free");
    team.take_back(sent.id, PassState::Claimed).await.unwrap();
    assert_eq!(code(&team.holder(&secret).await.unwrap_err()), "pass_taken_back");
    let mut forged = secret.clone().into_bytes();
    forged[42] = if forged[42] == b'A' { b'E' } else { b'A' };
    assert_eq!(code(&team.holder(&String::from_utf8(forged).unwrap()).await.unwrap_err()), "NotFound");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_ends_by_itself_and_can_be_sent_to_somebody_else() {
    let team = Team::ready(10, 1).await;
    let sent = team.send("Bob").await.unwrap();
    assert_eq!(code(&team.send("Bob").await.unwrap_err()), "no_pass_free");
    let holder = team.holder(&team.secret(sent.id).await).await.unwrap();
    team.app.run("UPDATE pass SET expires_at = now()").await;
    assert_eq!(code(&team.claim(&holder, "Bob").await.unwrap_err()), "pass_expired");
    team.take_back(sent.id, PassState::Sent).await.unwrap();
    assert_eq!(team.count("pass WHERE state = 'free' AND email IS NULL AND name IS NULL").await, 1);
    let again = team.send("Eve").await.unwrap();
    assert_eq!((again.id, team.taken().await), (sent.id, 1));
    assert_eq!(code(&team.claim(&holder, "Bob").await.unwrap_err()), "pass_taken_back", "the old proof");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_address_is_asked_once_at_a_time() {
    let team = Team::ready(10, 3).await;
    team.send("Bob").await.unwrap();
    assert_eq!(code(&team.send("BOB").await.unwrap_err()), "pass_sent_already");
    assert_eq!(team.standing().await, "free 2, sent 1");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pass_needs_no_approval_and_no_open_window_and_its_place_is_not_taken_twice() {
    let team = Team::ready(1, 1).await;
    team.app
        .run("UPDATE registration_type SET needs_approval = true, closes_at = now() - interval '1 day'")
        .await;
    let (_, admitted) = team.claimed("Bob").await;
    assert!(matches!(admitted, Admitted::New { state: registrations::State::Confirmed, .. }));
    assert_eq!(team.taken().await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_registered_already_keeps_that_and_the_pass_stays_open() {
    let team = Team::ready(10, 1).await;
    let known = team.app.attendee(&team.edition, "exhibitor", "Bob").await;
    let (sent, admitted) = team.claimed("Bob").await;
    assert_eq!(admitted, Admitted::Known(known));
    assert_eq!(team.standing().await, "sent 1");
    assert_eq!(team.count("mail WHERE template = 'registration-known'").await, 1);
    let holder = team.holder(&team.secret(sent.id).await).await.unwrap();
    let new = team.claim(&holder, "Eve").await.unwrap();
    assert!(matches!(new, Admitted::New { .. }));
    let again = team.claim(&holder, "Eve").await.unwrap();
    assert_eq!(again, Admitted::Repeated(new.id()), "a button pressed twice");
    assert_eq!(team.standing().await, "claimed 1");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_claims_with_the_secret_of_the_link() {
    let team = Team::ready(10, 1).await;
    let sent = team.send("Bob").await.unwrap();
    let secret = team.secret(sent.id).await;
    let visitor = team.app.visitor();
    let ask = async |method: Method, path: &str, body: Option<Value>| {
        let request = visitor.request(method, path).header("authorization", format!("Link {secret}"));
        Page::of(body.iter().fold(request, |request, body| request.json(body))).await
    };
    let pass = ask(Method::GET, "/api/v1/pass", None).await.expect(200).json();
    assert_eq!((&pass["edition"], &pass["type"]), (&json!("2026"), &json!("exhibitor")));
    assert!(!pass.to_string().contains("bob@"), "whose link it is knows her own address: {pass}");
    let claim = async |body| ask(Method::POST, "/api/v1/pass/claim?lang=zh-Hant", Some(body)).await;
    claim(json!({ "email": "nobody" })).await.expect(422);
    let bob = json!({ "type": "another", "name_latin": "Bob", "email": "bob@example.org" });
    let claimed = claim(bob.clone()).await;
    assert_eq!(claimed.expect(202).json()["received"], "bob@example.org");
    claim(bob).await.expect(202);
    assert_eq!(team.standing().await, "claimed 1", "asking twice is asking once");
    let eve = json!({ "name_latin": "Eve", "email": "eve@example.org" });
    assert_eq!(claim(eve).await.expect(409).code(), "pass_claimed");
    visitor.get("/api/v1/pass").await.expect(401);
}
