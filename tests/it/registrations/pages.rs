//! What is refused on an attendee's pages stands beside the form that it was typed into.

use plenary::keys::Purpose;

use crate::support::app::TestApp;

const FORM: &str = "/en/2026/register";

#[tokio::test(flavor = "multi_thread")]
async fn who_comes_too_late_keeps_what_she_typed() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    app.way(&edition, "guest", &[]).await;
    app.run("UPDATE registration_type SET closes_at = now() - interval '1 day'").await;
    let typed = [("type", "guest"), ("email", "chan@example.org"), ("name_latin", "Chan Tai Man")];
    let late = app.visitor().post(FORM, &typed).await.expect(409);
    assert_eq!(late.value_of("name_latin").as_deref(), Some("Chan Tai Man"));
    assert!(late.body.contains("data-summary"), "why stands above the form");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_attendee_whose_details_were_corrected_meanwhile_keeps_what_she_typed() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    app.way(&edition, "guest", &[]).await;
    let id = app.attendee(&edition, "guest", "Chan Tai Man").await;
    let hers = app.visitor();
    hers.get(&format!("/m/{}", app.link(Purpose::Manage, id).await)).await.expect(303);
    let page = hers.get("/en/2026/manage").await.expect(200);
    let hers = hers.carrying(page.value_of("_csrf").unwrap());
    let seen = page.value_of("version").unwrap();
    app.run("UPDATE registration SET version = version + 1").await;

    let change = |version| [("name_latin", "Chan Mei"), ("version", version)];
    let late = hers.post("/en/2026/manage/change", &change(&seen)).await.expect(409);
    assert_eq!(late.value_of("name_latin").as_deref(), Some("Chan Mei"));
    let newest = late.value_of("version").unwrap();
    hers.post("/en/2026/manage/change", &change(&newest)).await.expect(303);

    // The form of another address leaves the page's other form as it is stored.
    let refused = hers.post("/en/2026/manage/address", &[("email", "nowhere")]).await.expect(422);
    assert_eq!(refused.value_of("email").as_deref(), Some("nowhere"));
    assert_eq!(refused.value_of("name_latin").as_deref(), Some("Chan Mei"));
    app.run("UPDATE registration SET state = 'cancelled', holds = false, cancelled_at = now(), cancelled_reason = 'staff'")
        .await;
    let over = hers.post("/en/2026/manage/address", &[("email", "new@example.org")]).await.expect(409);
    assert!(over.body.contains("data-summary"), "{}", over.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mistyped_address_is_asked_for_again() {
    let app = TestApp::start().await;
    app.edition("2026").await;
    let refused = app.visitor().post("/en/2026/send-again", &[("email", "chan@")]).await.expect(422);
    assert_eq!(refused.value_of("email").as_deref(), Some("chan@"));
    assert!(refused.body.contains("id=\"e-email\""), "{}", refused.body);
}
