//! One's own account.

use plenary::accounts::RoleAt;

use crate::support::{app::TestApp, page::Page};

#[tokio::test(flavor = "multi_thread")]
async fn she_changes_her_name_and_what_is_wrong_comes_back_as_typed() {
    let app = TestApp::start().await;
    let her = app.admin().await;
    let refused = her.post("/account/profile", &[("name", ""), ("lang", "fr")]).await.expect(422);
    assert_eq!(refused.value_of("name").as_deref(), Some(""));
    assert!(refused.says("Choose one of the three languages."));
    let saved = her.post("/account/profile", &[("name", "Chan Tai Man"), ("lang", "zh-Hant")]).await;
    assert_eq!(saved.expect(303).location(), "/account?done=profile");
    let page = her.get("/account?done=profile").await.expect(200);
    assert_eq!(page.value_of("name").as_deref(), Some("Chan Tai Man"));
    assert!(page.says("已儲存。"), "in her language");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_password_ends_the_session_it_was_set_in_and_begins_another() {
    let app = TestApp::start().await;
    let her = app.admin().await;
    let weak = her.post("/account/password", &[("new", "password1")]).await.expect(422);
    assert!(weak.says("This password is easy to guess."));
    let elsewhere = app.sign_in(her.account.clone()).await;
    let set = her.post("/account/password", &[("new", "four words kx7 vQ9 apart")]).await.expect(303);
    assert_eq!(set.location(), "/account?done=password");
    her.get("/account").await.expect(200);
    elsewhere.get("/account").await.expect(303);
}

#[tokio::test(flavor = "multi_thread")]
async fn she_sees_where_she_is_signed_in_and_ends_it_there() {
    let app = TestApp::start().await;
    let her = app.admin().await;
    let (phone, library) = (app.sign_in(her.account.clone()).await, app.sign_in(her.account.clone()).await);
    let page = her.get("/account").await.expect(200);
    assert!(page.says("This browser"));
    assert_eq!(ends(&page).len(), 2);
    let of_phone = format!("/account/sessions/{}/end", phone.proof().session());
    assert_eq!(her.post(&of_phone, &[]).await.expect(303).location(), "/account?done=signed-out");
    phone.get("/account").await.expect(303);
    library.get("/account").await.expect(200);
    her.post(&of_phone, &[]).await.expect(404);
    her.post("/account/sessions/end-others", &[]).await.expect(303);
    library.get("/account").await.expect(303);
    her.get("/account").await.expect(200);
}

fn ends(page: &Page) -> Vec<String> {
    let ends = |path: &String| path.starts_with("/account/sessions/") && path.ends_with("/end");
    page.addresses().into_iter().filter(ends).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_ends_somebody_elses_session() {
    let app = TestApp::start().await;
    let (her, other) = (app.admin().await, app.staff("other", &[RoleAt::ADMIN]).await);
    other.post(&format!("/account/sessions/{}/end", her.proof().session()), &[]).await.expect(404);
    her.get("/account").await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_refused_at_the_sign_in_stands_beside_what_was_typed() {
    let app = TestApp::start().await;
    app.admin().await;
    let visitor = app.visitor();
    let mistyped =
        visitor.post("/sign-in/mail", &[("email", "admin@"), ("next", "/account")]).await.expect(422);
    assert_eq!(mistyped.value_of("email").as_deref(), Some("admin@"));
    assert_eq!(mistyped.value_of("next").as_deref(), Some("/account"));

    let typed = [("email", "admin@example.org"), ("password", "not hers at all")];
    visitor.post("/sign-in", &typed).await.expect(422);
    app.run("UPDATE attempt SET hits = 100 WHERE bucket LIKE 'password:%'").await;
    let paused = visitor.post("/sign-in", &typed).await.expect(409);
    assert_eq!(paused.value_of("email").as_deref(), Some("admin@example.org"));
    assert!(paused.says("Please sign in by email for now."), "{}", paused.body);
    assert!(paused.body.contains("formaction=\"/sign-in/mail\""), "the other way stands beside");
    assert!(!paused.body.contains("not hers at all"));
}
