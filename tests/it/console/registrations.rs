//! The people of an edition, as organisers and the desk enter, correct and write to them.

use plenary::accounts::Role;

use crate::support::app::TestApp;

const HOME: &str = "/console/2026/registrations";

/// What is typed about somebody new.
const GUEST: [(&str, &str); 4] =
    [("type", "guest"), ("email", "mei@example.org"), ("name_han", "陳美"), ("lang", "zh-Hant")];

#[tokio::test(flavor = "multi_thread")]
async fn the_desk_enters_a_walk_in_who_is_written_to_in_her_own_language() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    app.way(&edition, "guest", &[]).await;
    let desk = app.with_role(Role::Desk, edition.id).await;
    let list = desk.get(HOME).await.expect(200);
    assert!(list.addresses().contains(&format!("{HOME}/new")), "a way there");
    assert!(desk.get(&format!("{HOME}/new")).await.expect(200).says("Language of the mails"));

    let entered = desk.post(&format!("{HOME}/new"), &GUEST).await.expect(303);
    assert!(desk.get(entered.location()).await.expect(200).says("the person is told by mail"));
    assert_eq!(
        app.one::<String>("SELECT string_agg(lang, ',') FROM mail WHERE recipient = 'mei@example.org'").await,
        "zh-Hant"
    );

    let again = desk.post(&format!("{HOME}/new"), &GUEST).await.expect(303);
    assert!(desk.get(again.location()).await.expect(200).says("no mail was sent"));
    assert_eq!(app.one::<i64>("SELECT count(*) FROM mail WHERE recipient = 'mei@example.org'").await, 1);

    let wrong = [GUEST[0], GUEST[1], GUEST[2], ("lang", "klingon")];
    let refused = desk.post(&format!("{HOME}/new"), &wrong).await.expect(422);
    assert!(refused.body.contains("#f-lang"), "{}", refused.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_correction_changes_the_language_and_is_not_lost_where_somebody_was_faster() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    app.way(&edition, "guest", &[]).await;
    let id = app.attendee(&edition, "guest", "Chan Tai Man").await;
    let organiser = app.organiser(edition.id).await;
    let page = format!("{HOME}/{id}/correct");
    let fields = |name, version| [("name_latin", name), ("lang", "zh-Hans"), ("version", version)];
    organiser.post(&page, &fields("Chan Mei", "1")).await.expect(303);
    assert_eq!(app.one::<String>("SELECT lang FROM registration").await, "zh-Hans");
    assert_eq!(
        app.one::<String>("SELECT lang FROM mail WHERE template = 'registration-changed'").await,
        "zh-Hans"
    );

    let late = organiser.post(&page, &fields("Chan Mei Ling", "1")).await.expect(409);
    assert_eq!(late.value_of("name_latin").as_deref(), Some("Chan Mei Ling"), "nothing typed is lost");
    let version = late.value_of("version").unwrap();
    organiser.post(&page, &fields("Chan Mei Ling", &version)).await.expect(303);
    assert_eq!(app.one::<String>("SELECT name_latin FROM registration").await, "Chan Mei Ling");
    let silent = [("name_latin", "Chan Mei Ling")];
    organiser.post(&page, &silent).await.expect(303);
    assert_eq!(app.one::<String>("SELECT lang FROM registration").await, "zh-Hans", "left out, it stays");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_no_ticket_yet_is_told_again_where_she_stands() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    let hall = app.pool(edition.id, 1).await;
    app.way(&edition, "guest", &[hall]).await;
    let first = app.attendee(&edition, "guest", "Ada Lovelace").await;
    let waits = app.attendee(&edition, "guest", "Mary Shelley").await;
    let organiser = app.organiser(edition.id).await;
    for (id, template) in [(first, "ticket"), (waits, "registration-known")] {
        let page = organiser.get(&format!("{HOME}/{id}")).await.expect(200);
        let resend = format!("{HOME}/{id}/resend");
        assert!(page.addresses().contains(&resend));
        organiser.post(&resend, &[]).await.expect(303);
        let sent = format!("SELECT count(*) FROM mail WHERE template = '{template}'");
        assert_eq!(app.one::<i64>(&sent).await, 1, "{template}");
    }
    organiser.post(&format!("{HOME}/{waits}/cancel"), &[]).await.expect(303);
    organiser.post(&format!("{HOME}/{waits}/resend"), &[]).await.expect(409);
}
