//! Writing a submission on its own page: saving, handing in, who takes part.

use plenary::submissions::Decision;

use crate::support::{app::TestApp, calls::call_fields, client::Client, page::Page};

const HOME: &str = "/en/2026/speaker";

/// A speaker, and the page of a draft that she has just begun.
async fn begun(app: &TestApp) -> (Client, String) {
    let edition = app.edition("2026").await;
    let call = app.call(&edition, call_fields("talks")).await;
    let speaker = app.speaker(&edition, "Chan Mei").await;
    let mei = app.presents(&edition, speaker.id).await;
    let began = mei.post(&format!("{HOME}/calls/{}/start", call.id), &[]).await.expect(303);
    (mei, began.location().split('?').next().unwrap().to_owned())
}

fn version(page: &Page) -> String {
    page.value_of("version").unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_missing_stands_beside_its_field_and_what_was_written_is_kept() {
    let app = TestApp::start().await;
    let (mei, draft) = begun(&app).await;
    let seen = version(&mei.get(&draft).await.expect(200));
    let half = [("title.zh-Hant", "機械人"), ("version", &seen), ("then", "submit")];
    let lacking = mei.post(&format!("{draft}/save"), &half).await.expect(422);
    let beside = lacking.addresses();
    for field in ["#f-summary", "#f-spoken"] {
        assert!(beside.contains(&field.to_owned()), "{field} is not in {beside:?}");
    }
    assert!(lacking.value_of("session_type").is_none(), "there is but one: nothing to choose");
    assert_eq!(lacking.value_of("title.zh-Hant").as_deref(), Some("機械人"));
    let seen = version(&lacking);
    let whole = [
        ("title.zh-Hant", "機械人"),
        ("summary.zh-Hant", "摘要"),
        ("spoken", "yue"),
        ("version", &seen),
        ("then", "submit"),
    ];
    let sent = mei.post(&format!("{draft}/save"), &whole).await.expect(303);
    let home = mei.get(sent.location()).await.expect(200);
    assert!(home.says("Submitted. We have mailed you") && home.says("The organisers decide"));

    // Somebody who acts for her has an older page open: nothing is overwritten unseen.
    let stale = mei.post(&format!("{draft}/save"), &whole).await.expect(409);
    assert!(stale.says("As it stands now") && version(&stale) != seen);
    mei.post(&format!("{draft}/withdraw"), &[]).await.expect(303);
    let over = mei.get(&draft).await.expect(200);
    assert!(over.says("機械人") && over.value_of("version").is_none(), "to be read, not to be changed");
    mei.post(&format!("{draft}/save"), &whole).await.expect(409);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_asked_by_mail_says_yes_or_no_on_her_own_page() {
    let app = TestApp::start().await;
    let (mei, draft) = begun(&app).await;
    let act = format!("{draft}/invite");
    let refused = mei.post(&act, &[("email", "kin@")]).await.expect(422);
    assert!(refused.addresses().contains(&"#f-part".to_owned()));
    mei.post(&act, &[("email", "kin@example.org"), ("part", "speaker")]).await.expect(303);
    assert!(mei.get(&draft).await.says("kin@example.org · Speaker Asked, no answer yet"));

    let edition = plenary::editions::by_slug(&mut app.app.db.read().await.unwrap(), "2026").await.unwrap();
    let kin: String = app.one("SELECT id::text FROM speaker WHERE email = 'kin@example.org'").await;
    let kin = app.presents(&edition, kin.parse().unwrap()).await;
    assert!(kin.get(HOME).await.says("You are asked to take part"));
    let own = kin.get(&draft).await.expect(200);
    assert!(own.value_of("version").is_none() && !own.says("kin@example.org"));
    kin.post(&format!("{draft}/save"), &[("title.en", "Hers")]).await.expect(404);
    kin.post(&format!("{draft}/join"), &[("answer", "maybe")]).await.expect(422);
    let nameless = kin.post(&format!("{draft}/join"), &[("answer", "yes")]).await.expect(422);
    assert!(nameless.says("Please give your name first.") && nameless.body.contains("id=\"f-profile\""));
    let version = nameless.value_of("version").unwrap();
    let profile = [("name_latin", "Lau Kin"), ("version", version.as_str())];
    kin.post(&format!("{HOME}/profile"), &profile).await.expect(303);
    kin.post(&format!("{draft}/join"), &[("answer", "yes")]).await.expect(303);
    assert!(kin.get(HOME).await.says("You take part in this."));
    kin.post(&format!("{draft}/join"), &[("answer", "no")]).await.expect(409);

    let page = mei.get(&draft).await.expect(200);
    let remove = page.addresses().into_iter().find(|address| address.ends_with("/remove")).unwrap();
    mei.post(&remove, &[]).await.expect(303);
    kin.get(&draft).await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_accepted_talk_may_be_changed_after_the_deadline() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    let call = app.call(&edition, call_fields("talks")).await;
    let speaker = app.speaker(&edition, "Chan Mei").await;
    let id = app.submission(&call, &edition, speaker.id).await;
    let mei = app.presents(&edition, speaker.id).await;
    let talk = format!("{HOME}/submissions/{id}");
    app.run("UPDATE call SET closes_at = now() - interval '1 hour'").await;
    assert!(mei.get(&talk).await.expect(200).value_of("version").is_none());
    app.told(&edition, id, Decision::Accepted).await;
    assert!(mei.get(&talk).await.expect(200).value_of("version").is_some());
}
