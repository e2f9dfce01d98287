//! The speakers of an edition, as the organisers keep them.

use super::submissions::{invited, start};

const HOME: &str = "/console/2026/speakers";

#[tokio::test(flavor = "multi_thread")]
async fn a_speaker_is_found_corrected_and_sent_her_link_again() {
    let (app, organiser) = start().await;
    invited(&organiser, "Fission", "lise@example.org", &[("name_han", "張大文")]).await;
    let list = organiser.get(&format!("{HOME}?q=张")).await.expect(200);
    assert!(list.says("lise@example.org"));
    assert!(!organiser.get(&format!("{HOME}?q=nobody")).await.expect(200).says("lise@example.org"));

    let id: String = app.one("SELECT id::text FROM speaker").await;
    let page = format!("{HOME}/{id}");
    let form = organiser.get(&page).await.expect(200);
    let version = form.value_of("version").unwrap();
    let fields = [
        ("name_latin", "Lise Meitner"),
        ("email", "lise@example.org"),
        ("contact_email", "office@example.org"),
        ("lang", "zh-Hant"),
        ("biography.en", "She explained fission."),
        ("version", version.as_str()),
    ];
    organiser.post(&page, &fields).await.expect(303);
    assert!(organiser.get(&page).await.expect(200).says("She explained fission."));
    let stale = organiser.post(&page, &fields).await.expect(409);
    assert!(stale.says("She explained fission."), "nothing typed is lost");
    let wrong = organiser.post(&page, &[("name_latin", "Lise"), ("email", "nowhere")]).await.expect(422);
    assert_eq!(wrong.value_of("email").as_deref(), Some("nowhere"));

    organiser.post(&format!("{page}/send-link"), &[]).await.expect(303);
    let sent: i64 = app
        .one("SELECT count(*) FROM mail WHERE template = 'speaker-invited' AND recipient = 'office@example.org'")
        .await;
    assert_eq!(sent, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_trail_keeps_the_address_that_she_had_before() {
    let (app, organiser) = start().await;
    invited(&organiser, "Fission", "lise@example.org", &[]).await;
    let id: String = app.one("SELECT id::text FROM speaker").await;
    let page = format!("{HOME}/{id}");
    let version = organiser.get(&page).await.expect(200).value_of("version").unwrap();
    let fields = [
        ("name_latin", "Lise Meitner"),
        ("email", "meitner@example.org"),
        ("lang", "en"),
        ("version", version.as_str()),
    ];
    organiser.post(&page, &fields).await.expect(303);
    let kept = "SELECT (content->'before'->>'email') || ' ' || (content->'after'->>'email')
                FROM audit_entry WHERE action = 'speaker.correct'";
    assert_eq!(app.one::<String>(kept).await, "lise@example.org meitner@example.org");
    let found = organiser.get(&format!("{HOME}?q=meitner@example")).await.expect(200);
    assert!(found.says("meitner@example.org"), "she is found by the new one");
}

#[tokio::test(flavor = "multi_thread")]
async fn speakers_stand_in_the_order_that_protocol_wants() {
    let (app, organiser) = start().await;
    invited(&organiser, "One", "first@example.org", &[]).await;
    invited(&organiser, "Two", "second@example.org", &[]).await;
    let second: String = app.one("SELECT id::text FROM speaker WHERE email = 'second@example.org'").await;
    organiser.post(&format!("{HOME}/order"), &[("id", second.as_str()), ("move", "up")]).await.expect(303);
    let list = organiser.get(HOME).await.expect(200).body;
    assert!(list.find("second@example.org") < list.find("first@example.org"));
    assert!(!organiser.get(&format!("{HOME}?q=example")).await.expect(200).body.contains("name=\"move\""));
}
