//! Her first page: what stands there, and its buttons.

use jiff::SignedDuration;
use plenary::{
    editions::{NewRoom, Room, RoomFields, parts},
    jobs,
    programme::{self, Placement},
    submissions::{self, Decision},
    values::Moment,
};
use serde_json::json;

use crate::support::{
    app::TestApp,
    calls::call_fields,
    client::{Client, Credential},
    editions::{fields, trilingual},
};

const HOME: &str = "/en/2026/speaker";

/// An edition with a call, and a speaker whose talk was accepted: she, and the path of its buttons.
async fn accepted(app: &TestApp) -> (Client, String) {
    let edition = app.edition("2026").await;
    let call = app.call(&edition, call_fields("talks")).await;
    let speaker = app.speaker(&edition, "Chan Mei").await;
    let id = app.submission(&call, &edition, speaker.id).await;
    app.told(&edition, id, Decision::Accepted).await;
    (app.presents(&edition, speaker.id).await, format!("{HOME}/submissions/{id}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_mailed_link_leads_to_the_slot_and_one_button_confirms_it() {
    let app = TestApp::start().await;
    let (mei, talk) = accepted(&app).await;
    let token = app.mailed("speaker").await;
    let entered = app.visitor().get(&format!("/speaker/{token}")).await.expect(303);
    assert_eq!((entered.location(), entered.header("referrer-policy")), (HOME, "no-referrer"));
    assert!(!entered.header("set-cookie").is_empty());

    let page = mei.get(HOME).await.expect(200);
    assert!(page.says("Robots") && page.says("Awaits your answer") && page.says("Please answer by"));
    let before: String = app.one("SELECT answer FROM submission").await;
    assert_eq!(before, "none", "looking changes nothing");
    let done = mei.post(&format!("{talk}/confirm"), &[]).await.expect(303);
    let page = mei.get(done.location()).await.expect(200);
    assert!(page.says("Thank you") && page.says("You have a slot"));
    mei.post(&format!("{talk}/turn-down"), &[]).await.expect(303);
    assert!(mei.get(HOME).await.says("You turned the slot down."));
    mei.post(&format!("{talk}/confirm"), &[]).await.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn once_the_programme_is_out_she_sees_when_and_where_she_is_on_and_her_ticket() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    app.way(&edition, "speaker", &[]).await;
    let call = app.call(&edition, call_fields("talks")).await;
    let speaker = app.speaker(&edition, "Chan Mei").await.id;
    let id = app.submission(&call, &edition, speaker).await;
    app.told(&edition, id, Decision::Accepted).await;
    let mei = app.presents(&edition, speaker).await;
    let room = json!({ "slug": "hall", "name": trilingual("Hall", "大堂", "大堂"), "capacity": "100" });
    let (room, organiser) = (fields::<RoomFields>(room), app.organises(edition.id));
    let (plans, presenter) = (app.plans(&edition), app.presenter(speaker).await);
    let plan = app.app.db.transaction(async |tx| {
        let room = parts::create::<Room>(tx, &organiser, NewRoom::try_from(&room)?).await?.id;
        submissions::confirm(tx, &presenter, id, Moment::now()).await?;
        let session = programme::adopt(tx, &plans, &[id]).await?.remove(0);
        let starts_at = edition.starts_at.plus(SignedDuration::from_mins(90));
        let (starts_at, rooms) = (Some(starts_at), [room].into());
        let slot = Placement { starts_at, rooms, minutes: None, pinned: false };
        programme::place(tx, &plans, (session.id, session.version), slot).await
    });
    let session = plan.await.unwrap().id;
    let waits = mei.get(HOME).await.expect(200);
    assert!(waits.says("You have a slot") && !waits.says("11:00 am"), "{}", waits.body);

    app.released(&edition, "v1").await;
    jobs::run_once(&app.app).await.unwrap();
    let page = mei.get(HOME).await.expect(200);
    assert!(page.says("You are on the programme") && page.says("11:00 am"), "{}", page.body);
    assert!(page.says("Hall") && page.says("Hong Kong"), "{}", page.body);
    let links = page.addresses();
    for link in [format!("/en/2026/sessions/{session}"), format!("/en/2026/speakers/{speaker}/calendar.ics")]
    {
        assert!(links.contains(&link), "{link}: {links:?}");
        app.visitor().get(&link).await.expect(200);
    }
    let ticket = links.into_iter().find(|link| link.starts_with("/t/")).expect("her ticket");
    assert!(app.visitor().get(&ticket).await.expect(200).says("Chan Mei"));
    let chinese = mei.get("/zh-Hant/2026/speaker").await.expect(200);
    assert!(chinese.says("大堂") && chinese.says("上午11:00"), "{}", chinese.body);

    app.run("UPDATE registration SET email = 'assistant@example.org'").await;
    let hers = mei.get(HOME).await.expect(200).addresses();
    assert!(
        !hers.iter().any(|link| link.starts_with("/t/")),
        "a ticket that went elsewhere is not hers to see"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn once_the_forum_is_over_nothing_is_promised_any_more() {
    let app = TestApp::start().await;
    let (mei, _) = accepted(&app).await;
    let over = "UPDATE edition SET starts_at = now() - interval '2 days', ends_at = now() - interval '1 day'";
    app.run(over).await;
    app.run("UPDATE publication SET version = version + 1").await;
    app.refresh().await;
    let unanswered = mei.get(HOME).await.expect(200);
    assert!(unanswered.says("The forum is over.") && !unanswered.says("There is a slot for you"));
    let answered = "answer = 'confirmed', answered_at = now(), answered_through = 'link'";
    app.run(&format!("UPDATE submission SET {answered}")).await;
    assert!(mei.get(HOME).await.says("The forum is over. Thank you for taking part."));
    let undecided = "decision = NULL, told = NULL, told_at = NULL, confirm_by = NULL, answer = 'none',
        answered_at = NULL, answered_through = NULL";
    app.run(&format!("UPDATE submission SET {undecided}")).await;
    let undecided = mei.get(HOME).await.expect(200);
    assert!(undecided.says("The forum is over.") && !undecided.says("The organisers decide"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_in_her_profile_stands_beside_it_and_nobody_overwrites_unseen() {
    let app = TestApp::start().await;
    let (mei, _) = accepted(&app).await;
    let version = mei.get(HOME).await.value_of("version").unwrap();
    let act = format!("{HOME}/profile");
    let long = "好".repeat(3001);
    let wrong = [("name_han", "陳美"), ("biography.zh-Hant", long.as_str()), ("version", &version)];
    let refused = mei.post(&act, &wrong).await.expect(422);
    assert_eq!(refused.value_of("name_han").as_deref(), Some("陳美"));
    assert!(refused.addresses().contains(&"#f-biography".to_owned()) && refused.body.contains(&long));

    let right = [("name_han", "陳美"), ("biography.zh-Hant", "研究機械人。"), ("version", &version)];
    mei.post(&act, &right).await.expect(303);
    assert!(mei.get("/zh-Hans/2026/speaker").await.expect(200).says("陳美"));
    assert!(mei.post(&act, &right).await.expect(409).says("研究機械人。"), "nothing typed is lost");
}

#[tokio::test(flavor = "multi_thread")]
async fn times_are_kept_row_by_row_on_the_editions_clock() {
    let app = TestApp::start().await;
    let (mei, _) = accepted(&app).await;
    let act = format!("{HOME}/times");
    let row = |from, to| [("from", from), ("to", to)];
    let blank = row("", "");
    let backwards = row("2026-11-20T18:00", "2026-11-20T09:00");
    let refused = mei.post(&act, &[blank, backwards].concat()).await.expect(422);
    assert!(refused.addresses().contains(&"#f-spans.0".to_owned()));
    assert_eq!(refused.value_of("from").as_deref(), Some("2026-11-20T18:00"));
    mei.post(&act, &[row("2026-11-20T09:00", "2026-11-20T18:00"), blank].concat()).await.expect(303);
    assert_eq!(mei.get(HOME).await.value_of("from").as_deref(), Some("2026-11-20T09:00"));
    let stored: String = app.one("SELECT (starts_at AT TIME ZONE 'UTC')::text FROM availability").await;
    assert_eq!(stored, "2026-11-20 01:00:00");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_left_open_for_another_speaker_acts_on_nobody() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    let [mei, kin] = [app.speaker(&edition, "Chan Mei").await, app.speaker(&edition, "Lau Kin").await];
    let [mei, kin] = [app.presents(&edition, mei.id).await, app.presents(&edition, kin.id).await];
    let mixed = Credential { csrf: mei.credential().csrf.clone(), ..kin.credential().clone() };
    let mixed = Client::new(&app.base, mixed);
    mixed.post(&format!("{HOME}/profile"), &[("name_latin", "X")]).await.expect(409);
    let submission = "submissions/01900000-0000-7000-8000-000000000000";
    kin.post(&format!("{HOME}/{submission}/confirm"), &[]).await.expect(404);
    app.edition("2027").await;
    kin.get("/en/2027/speaker").await.expect(404);
}
