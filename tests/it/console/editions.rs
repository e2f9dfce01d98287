//! Finding one's editions, and making the next.

use plenary::editions;

use crate::support::app::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn everybody_finds_the_editions_they_have_a_role_in() {
    let app = TestApp::start().await;
    let (mine, _) = (app.edition("2026").await, app.edition("2027").await);
    let page = app.organiser(mine.id).await.get("/console").await.expect(200);
    assert!(page.addresses().contains(&"/console/2026".to_owned()));
    assert!(!page.addresses().contains(&"/console/2027".to_owned()));
    assert!(!page.says("New edition"));
    assert!(app.admin().await.get("/console").await.says("New edition"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_first_edition_is_made_from_nothing() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    assert!(admin.get("/console").await.says("No edition yet"));
    let form = admin.get("/console/editions/blank").await.expect(200);
    assert_eq!(form.value_of("zone").as_deref(), Some("Asia/Hong_Kong"));
    let bad =
        admin.post("/console/editions/blank", &[("slug", "2030"), ("zone", "Mars/Base")]).await.expect(422);
    assert_eq!(bad.value_of("slug").as_deref(), Some("2030"), "what was typed stays");
    assert!(bad.addresses().contains(&"#f-zone".to_owned()), "the summary leads to the field");
    let made = [
        ("slug", "2030"),
        ("number", "7"),
        ("name.zh-Hant", "第七屆論壇"),
        ("zone", "Asia/Shanghai"),
        ("starts_at", "2030-11-20T09:30"),
        ("ends_at", "2030-11-20T18:00"),
        ("contact_email", "forum@example.org"),
        ("offer_hours", "24"),
    ];
    let made = admin.post("/console/editions/blank", &made).await.expect(303);
    let page = admin.get(made.location()).await.expect(200);
    assert!(page.says("第七屆論壇") && page.says("The edition is made"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_next_edition_is_cloned_with_its_dates_moved_before_it_is_made() {
    let app = TestApp::start().await;
    app.edition("2026").await;
    let admin = app.admin().await;
    let form = admin.get("/console/editions/2026/clone").await.expect(200);
    assert_eq!(form.value_of("number").as_deref(), Some("4"));
    let looked = [("step", "look"), ("dates.starts_at", "2031-11-21T09:30"), ("slug", "2031")];
    let looked = admin.post("/console/editions/2026/clone", &looked).await.expect(200);
    assert!(looked.says("21 November 2031 (Friday)"), "the weekday of what was typed: {}", looked.body);
    let moved = [("step", "move"), ("dates.starts_at", "2031-11-21T09:30"), ("slug", "2031")];
    let moved = admin.post("/console/editions/2026/clone", &moved).await.expect(200);
    assert_eq!(moved.value_of("slug").as_deref(), Some("2031"));
    let (starts, ends) =
        (moved.value_of("dates.starts_at").unwrap(), moved.value_of("dates.ends_at").unwrap());
    assert_eq!((starts.as_str(), &ends[..7]), ("2031-11-21T09:30", "2031-11"), "the rest comes along");
    assert!(
        editions::id_of_slug(&mut app.app.db.read().await.unwrap(), "2031").await.is_err(),
        "nothing is made yet"
    );
    let fields = [
        ("slug", "2031"),
        ("number", "8"),
        ("name.en", "Eighth forum"),
        ("modules", "consent-texts"),
        ("dates.starts_at", starts.as_str()),
        ("dates.ends_at", "2031-11-22T18:00"),
    ];
    let made = admin.post("/console/editions/2026/clone", &fields).await.expect(303);
    assert_eq!(made.location(), "/console/2031/settings?done=made");
    assert!(admin.get(made.location()).await.expect(200).says("Eighth forum"));
    admin.get("/console/editions/2099/clone").await.expect(404);
}
