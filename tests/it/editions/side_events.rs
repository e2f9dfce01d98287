//! Side events: made in the console or by the API, read by everybody once they are published.

use reqwest::Method;
use serde_json::json;

use crate::support::app::TestApp;

const LIST: &str = "/console/2026/settings/side-events";

fn typed(published: bool) -> Vec<(&'static str, &'static str)> {
    let mut typed = vec![
        ("slug", "road-show"),
        ("name.en", "Road show"),
        ("name.zh-Hant", "路演"),
        ("name.zh-Hans", "路演"),
        ("summary.en", "Meet the founders."),
        ("place.en", "Innovation Centre"),
        ("city.en", "Shanghai"),
        ("starts_at", "2026-09-01T14:00"),
        ("ends_at", "2026-09-01T17:00"),
    ];
    typed.extend(published.then_some(("published", "yes")));
    typed
}

#[tokio::test(flavor = "multi_thread")]
async fn a_side_event_is_nowhere_until_it_is_published_and_then_on_the_editions_home() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    let organiser = app.organiser(edition.id).await;
    organiser.post(&format!("{LIST}/new"), &typed(false)).await.expect(303);
    app.refresh().await;
    let visitor = app.visitor();
    visitor.get("/en/2026/side-events/road-show").await.expect(404);
    assert!(!visitor.get("/en/2026").await.expect(200).says("Road show"));
    let public = visitor.get("/api/v1/editions/2026/side-events").await.expect(200).json();
    assert_eq!(public["items"], json!([]), "nor in the API");

    let id = app.one::<String>("SELECT id::text FROM side_event").await;
    organiser.post(&format!("{LIST}/{id}"), &typed(true)).await.expect(303);
    app.refresh().await;
    let home = visitor.get("/en/2026").await.expect(200);
    assert!(home.says("Road show") && home.says("Innovation Centre"), "{}", home.body);
    let page = visitor.get("/en/2026/side-events/road-show").await.expect(200);
    assert!(page.says("Meet the founders.") && page.says("1 September 2026"), "{}", page.body);
    let entry = visitor.get("/en/2026/side-events/road-show/calendar.ics").await.expect(200).body;
    assert!(entry.contains("LANGUAGE=en:Road show") && entry.contains("T140000"), "{entry}");
    assert!(entry.contains("SEQUENCE:2"), "it was changed once: {entry}");
    let public = visitor.get("/api/v1/editions/2026/side-events").await.expect(200).json();
    assert_eq!(public["items"][0]["starts_at"], "2026-09-01T06:00:00Z");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_is_said_beside_its_field_and_nothing_is_lost() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    let organiser = app.organiser(edition.id).await;
    let mut wrong = typed(true);
    wrong.retain(|(name, _)| *name != "ends_at");
    wrong.push(("ends_at", "2026-09-01T13:00"));
    let page = organiser.post(&format!("{LIST}/new"), &wrong).await.expect(422);
    assert!(page.says("The end must be later than the start."), "{}", page.body);
    assert_eq!(page.value_of("name.en").as_deref(), Some("Road show"));
    let visitor = app.visitor();
    let body = json!({ "slug": "road-show" });
    visitor.send(Method::POST, "/api/v1/editions/2026/side-events", &body).await.expect(401);
}
