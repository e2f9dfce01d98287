//! What anybody sees of a release: pages, calendars, files for programs, stars.

use plenary::{
    formats::schedule::Schedule,
    speakers::{self, NewSpeaker, SpeakerFields},
};

use super::{Making, talk};
use crate::support::{client::Client, editions::fields};

/// Two talks and a break in two rooms, released as "v1".
pub(super) async fn released() -> Making {
    let making = Making::begin().await;
    let (hall, annex) = (making.room("hall", 100).await, making.room("annex", 20).await);
    let (ada, grace) = (making.speaker("Ada Lovelace").await, making.speaker("Grace Hopper").await);
    let engines = making.session("Engines", &[&ada]).await;
    let compilers = making.session("Compilers", &[&grace]).await;
    let coffee =
        making.create(serde_json::json!({ "kind": "break", "title": { "en": "Coffee" }, "minutes": "15" }));
    let coffee = coffee.await.unwrap();
    making.place(&engines, &[hall], 0).await.unwrap();
    making.place(&compilers, &[annex], 0).await.unwrap();
    making.place(&coffee, &[hall, annex], 30).await.unwrap();
    making.release("v1").await.unwrap();
    making.app.refresh().await;
    making
}

impl Making {
    pub(super) async fn text(&self, path: &str) -> String {
        self.app.visitor().get(&format!("/en/2026/{path}")).await.expect(200).body
    }

    pub(super) async fn id_of(&self, title: &str) -> String {
        self.app.one(&format!("SELECT id::text FROM session WHERE title->>'en' = '{title}'")).await
    }
}

