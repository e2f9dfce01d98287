//! Opening a call, with its tracks, session types, questions, codes and rounds.

use crate::support::{actors::Staff, app::TestApp};

const NEW: &str = "/console/2026/calls/new";

const TALKS: [(&str, &str); 7] = [
    ("kind", "talk"),
    ("slug", "talks"),
    ("name.en", "Call for talks"),
    ("name.zh-Hant", "演講徵集"),
    ("opens_at", "2020-03-01T09:00"),
    ("closes_at", "2090-04-01T18:30"),
    ("visibility", "code"),
];

async fn start() -> (TestApp, Staff) {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    let organiser = app.organiser(edition.id).await;
    let track = [("slug", "robotics"), ("name.en", "Robotics"), ("colour", "#1f4e79")];
    organiser.post("/console/2026/settings/tracks/new", &track).await.expect(303);
    (app, organiser)
}

/// Makes the call with these fields too, and answers its page's address.
async fn made(organiser: &Staff, more: &[(&str, &str)]) -> String {
    let fields = [&TALKS[..], more].concat();
    let made = organiser.post(NEW, &fields).await.expect(303);
    made.location().split('?').next().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_about_a_call_stands_in_its_form_again() {
    let (_app, organiser) = start().await;
    let more = [
        ("tracks", "robotics"),
        ("quota.robotics", "4"),
        ("session_types.1.slug", "short"),
        ("session_types.1.name.en", "Short talk"),
        ("session_types.1.minutes", "20"),
    ];
    let call = made(&organiser, &more).await;
    let page = organiser.get(&call).await.expect(200);
    assert_eq!(page.value_of("closes_at").as_deref(), Some("2090-04-01T18:30"), "on the edition's clock");
    assert_eq!(page.value_of("quota.robotics").as_deref(), Some("4"));
    assert_eq!(page.value_of("session_types.0.minutes").as_deref(), Some("20"), "rows close up");
    let list = organiser.get("/console/2026/calls").await.expect(200);
    assert!(list.says("Call for talks") && list.says("Draft") && list.says("By code"), "{}", list.body);
    let chinese = organiser.get("/console/2026/calls?lang=zh-Hant").await.expect(200);
    assert!(chinese.says("演講徵集") && chinese.says("草稿"));
}

#[tokio::test(flavor = "multi_thread")]
async fn every_error_stands_at_its_input_and_nothing_typed_is_lost() {
    let (_app, organiser) = start().await;
    let wrong = [
        ("name.en", "Call for panels"),
        ("opens_at", "2027-03-01T09:00"),
        ("closes_at", "2027-02-01T09:00"),
        ("tracks", "robotics"),
        ("quota.robotics", "many"),
        ("session_types.0.slug", "short"),
    ];
    let page = organiser.post(NEW, &wrong).await.expect(422);
    for input in ["#f-kind", "#f-slug", "#f-closes_at", "#f-quota.robotics", "#f-session_types.0.minutes"] {
        assert!(page.addresses().contains(&input.to_owned()), "{input}");
    }
    assert_eq!(page.value_of("name.en").as_deref(), Some("Call for panels"));
    assert_eq!(page.value_of("quota.robotics").as_deref(), Some("many"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_is_shown_closed_hidden_and_put_away() {
    let (_app, organiser) = start().await;
    let call = made(&organiser, &[]).await;
    organiser.post(&format!("{call}/close"), &[]).await.expect(409);
    organiser.post(&format!("{call}/list"), &[]).await.expect(303);
    assert!(organiser.get(&call).await.says("Open"));
    let refused = organiser.post(&format!("{call}/list"), &[]).await.expect(409);
    assert!(refused.says("shown already"));
    organiser.post(&format!("{call}/close"), &[]).await.expect(303);
    assert!(organiser.get(&call).await.says("Closed"));
    organiser.post(&format!("{call}/unlist"), &[]).await.expect(303);
    assert!(organiser.get(&call).await.says("Only staff see this call"));
    organiser.post(&format!("{call}/archive"), &[]).await.expect(303);
    organiser.post(&call, &TALKS).await.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_elses_change_is_told_before_it_is_overwritten() {
    let (_app, organiser) = start().await;
    let call = made(&organiser, &[]).await;
    let version = organiser.get(&call).await.value_of("version").unwrap();
    let change = |name: &'static str, version: &str| {
        let mut fields: Vec<(&str, String)> =
            TALKS.iter().map(|(key, value)| (*key, (*value).to_owned())).collect();
        fields.retain(|(key, _)| *key != "name.en");
        fields.extend([("name.en", name.to_owned()), ("version", version.to_owned())]);
        fields
    };
    let send = async |fields: Vec<(&'static str, String)>| {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(key, value)| (*key, value.as_str())).collect();
        organiser.post(&call, &fields).await
    };
    send(change("Hers", &version)).await.expect(303);
    let told = send(change("His", &version)).await.expect(409);
    assert_eq!(told.value_of("name.en").as_deref(), Some("His"));
    let newest = told.value_of("version").unwrap();
    send(change("His", &newest)).await.expect(303);
    assert!(organiser.get(&call).await.says("His"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_asks_questions_that_freeze_and_that_wait_for_acceptance() {
    let (_app, organiser) = start().await;
    let call = made(&organiser, &[]).await;
    let question = [
        ("slug", "slides"),
        ("kind", "url"),
        ("label.en", "Where are your slides?"),
        ("required_after_acceptance", "yes"),
        ("frozen_at", "2090-05-01T12:00"),
    ];
    let added = organiser.post(&format!("{call}/form/new"), &question).await.expect(303);
    let row = added.location().rsplit("#row-").next().unwrap();
    let page = organiser.get(&format!("{call}/form/{row}")).await.expect(200);
    assert_eq!(page.value_of("frozen_at").as_deref(), Some("2090-05-01T12:00"));
    assert!(organiser.get(&format!("{call}/form")).await.says("Where are your slides?"));
    assert!(!organiser.get("/console/2026/questions").await.says("Where are your slides?"));
    organiser.get(&format!("/console/2026/questions/{row}")).await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn codes_are_made_and_taken_back() {
    let (_app, organiser) = start().await;
    let codes = format!("{}/codes", made(&organiser, &[]).await);
    organiser.post(&codes, &[("max_uses", "none")]).await.expect(422);
    organiser.post(&codes, &[("note", "For the bank"), ("max_uses", "3")]).await.expect(303);
    let page = organiser.get(&codes).await.expect(200);
    assert!(page.says("For the bank") && page.says("0 of 3"));
    let revoke = page.addresses().into_iter().find(|address| address.ends_with("/revoke")).unwrap();
    organiser.post(&revoke, &[]).await.expect(303);
    assert!(organiser.get(&codes).await.says("Taken back"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rubric_says_in_words_what_its_scores_mean() {
    let (_app, organiser) = start().await;
    let rounds = format!("{}/rounds", made(&organiser, &[]).await);
    let rubric = [
        ("kind", "rubric"),
        ("name.en", "Scores"),
        ("blind", "yes"),
        ("criteria.1.name.en", "Novelty"),
        ("criteria.1.low", "1"),
        ("criteria.1.high", "5"),
        ("criteria.1.anchors.en", "1: Known\n5: Nothing like it exists"),
        ("criteria.1.anchors.zh-Hant", "5 前所未有"),
    ];
    let added = organiser.post(&format!("{rounds}/new"), &rubric).await.expect(303);
    let row = added.location().rsplit("#row-").next().unwrap().to_owned();
    let page = organiser.get(&format!("{rounds}/{row}")).await.expect(200);
    assert!(page.body.contains("1 Known\n5 Nothing like it exists") && page.body.contains("5 前所未有"));
    let off = [&rubric[..6], &[("criteria.1.anchors.en", "6 Better still")]].concat();
    let page = organiser.post(&format!("{rounds}/new"), &off).await.expect(422);
    assert!(page.addresses().contains(&"#f-criteria.0.anchors".to_owned()));
    let page =
        organiser.post(&format!("{rounds}/new"), &[("criteria.0.anchors.en", "Good")]).await.expect(422);
    assert!(page.says("Begin each line with its score"));
    organiser.post(&format!("{rounds}/{row}/close"), &[]).await.expect(303);
    organiser.post(&format!("{rounds}/{row}"), &rubric).await.expect(409);
    organiser.post(&format!("{rounds}/{row}/remove"), &[]).await.expect(409);
}
