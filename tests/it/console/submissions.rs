//! The chair: what was handed in is found, decided, told, and given on.

use plenary::{accounts::Role, editions::Edition};

use crate::support::{actors::Staff, app::TestApp, page::Page};

pub const HOME: &str = "/console/2026/submissions";

pub async fn start() -> (TestApp, Staff) {
    let (app, organiser, _) = stage().await;
    (app, organiser)
}

async fn stage() -> (TestApp, Staff, Edition) {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    let organiser = app.organiser(edition.id).await;
    let call = [
        ("kind", "talk"),
        ("slug", "talks"),
        ("name.en", "Call for talks"),
        ("opens_at", "2020-03-01T09:00"),
        ("closes_at", "2090-04-01T18:30"),
    ];
    organiser.post("/console/2026/calls/new", &call).await.expect(303);
    (app, organiser, edition)
}

/// Somebody invited with this title, by an address of her own or by none; answers her submission's id.
pub async fn invited(organiser: &Staff, title: &str, email: &str, more: &[(&str, &str)]) -> String {
    let fields = [("call", "talks"), ("title.en", title), ("name_latin", "Lise Meitner"), ("email", email)];
    let added = organiser.post(&format!("{HOME}/new"), &[&fields[..], more].concat()).await.expect(303);
    added.location().split('?').next().unwrap().rsplit('/').next().unwrap().to_owned()
}

pub async fn decide(organiser: &Staff, ids: &[&String], seen: &str, decision: &str) -> Page {
    let mut fields = vec![("decision".to_owned(), decision.to_owned())];
    for id in ids {
        fields.extend([("ids".to_owned(), (*id).clone()), (format!("seen.{id}"), seen.to_owned())]);
    }
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    organiser.post(&format!("{HOME}/decide"), &fields).await
}

/// Sends what telling would send now, as it was read.
pub async fn tell(organiser: &Staff, ids: &[(&String, &str)]) -> Page {
    let page = organiser.get(&format!("{HOME}/tell")).await.expect(200);
    let mut fields = Vec::new();
    for (id, verdict) in ids {
        let letter = format!("letter.{id}");
        fields.extend([("ids".to_owned(), (*id).clone()), (format!("seen.{id}"), (*verdict).to_owned())]);
        fields.push((letter.clone(), page.value_of(&letter).unwrap_or_default()));
    }
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    organiser.post(&format!("{HOME}/tell"), &fields).await
}

#[tokio::test(flavor = "multi_thread")]
async fn submissions_are_found_by_title_and_name_in_either_chinese_script_and_by_state() {
    let (_app, organiser) = start().await;
    let chan = [("name_han", "張大文"), ("title.zh-Hant", "機器人與醫學")];
    let robots = invited(&organiser, "Robots in medicine", "chan@example.org", &chan).await;
    invited(&organiser, "Fission", "lise@example.org", &[]).await;
    for words in ["机器人", "張", "张", "robot"] {
        let found = organiser.get(&format!("{HOME}?q={words}")).await.expect(200);
        assert!(found.says("Robots in medicine") && !found.says("Fission"), "{words}");
    }
    decide(&organiser, &[&robots], "", "accepted").await.expect(303);
    let undecided = organiser.get(&format!("{HOME}?stage=undecided&call=talks")).await.expect(200);
    assert!(undecided.says("Fission") && !undecided.says("Robots in medicine"));
    let untold = organiser.get(&format!("{HOME}?stage=untold")).await.expect(200);
    assert!(untold.says("Robots in medicine") && untold.says("Not told") && untold.says("One submission"));
}

