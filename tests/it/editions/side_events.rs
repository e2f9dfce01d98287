//! Side events: made in the console or by the API, read by everybody once they are published.

use jiff::{Timestamp, ToSpan, tz::TimeZone};
use plenary::{
    editions::Edition,
    http::{cookies::Jar, holder::ByLink},
    keys::Purpose,
    registrations::Holder,
};
use reqwest::Method;
use serde_json::json;

use crate::support::{
    actors::Staff,
    app::TestApp,
    client::{Client, Credential},
};

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

/// An edition with a way to attend, and a published road show a month ahead of it whose registration is not open yet.
async fn road_show() -> (TestApp, Edition, Staff, String) {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    app.way(&edition, "guest", &[]).await;
    let organiser = app.organiser(edition.id).await;
    let day = Timestamp::now().to_zoned(TimeZone::UTC).date() + 30.days();
    let (starts, ends) = (format!("{day}T14:00"), format!("{day}T17:00"));
    let mut fields = typed(true);
    fields.retain(|(name, _)| !name.ends_with("_at"));
    fields.extend([("starts_at", starts.as_str()), ("ends_at", ends.as_str())]);
    organiser.post(&format!("{LIST}/new"), &fields).await.expect(303);
    let id = app.one::<String>("SELECT id::text FROM side_event").await;
    app.refresh().await;
    (app, edition, organiser, format!("{LIST}/{id}/registration"))
}

async fn open(app: &TestApp, organiser: &Staff, page: &str, places: &str) {
    organiser.post(page, &[("capacity", places)]).await.expect(303);
    app.refresh().await;
}

const FORM: &str = "/en/2026/side-events/road-show/register";

fn ada(way: &str) -> Vec<(&str, &str)> {
    vec![("type", way), ("email", "ada@example.org"), ("name_latin", "Ada Lovelace")]
}

