//! API tokens: made within one's own roles, shown once.

use plenary::accounts::Role;

use crate::support::{
    app::TestApp,
    client::{Client, Credential},
};

#[tokio::test(flavor = "multi_thread")]
async fn a_token_is_shown_once_and_works_until_it_is_revoked() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    let her = app.organiser(edition.id).await;
    let fields = [("name", "badge printer"), ("scopes", "desk:read"), ("edition", ""), ("days", "30")];
    let made = her.post("/account/tokens", &fields).await.expect(201);
    let secret = made.text_of("code");
    assert!(secret.starts_with("plenary_"), "{secret}");
    assert_eq!(made.header("cache-control"), "no-store");
    let list = her.get("/account/tokens").await.expect(200);
    assert!(list.says("badge printer") && !list.body.contains(&secret));

    let authorization = Some(format!("Bearer {secret}"));
    let program = Client::new(&app.base, Credential { authorization, ..Credential::default() });
    program.get("/api/v1/editions/2026/registrations").await.expect(200);
    let revoke = list.addresses().into_iter().find(|path| path.ends_with("/revoke")).unwrap();
    her.post(&revoke, &[]).await.expect(303);
    program.get("/api/v1/editions/2026/registrations").await.expect(401);
    assert!(her.get("/account/tokens").await.says("Revoked"));
}

#[tokio::test(flavor = "multi_thread")]
async fn only_scopes_within_her_roles_are_offered_and_given() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    let desk = app.with_role(Role::Desk, edition.id).await;
    let page = desk.get("/account/tokens").await.expect(200);
    assert!(page.body.contains("value=\"desk:write\"") && page.body.contains("value=\"observer:read\""));
    assert!(!page.body.contains("value=\"organiser:read\""));
    let beyond = [("name", "x"), ("scopes", "organiser:read"), ("edition", ""), ("days", "30")];
    let refused = desk.post("/account/tokens", &beyond).await.expect(422);
    assert!(refused.says("Your own role does not reach as far as organiser:read."));
    assert_eq!(refused.value_of("name").as_deref(), Some("x"));
}