pub(super) fn titles(page: &str) -> Vec<&'static str> {
    ["Engines", "Compilers", "Coffee"]
        .into_iter()
        .filter(|title| page.contains(&format!("\">{title}</a>")))
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn before_the_first_release_the_page_says_so_and_the_files_are_not_there() {
    let making = Making::begin().await;
    assert!(making.text("programme").await.contains("The programme is not out yet"));
    for file in ["schedule.xml", "schedule.json", "programme.ics", "programme.csv", "now", "speakers"] {
        making.app.visitor().get(&format!("/en/2026/{file}")).await.expect(404);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_looks_for_a_room_a_speaker_or_a_word() {
    let making = released().await;
    assert_eq!(titles(&making.text("programme").await), ["Engines", "Compilers", "Coffee"]);
    assert_eq!(titles(&making.text("programme?room=annex").await), ["Compilers", "Coffee"]);
    assert_eq!(titles(&making.text("programme?q=lovelace").await), ["Engines"]);
    assert_eq!(titles(&making.text("programme?q=compil").await), ["Compilers"]);
    assert_eq!(titles(&making.text("programme?track=none-such").await), Vec::<&str>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_private_of_a_speaker_is_public() {
    let making = Making::begin().await;
    let hall = making.room("hall", 100).await;
    let ada = making.speaker("Ada Lovelace").await;
    making
        .app
        .run(&format!("UPDATE speaker SET contact_email = 'secret@example.org' WHERE id = '{ada}'"))
        .await;
    let engines = making.session("Engines", &[&ada]).await;
    making.place(&engines, &[hall], 0).await.unwrap();
    making.release("v1").await.unwrap();
    making.app.refresh().await;
    let session = format!("sessions/{}", engines.id);
    for page in [&session, &format!("speakers/{ada}"), "schedule.json", "schedule.xml", "programme.csv"] {
        let text = making.text(page).await;
        assert!(
            text.contains("Lovelace") && !text.contains("secret@") && !text.contains("lovelace@"),
            "{page}: {text}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_corrected_name_shows_without_another_release() {
    let making = released().await;
    assert!(making.text("programme").await.contains("Ada Lovelace"));
    let ada: String = making.app.one("SELECT id::text FROM speaker WHERE name_latin = 'Ada Lovelace'").await;
    let profile = serde_json::json!({ "profile": { "name_latin": "Ada King" } });
    let new = NewSpeaker::try_from(&fields::<SpeakerFields>(profile)).unwrap();
    let id = ada.parse().unwrap();
    making.verb(async |tx| speakers::correct(tx, &making.who, id, new).await).await.unwrap();
    making.app.refresh().await;
    let page = making.text("programme").await;
    assert!(page.contains("Ada King") && !page.contains("Lovelace"), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_moves_is_at_its_new_time_everywhere_with_a_higher_sequence() {
    let making = released().await;
    let engines = making.id_of("Engines").await;
    let before = making.text(&format!("sessions/{engines}/calendar.ics")).await;
    assert!(before.contains(&format!("UID:{engines}@")) && before.contains("SEQUENCE:0"), "{before}");
    making
        .app
        .run(&format!("UPDATE session SET starts_at = starts_at + interval '2 hours' WHERE id = '{engines}'"))
        .await;
    making.release("v2").await.unwrap();
    making.app.refresh().await;
    let after = making.text(&format!("sessions/{engines}/calendar.ics")).await;
    assert!(after.contains(&format!("UID:{engines}@")) && after.contains("SEQUENCE:1"), "{after}");
    assert!(after.contains("T113000") && before.contains("T093000"), "{after}");
    let old = making.text("releases/1").await;
    assert!(old.contains("an earlier version") && old.contains("9:30 am"), "{old}");
    making.app.visitor().get("/en/2026/releases/3").await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_taken_off_is_struck_out_of_calendars() {
    let making = released().await;
    let engines = making.id_of("Engines").await;
    making.app.run(&format!("UPDATE session SET starts_at = NULL WHERE id = '{engines}'")).await;
    making.release("v2").await.unwrap();
    making.app.refresh().await;
    assert_eq!(titles(&making.text("programme").await), ["Compilers", "Coffee"]);
    assert!(making.text(&format!("sessions/{engines}")).await.contains("This session is cancelled."));
    assert!(making.text("programme.ics").await.contains("STATUS:CANCELLED"));
}

#[tokio::test(flavor = "multi_thread")]
async fn xml_and_json_say_the_same_and_any_origin_may_read_them() {
    let making = released().await;
    let (xml, json) = (making.text("schedule.xml").await, making.text("schedule.json").await);
    let [xml, json] = [xml, json].map(|file| Schedule::read(file.as_bytes()).unwrap());
    assert_eq!(xml, json);
    assert_eq!(xml.events().count(), 3);
    let answer = making.app.visitor().get("/en/2026/schedule.json").await.expect(200);
    assert_eq!(answer.header("access-control-allow-origin"), "*");
}

#[tokio::test(flavor = "multi_thread")]
async fn stars_need_no_account_and_their_calendar_follows() {
    let making = released().await;
    let (mine, another): (Client, Client) = (making.app.visitor(), making.app.visitor());
    let engines = making.id_of("Engines").await;
    let star = format!("/en/2026/sessions/{engines}/star");
    mine.post(&star, &[("on", "yes"), ("from", "programme")]).await.expect(303);
    let page = mine.get("/en/2026/starred").await.expect(200);
    assert_eq!(titles(&page.body), ["Engines"]);
    assert_eq!(titles(&another.get("/en/2026/starred").await.expect(200).body), Vec::<&str>::new());

    let feed = page.body.split("/starred/").nth(1).unwrap().split('<').next().unwrap().to_owned();
    let feed = format!("/starred/{}", feed.replace("&#38;", "&"));
    assert_eq!(another.get(&feed).await.expect(200).body.matches("BEGIN:VEVENT").count(), 1);
    mine.post(&star, &[("on", "no"), ("from", "starred")]).await.expect(303);
    assert_eq!(another.get(&feed).await.expect(200).body.matches("BEGIN:VEVENT").count(), 0);
    making.app.visitor().get("/starred/AAAA/calendar.ics").await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn stars_of_one_edition_are_none_of_another() {
    let making = released().await;
    let (mine, engines) = (making.app.visitor(), making.id_of("Engines").await);
    let star = format!("/en/2026/sessions/{engines}/star");
    mine.post(&star, &[("on", "yes")]).await.expect(303);
    let next = making.app.edition("2027").await;
    making.app.run("ALTER TABLE star DROP CONSTRAINT star_star_list_id_fkey").await;
    making.app.run(&format!("UPDATE star_list SET edition_id = '{}'", next.id)).await;
    assert_eq!(titles(&mine.get("/en/2026/starred").await.expect(200).body), Vec::<&str>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn next_is_what_each_room_has_first() {
    let making = released().await;
    assert_eq!(titles(&making.text("now").await), ["Engines", "Compilers"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn now_is_what_has_begun_and_has_not_ended() {
    let making = Making::begin().await;
    let hall = making.room("hall", 100).await;
    for (title, minutes_ago) in [("Engines", 10), ("Compilers", 45)] {
        let talk = making.session(title, &[]).await;
        making.place(&talk, &[hall], minutes_ago).await.unwrap();
        let begins = format!("now() - interval '{minutes_ago} minutes'");
        making.app.run(&format!("UPDATE session SET starts_at = {begins} WHERE id = '{}'", talk.id)).await;
    }
    let today = "starts_at = now() - interval '1 day', ends_at = now() + interval '1 day'";
    making.app.run(&format!("UPDATE edition SET {today}")).await;
    making.release("v1").await.unwrap();
    making.app.refresh().await;
    assert_eq!(titles(&making.text("now").await), ["Engines"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_what_is_released_can_be_starred() {
    let making = released().await;
    let draft = making.create(talk("Secret", &[])).await.unwrap();
    let star = format!("/en/2026/sessions/{}/star", draft.id);
    making.app.visitor().post(&star, &[("on", "yes")]).await.expect(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn her_photo_is_public_with_her_session_and_only_while_it_is_there() {
    let making = released().await;
    let app = &making.app;
    let id = async |name: &str| {
        let sql = format!("SELECT id::text FROM speaker WHERE name_latin = '{name}'");
        app.one::<String>(&sql).await.parse().unwrap()
    };
    making.speaker("Eve").await;
    let (ada, eve) = (id("Ada Lovelace").await, id("Eve").await);
    let at = |who, photo| format!("/en/2026/speakers/{who}/photo/{photo}");
    let (hers, hidden) = (at(ada, app.photo(ada).await), at(eve, app.photo(eve).await));
    app.refresh().await;
    for page in [format!("speakers/{ada}"), "speakers".to_owned(), "schedule.json".to_owned()] {
        assert!(making.text(&page).await.contains(&hers), "{page}");
    }
    let shown = app.visitor().get(&hers).await.expect(200);
    assert!(shown.header("content-type").starts_with("image/"));
    app.visitor().get(&hidden).await.expect(404);
    let who = app.presenter(ada).await;
    app.app.db.transaction(async |tx| speakers::remove_photo(tx, &who).await).await.unwrap();
    app.refresh().await;
    app.visitor().get(&hers).await.expect(404);
}