#[tokio::test(flavor = "multi_thread")]
async fn an_organiser_opens_registration_with_a_number_of_places() {
    let (app, _, organiser, page) = road_show().await;
    let visitor = app.visitor();
    visitor.get(FORM).await.expect(404);
    assert!(!visitor.get("/en/2026/side-events/road-show").await.expect(200).says("Places available"));
    let shown = organiser.get(&page).await.expect(200);
    assert!(shown.says("Nobody registers for this side event yet."), "{}", shown.body);
    let refused = organiser.post(&page, &[("capacity", "many")]).await.expect(422);
    assert_eq!(refused.value_of("capacity").as_deref(), Some("many"));

    open(&app, &organiser, &page, "30").await;
    let shown = organiser.get(&page).await.expect(200);
    assert!(shown.says("0 of 30"), "{}", shown.body);
    let event = visitor.get("/en/2026/side-events/road-show").await.expect(200);
    assert!(
        event.says("Places available") && event.addresses().iter().any(|to| to == FORM),
        "{}",
        event.body
    );
    let public = visitor.get("/api/v1/editions/2026/registration-types").await.expect(200).json();
    let id = app.one::<String>("SELECT id::text FROM side_event").await;
    assert_eq!(public["items"][1]["side_event"], json!(id));
    assert_eq!(public["items"][0]["side_event"], json!(null));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_forums_form_and_the_side_events_offer_their_own_types_and_no_other() {
    let (app, _, organiser, page) = road_show().await;
    open(&app, &organiser, &page, "30").await;
    let visitor = app.visitor();
    for (form, own, other) in [("/en/2026/register", "guest", "road-show"), (FORM, "road-show", "guest")] {
        let shown = visitor.get(form).await.expect(200);
        assert!(shown.body.contains(&format!("value=\"{own}\"")), "{}", shown.body);
        assert!(!shown.body.contains(&format!("value=\"{other}\"")), "{}", shown.body);
        visitor.post(form, &ada(other)).await.expect(422);
    }
    assert_eq!(app.one::<i64>("SELECT count(*) FROM registration").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn she_registers_for_both_and_each_ticket_names_its_own_time_and_place() {
    let (app, _, organiser, page) = road_show().await;
    open(&app, &organiser, &page, "1").await;
    let visitor = app.visitor();
    visitor.post("/en/2026/register", &ada("guest")).await.expect(303);
    let first = visitor.post(FORM, &ada("road-show")).await.expect(303).location().to_owned();
    let again = visitor.post(FORM, &ada("road-show")).await.expect(303).location().to_owned();
    assert_eq!(first, again, "a stranger learns nothing from it");
    let received = visitor.get(&first).await.expect(200);
    assert!(
        received.addresses().iter().any(|to| to.starts_with(FORM)),
        "back to its own form: {}",
        received.body
    );

    let of = |what: &str| format!("SELECT id::text FROM registration WHERE side_event_id IS {what}");
    for (what, mine, others) in [
        ("NOT NULL", ["Road show", "Innovation Centre", "T140000"], ["Third forum", "The Hall"]),
        ("NULL", ["Third forum", "The Hall", "T093000"], ["Road show", "Innovation Centre"]),
    ] {
        let id = app.one::<String>(&of(what)).await.parse().unwrap();
        let ticket = format!("/t/{}", app.link(Purpose::Ticket, id).await);
        let shown = visitor.get(&ticket).await.expect(200).text_of("main");
        assert!(shown.contains(mine[0]) && shown.contains(mine[1]), "{shown}");
        assert!(others.iter().all(|other| !shown.contains(other)), "{shown}");
        let entry = visitor.get(&format!("{ticket}/calendar.ics")).await.expect(200).body;
        assert!(mine.iter().all(|word| entry.contains(word)), "{entry}");
        let token = app.link(Purpose::Manage, id).await;
        let cookie = format!("{}={token}", Jar::of(&app.app).name(Holder::COOKIE));
        let shows = Credential { cookies: vec![cookie], ..Credential::default() };
        let manage = Client::new(&app.base, shows).get("/en/2026/manage").await.expect(200);
        let shown = manage.text_of("main");
        assert!(shown.contains(mine[0]) && others.iter().all(|other| !shown.contains(other)), "{shown}");
    }

    let mei = [("type", "road-show"), ("email", "mei@example.org"), ("name_latin", "Chan Mei")];
    app.refresh().await;
    assert!(visitor.get("/en/2026/side-events/road-show").await.expect(200).says("Waiting list"));
    visitor.post(FORM, &mei).await.expect(303);
    let sql = "SELECT state FROM registration WHERE email = 'mei@example.org'";
    assert_eq!(app.one::<String>(sql).await, "waitlisted");
    let shown = organiser.get(&page).await.expect(200);
    assert!(shown.says("1 of 1"), "{}", shown.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_see_who_comes_to_what() {
    let (app, edition, organiser, page) = road_show().await;
    open(&app, &organiser, &page, "5").await;
    app.attendee(&edition, "guest", "Ada Lovelace").await;
    app.attendee(&edition, "road-show", "Chan Mei").await;
    let id = app.one::<String>("SELECT id::text FROM side_event").await;
    let list = organiser.get(&format!("/console/2026/registrations?for={id}")).await.expect(200);
    assert!(list.says("Chan Mei") && !list.says("Ada Lovelace"), "{}", list.body);
    let list = organiser.get(&format!("/console/2026/registrations?for={}", edition.id)).await.expect(200);
    assert!(list.says("Ada Lovelace") && !list.says("Chan Mei"), "{}", list.body);
    let table = organiser.get("/console/2026/registrations/export.csv").await.expect(200).body;
    let line = table.lines().find(|line| line.contains("Chan Mei")).unwrap();
    assert!(line.contains(r#""Road show","Road show""#), "the type, then the side event: {line}");
    let today = organiser.get("/console/2026").await.expect(200);
    assert!(today.says("1 confirmed, 0 waiting"), "{}", today.body);
    let counts = today.text_of("main");
    assert!(counts.contains("They are not among the numbers of the forum."), "{counts}");
}