#[tokio::test(flavor = "multi_thread")]
async fn many_are_decided_at_once_and_nobody_is_told_before_the_mails_were_read() {
    let (app, organiser) = start().await;
    let chinese = [("lang", "zh-Hant"), ("title.zh-Hant", "核裂變")];
    let one = invited(&organiser, "Fission", "lise@example.org", &chinese).await;
    let two = invited(&organiser, "Fusion", "otto@example.org", &[]).await;
    let told = decide(&organiser, &[&one, &two], "", "accepted").await.expect(303);
    assert!(told.location().contains("done=decided"));
    assert_eq!(app.one::<i64>("SELECT count(*) FROM mail").await, 0);

    let page = organiser.get(&format!("{HOME}/tell")).await.expect(200);
    assert!(
        page.says("核裂變") && page.says("lise@example.org") && page.says("Accepted: Fusion"),
        "{}",
        page.body
    );
    assert!(page.says("[personal link]"), "no link in a preview is live");
    let moved_on = tell(&organiser, &[(&one, "declined")]).await.expect(409);
    assert!(moved_on.says("Somebody else decided"));
    tell(&organiser, &[(&one, "accepted")]).await.expect(303);
    assert_eq!(app.one::<String>("SELECT string_agg(recipient, ' ') FROM mail").await, "lise@example.org");
    let rest = organiser.get(&format!("{HOME}/tell")).await.expect(200);
    assert!(rest.says("Fusion") && !rest.says("lise@example.org"));
    tell(&organiser, &[]).await.expect(422);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_decision_is_refused_where_somebody_else_decided_since_the_page_was_drawn() {
    let (_app, organiser) = start().await;
    let one = invited(&organiser, "Fission", "lise@example.org", &[]).await;
    decide(&organiser, &[&one], "", "declined").await.expect(303);
    let refused = decide(&organiser, &[&one], "", "accepted").await.expect(409);
    assert!(refused.says("Somebody else decided"));
    decide(&organiser, &[], "", "accepted").await.expect(422);
    let page = [("page", one.as_str()), ("ids", one.as_str()), ("decision", "none")];
    let seen = (format!("seen.{one}"), "declined".to_owned());
    let page = [&page[..], &[(seen.0.as_str(), seen.1.as_str())]].concat();
    let back = organiser.post(&format!("{HOME}/decide"), &page).await.expect(303);
    assert!(back.location().contains(&one));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_that_was_turned_down_by_phone_goes_to_the_next_on_standby() {
    let (app, organiser) = start().await;
    let promised = [("promise", "yes"), ("contact_name", "Ms Ho"), ("contact_email", "ho@example.org")];
    let first = invited(&organiser, "Fission", "", &promised).await;
    assert_eq!(app.one::<String>("SELECT string_agg(recipient, ' ') FROM mail").await, "ho@example.org");
    let second = invited(&organiser, "Fusion", "otto@example.org", &[]).await;
    let third = invited(&organiser, "Chemistry", "marie@example.org", &[]).await;
    decide(&organiser, &[&second, &third], "", "standby").await.expect(303);
    let up = [("id", third.as_str()), ("move", "up"), ("query", "stage=standby")];
    organiser.post(&format!("{HOME}/standby"), &up).await.expect(303);

    let answer = format!("{HOME}/{first}/answer");
    let wrong = organiser.post(&answer, &[("comes", "no")]).await.expect(422);
    assert!(wrong.addresses().contains(&"#f-note".to_owned()));
    organiser.post(&answer, &[("comes", "no"), ("note", "Ms Ho, by phone")]).await.expect(303);
    let page = organiser.get(&format!("{HOME}/{first}")).await.expect(200);
    assert!(page.says("Ms Ho, by phone") && page.says("Turned down"));

    let today = organiser.get("/console/2026").await.expect(200);
    assert!(today.says("“Fission” gave up a place. Next on standby: “Chemistry”"), "{}", today.body);
    let promote = today.addresses().into_iter().find(|address| address.ends_with("/promote")).unwrap();
    organiser.post(&promote, &[]).await.expect(303);
    organiser.post(&promote, &[]).await.expect(409);
    assert!(organiser.get(&format!("{HOME}/{third}")).await.says("Awaits an answer"));
    assert!(!organiser.get("/console/2026").await.says("gave up a place"));
    let told = "SELECT count(*) FROM mail WHERE recipient = 'marie@example.org'";
    assert_eq!(app.one::<i64>(told).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn errors_about_somebody_invited_stand_at_their_inputs() {
    let (_app, organiser) = start().await;
    let wrong = [("call", "talks"), ("organisation", "The Institute"), ("contact_name", "Ms Ho")];
    let page = organiser.post(&format!("{HOME}/new"), &wrong).await.expect(422);
    for input in ["#f-name_latin", "#f-contact_email"] {
        assert!(page.addresses().contains(&input.to_owned()), "{input}: {:?}", page.addresses());
    }
    assert_eq!(page.value_of("organisation").as_deref(), Some("The Institute"));
    let untitled = [("call", "talks"), ("name_latin", "Lise Meitner")];
    let page = organiser.post(&format!("{HOME}/new"), &untitled).await.expect(422);
    assert!(page.addresses().contains(&"#f-title".to_owned()));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_observer_sees_that_nothing_is_hers_to_see() {
    let (app, organiser, edition) = stage().await;
    let first = invited(&organiser, "Fission", "", &[("promise", "yes")]).await;
    let answer = [("comes", "no"), ("note", "By phone")];
    organiser.post(&format!("{HOME}/{first}/answer"), &answer).await.expect(303);
    let observer = app.with_role(Role::Observer, edition.id).await;
    assert!(!observer.get("/console/2026").await.expect(200).says("Fission"));
    let programme = app.with_role(Role::Programme, edition.id).await;
    assert!(programme.get("/console/2026").await.expect(200).says("Fission"));
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_fails_the_check_who_could_not_reply_to_it() {
    let (_app, organiser) = start().await;
    let id = invited(&organiser, "Fission", "lise@example.org", &[]).await;
    let page = organiser.get(&format!("{HOME}/{id}")).await.expect(200);
    assert!(!page.says("Does it fit the rules of the call?"), "{}", page.body);
    let check = format!("{HOME}/{id}/eligibility");
    let refused = organiser.post(&check, &[("eligible", "no"), ("reason", "Too long.")]).await.expect(409);
    assert!(refused.says("Only what a company handed in"), "{}", refused.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_chair_sees_how_far_the_tracks_of_a_call_are_filled() {
    let (app, organiser, edition) = stage().await;
    let track =
        [("slug", "robotics"), ("name.en", "Robotics"), ("name.zh-Hant", "機械人"), ("colour", "#1f4e79")];
    organiser.post("/console/2026/settings/tracks/new", &track).await.expect(303);
    app.run("INSERT INTO call_track (call_id, track_id, quota) SELECT call.id, track.id, 1 FROM call, track")
        .await;
    let mut ids = Vec::new();
    for (title, email) in
        [("One", "one@example.org"), ("Two", "two@example.org"), ("Three", "three@example.org")]
    {
        ids.push(invited(&organiser, title, email, &[]).await);
    }
    app.run("UPDATE submission SET track_id = (SELECT id FROM track)").await;
    decide(&organiser, &[&ids[0]], "", "accepted").await.expect(303);
    decide(&organiser, &[&ids[1]], "", "standby").await.expect(303);
    let list = organiser.get(HOME).await.expect(200);
    assert!(
        list.says("Robotics") && list.says("Accepted 1 of 1") && list.says("On standby 1"),
        "{}",
        list.body
    );
    assert!(!list.says("Over the quota"));
    decide(&organiser, &[&ids[2]], "", "accepted").await.expect(303);
    app.run(&format!("UPDATE submission SET told = 'accepted', told_at = now(), answer = 'confirmed', answered_at = now(), answered_through = 'staff' WHERE id = '{}'", ids[0])).await;
    let list = organiser.get(&format!("{HOME}?call=talks")).await.expect(200);
    assert!(
        list.says("Accepted 2 of 1") && list.says("Over the quota") && list.says("Confirmed 1"),
        "{}",
        list.body
    );

    let (_, program) = app.token(&organiser, &["programme:read"], Some(edition.id)).await;
    let call: String = app.one("SELECT id::text FROM call").await;
    let told = program.get(&format!("/api/v1/editions/2026/calls/{call}/tracks")).await.expect(200).json();
    let [one] = told["items"].as_array().unwrap().as_slice() else { panic!("{told}") };
    assert_eq!((&one["quota"], &one["accepted"], &one["confirmed"]), (&1.into(), &2.into(), &1.into()));
}
