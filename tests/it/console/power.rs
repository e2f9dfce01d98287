//! The sheet for the venue: what demos need, by place and time.

use plenary::accounts::{Role, RoleAt};

use crate::support::app::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn the_venue_reads_who_needs_what_where_and_when_and_what_that_draws() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    let organiser = app.organiser(edition.id).await;
    let room = [("slug", "hall"), ("name.en", "The hall"), ("capacity", "100")];
    organiser.post("/console/2026/settings/rooms/new", &room).await.expect(303);
    let room: String = app.one("SELECT id::text FROM room").await;
    let empty = organiser.get("/console/2026/programme/power").await.expect(200);
    assert!(empty.says("No demo has a place yet"), "{}", empty.body);

    let call = app.demo_call(&edition).await;
    let mut open = None;
    for (name, minute) in [("ada", 0), ("grace", 30), ("lise", 300)] {
        let founder = app.person(name).await;
        let company = app.company(&founder).await;
        let who = app.member(&founder, &company).await;
        let demo = app.accepted_demo(&edition, (&who, &call), (room.parse().unwrap(), minute)).await;
        app.tell_demo(&edition, demo).await;
        match name {
            "grace" => open = Some((who, demo)),
            _ => app.answer_demo(&who, demo, true).await,
        }
    }
    app.run("UPDATE submission_demo SET equipment = '=HYPERLINK(\"x\")', square_metres = 6").await;
    let page = organiser.get("/console/2026/programme/power").await.expect(200);
    for said in [
        "The hall",
        "Harbour Robotics",
        "1,200 W",
        "6 m²",
        "ada@example.org",
        "Confirmed",
        "Not confirmed yet",
        "2,400 W",
    ] {
        assert!(page.says(said) || page.says(&said.replace(',', "")), "{said}: {}", page.body);
    }
    let table = organiser.get("/console/2026/programme/power.csv").await.expect(200);
    assert_eq!(table.header("content-type"), "text/csv; charset=utf-8");
    assert_eq!(table.body.matches("\"The hall\"").count(), 3, "{}", table.body);
    assert!(table.body.contains("\"'=HYPERLINK(\"\"x\"\")\",\"1200\",\"6\""), "{}", table.body);
    assert!(table.body.contains("09:30\"") && table.body.contains("14:30\""), "{}", table.body);

    let (who, demo) = open.unwrap();
    app.answer_demo(&who, demo, false).await;
    let later = organiser.get("/console/2026/programme/power").await.expect(200);
    assert!(!later.says("grace@example.org"), "who gave the slot up needs nothing");
    let desk = app.staff("desk", &[RoleAt::new(Role::Desk, Some(edition.id.uuid())).unwrap()]).await;
    desk.get("/console/2026/programme/power.csv").await.expect(403);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_has_no_slot_yet_is_counted() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    let organiser = app.organiser(edition.id).await;
    let room = [("slug", "hall"), ("name.en", "The hall"), ("capacity", "100")];
    organiser.post("/console/2026/settings/rooms/new", &room).await.expect(303);
    let room: String = app.one("SELECT id::text FROM room").await;
    let founder = app.person("ada").await;
    let company = app.company(&founder).await;
    let who = app.member(&founder, &company).await;
    let call = app.demo_call(&edition).await;
    app.accepted_demo(&edition, (&who, &call), (room.parse().unwrap(), 0)).await;
    app.run("UPDATE session SET starts_at = NULL, pinned = false").await;
    let page = organiser.get("/console/2026/programme/power").await.expect(200);
    assert!(page.says("One demo has no time or no room yet."), "{}", page.body);
}
