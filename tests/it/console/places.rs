//! Pools and registration types.

use crate::support::app::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn a_type_draws_on_a_pool_that_can_then_not_be_removed() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    let organiser = app.organiser(edition.id).await;
    let home = "/console/2026/places";
    assert!(organiser.get(home).await.expect(200).says("No registration type yet"));
    let pool = [("name.en", "Main hall"), ("capacity", "50")];
    let pool = organiser.post(&format!("{home}/capacity-pools/new"), &pool).await.expect(303);
    let pool = pool.location().rsplit("#row-").next().unwrap().to_owned();
    let kind = [("slug", "guest"), ("name.en", "Guest"), ("pools", pool.as_str())];
    organiser.post(&format!("{home}/registration-types/new"), &kind).await.expect(303);
    let both = organiser.get(home).await.expect(200);
    assert!(both.says("Main hall") && both.says("Guest") && both.says("0 of 50 taken"));
    let removed = organiser.post(&format!("{home}/capacity-pools/{pool}/remove"), &[]).await.expect(409);
    assert!(removed.says("Main hall"), "the list stays in sight");
    assert!(app.visitor().get("/en/2026/register").await.expect(200).says("Guest"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_with_a_type_stands_beside_what_was_typed() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    let organiser = app.organiser(edition.id).await;
    let fields = [
        ("slug", "guest"),
        ("name.en", "Guest"),
        ("opens_at", "2026-10-02T09:00"),
        ("closes_at", "2026-10-01T09:00"),
    ];
    let page = organiser.post("/console/2026/places/registration-types/new", &fields).await.expect(422);
    assert_eq!(page.value_of("name.en").as_deref(), Some("Guest"));
    assert!(page.addresses().contains(&"#f-closes_at".to_owned()));
}
