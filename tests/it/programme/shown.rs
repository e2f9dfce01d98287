//! How the public meets a release: narrowed down, in calendars, marked up, by search engines.

use plenary::editions::{NewTrack, Track, TrackFields, parts};
use serde_json::{Value, json};

use super::{
    Making,
    public::{released, titles},
    talk,
};
use crate::support::editions::{fields, trilingual};

#[tokio::test(flavor = "multi_thread")]
async fn one_narrows_the_programme_to_a_track_or_to_a_language() {
    let making = Making::begin().await;
    let hall = making.room("hall", 100).await;
    let track = json!({ "slug": "robotics", "name": trilingual("Robotics", "機械人", "机器人"), "colour": "#1f4e79" });
    let (new, who) =
        (NewTrack::try_from(&fields::<TrackFields>(track)).unwrap(), making.app.organises(making.edition.id));
    let track = making.verb(async |tx| parts::create::<Track>(tx, &who, new).await).await.unwrap().id;
    let sessions = [
        json!({ "kind": "session", "title": { "en": "Engines" }, "minutes": "30", "track": track, "spoken": ["en"] }),
        json!({ "kind": "session", "title": { "en": "Compilers" }, "minutes": "30", "spoken": ["yue", "en"] }),
        json!({ "kind": "session", "title": { "en": "Coffee" }, "minutes": "30" }),
    ];
    for (session, minute) in sessions.into_iter().zip([0, 30, 60]) {
        let session = making.create(session).await.unwrap();
        making.place(&session, &[hall], minute).await.unwrap();
    }
    making.release("v1").await.unwrap();
    making.app.refresh().await;
    for (asked, found) in [
        ("track=robotics", vec!["Engines"]),
        ("spoken=yue", vec!["Compilers"]),
        ("spoken=en", vec!["Engines", "Compilers"]),
        ("spoken=en&track=robotics", vec!["Engines"]),
        ("spoken=cmn", vec![]),
    ] {
        assert_eq!(titles(&making.text(&format!("programme?{asked}")).await), found, "{asked}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_room_and_a_person_have_calendars_of_their_own_and_nothing_else_is_in_them() {
    let making = released().await;
    let room = async |slug: &str| {
        making.app.one::<String>(&format!("SELECT id::text FROM room WHERE slug = '{slug}'")).await
    };
    let annex = making.text(&format!("rooms/{}/calendar.ics", room("annex").await)).await;
    assert!(
        annex.contains("SUMMARY;LANGUAGE=en:Compilers") && annex.contains("SUMMARY;LANGUAGE=en:Coffee"),
        "{annex}"
    );
    assert_eq!(annex.matches("BEGIN:VEVENT").count(), 2, "{annex}");
    let ada: String = making.app.one("SELECT id::text FROM speaker WHERE name_latin = 'Ada Lovelace'").await;
    let hers = making.text(&format!("speakers/{ada}/calendar.ics")).await;
    assert!(
        hers.contains("SUMMARY;LANGUAGE=en:Engines") && hers.matches("BEGIN:VEVENT").count() == 1,
        "{hers}"
    );

    let narrowed = making.app.visitor().get("/en/2026/programme?room=annex").await.expect(200);
    let feed = format!("/en/2026/rooms/{}/calendar.ics", room("annex").await);
    assert!(narrowed.addresses().contains(&feed), "{}", narrowed.body);
    let whole = making.app.visitor().get("/en/2026/programme").await.expect(200);
    assert!(!whole.addresses().iter().any(|link| link.contains("/rooms/")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_room_in_use_is_not_removed_and_the_console_says_why() {
    let making = Making::begin().await;
    let organiser = making.app.organiser(making.edition.id).await;
    let hall = making.room("hall", 100).await;
    let session = making.session("Engines", &[]).await;
    let session = making.place(&session, &[hall], 0).await.unwrap();
    let remove = format!("/console/2026/settings/rooms/{hall}/remove");
    let refused = organiser.post(&remove, &[]).await.expect(409);
    assert!(refused.says("Something still refers to this"), "{}", refused.body);
    making.release("v1").await.unwrap();
    making.remove(&session).await.unwrap();
    organiser.post(&remove, &[]).await.expect(409);
    let spare = making.room("spare", 10).await;
    organiser.post(&format!("/console/2026/settings/rooms/{spare}/remove"), &[]).await.expect(303);
    assert_eq!(making.app.one::<i64>("SELECT count(*) FROM room").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn markdown_is_shown_as_it_was_meant_and_html_as_it_was_typed() {
    let making = Making::begin().await;
    let hall = making.room("hall", 100).await;
    let ada = making.speaker("Ada Lovelace").await;
    let about = "# Why\n\n**Bold** <script>alert(1)</script>\n\n- [one](https://a.example)\n- [two](javascript:alert(1))\n\n![chart](https://a.example/x.png)";
    let mut typed = talk("Engines", &[&ada]);
    typed["abstract"] = json!({ "en": about });
    let engines = making.create(typed).await.unwrap();
    making.place(&engines, &[hall], 0).await.unwrap();
    let biography = json!({ "original": "en", "en": "She *counts*. <img src=x onerror=alert(1)>" });
    making.app.run(&format!("UPDATE speaker SET biography = '{biography}'")).await;
    making.release("v1").await.unwrap();
    making.app.refresh().await;
    let page = making.text(&format!("sessions/{}", engines.id)).await;
    let link = "<a href=\"https://a.example\" rel=\"nofollow ugc noopener\">one</a>";
    for shown in ["<h2>Why</h2>", "<strong>Bold</strong> &lt;script&gt;alert(1)", link] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    for never in ["<script>alert", "href=\"javascript", "<img src=\"https://a.example"] {
        assert!(!page.contains(never), "{never}: {page}");
    }
    let hers = making.text(&format!("speakers/{ada}")).await;
    assert!(hers.contains("She <em>counts</em>. &lt;img src=x onerror=alert(1)&gt;"), "{hers}");
}

#[tokio::test(flavor = "multi_thread")]
async fn search_engines_read_the_edition_its_sessions_and_its_speakers() {
    let making = released().await;
    making
        .app
        .run(&format!(
            r#"INSERT INTO partner (id, edition_id, kind, name, position) VALUES
               (gen_random_uuid(), '{}', 'host', '{{"original":"en","en":"The Host"}}', 1)"#,
            making.edition.id
        ))
        .await;
    making.app.run("UPDATE publication SET version = version + 1").await;
    making.app.refresh().await;
    let said = async |path: &str| -> Value {
        let page = making.app.visitor().get(path).await.expect(200).body;
        let script = page
            .split("<script type=\"application/ld+json\">")
            .nth(1)
            .unwrap_or_else(|| panic!("{path}: {page}"));
        serde_json::from_str(script.split("</script>").next().unwrap()).unwrap()
    };
    let home = said("/en/2026").await;
    assert_eq!((&home["@type"], &home["name"]), (&json!("Event"), &json!("Third forum")));
    assert_eq!(home["location"]["name"], "The Hall");
    assert_eq!(home["organizer"][0]["name"], "The Host");
    assert!(home["startDate"].as_str().unwrap().ends_with("T09:30:00+08:00"), "{home}");

    let session = said(&format!("/en/2026/sessions/{}", making.id_of("Engines").await)).await;
    assert_eq!(session["superEvent"]["@id"], home["@id"], "what it is a part of is there to be read");
    assert_eq!(session["organizer"][0]["name"], "The Host");
    let page = session["performer"][0]["url"].as_str().unwrap();
    let ada: String = making.app.one("SELECT id::text FROM speaker WHERE name_latin = 'Ada Lovelace'").await;
    assert!(page.ends_with(&format!("/en/2026/speakers/{ada}")), "{page}");
    let person = said(&format!("/en/2026/speakers/{ada}")).await;
    assert_eq!((&person["@type"], &person["name"]), (&json!("Person"), &json!("Ada Lovelace")));
    assert_eq!(person["url"], page);
}
