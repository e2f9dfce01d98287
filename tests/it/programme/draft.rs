//! One draft that several people edit.

use plenary::{
    editions::{NewRoom, Room, RoomFields, parts},
    programme::{self, clash::ClashKind},
    values::Line,
};
use reqwest::Method;
use serde_json::json;

use super::{Making, conflict, refused, talk};
use crate::support::editions::fields;

#[tokio::test(flavor = "multi_thread")]
async fn what_an_import_brought_in_passes_as_it_is_and_what_is_typed_anew_keeps_to_the_rules() {
    let making = Making::begin().await;
    let seen = making.session("Short", &[]).await;
    let (long, prose) = ("A".repeat(260), "B".repeat(6_000));
    making
        .app
        .run(&format!(
            "UPDATE session SET minutes = 47, title = jsonb_set(title, '{{en}}', '\"{long}\"'),
                    abstract = jsonb_set(title, '{{en}}', '\"{prose}\"')"
        ))
        .await;
    let organiser = making.app.organiser(making.edition.id).await;
    let page = format!("/console/2026/programme/{}", seen.id);
    let shown = organiser.get(&page).await.expect(200);
    let version = shown.value_of("version").unwrap();
    let typed = |title: &str, minutes: &str| {
        let pairs = [
            ("version", version.as_str()),
            ("kind", "plenary"),
            ("title.en", title),
            ("minutes", minutes),
            ("abstract.en", &prose),
        ];
        pairs.map(|(name, value)| (name.to_owned(), value.to_owned()))
    };
    let post = async |title: &str, minutes: &str| {
        let typed = typed(title, minutes);
        let pairs: Vec<(&str, &str)> =
            typed.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        organiser.post(&page, &pairs).await
    };
    post(&format!("{long}C"), "47").await.expect(422);
    post(&long, "48").await.expect(422);
    post(&long, "47").await.expect(303);
    assert_eq!(making.app.one::<String>("SELECT kind FROM session").await, "plenary");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_edit_at_once_never_overwrite_each_other_unseen() {
    let making = Making::begin().await;
    let hall = making.room("hall", 100).await;
    let seen = making.session("Opening", &[]).await;
    making.place(&seen, &[hall], 0).await.unwrap();
    assert_eq!(conflict(making.place(&seen, &[hall], 60).await), "edited_meanwhile");
    assert_eq!(conflict(making.remove(&seen).await), "edited_meanwhile");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_takes_place_in_one_room_and_a_plenary_in_several() {
    let making = Making::begin().await;
    let rooms = [making.room("hall", 100).await, making.room("annex", 50).await];
    let talk = making.session("A talk", &[]).await;
    assert_eq!(refused(making.place(&talk, &rooms, 0).await, "rooms"), "room_one");
    let plenary = json!({ "kind": "plenary", "title": { "en": "Opening" }, "minutes": "30" });
    let plenary = making.create(plenary).await.unwrap();
    making.place(&plenary, &rooms, 0).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn rooms_and_people_of_another_edition_are_unknown_here() {
    let making = Making::begin().await;
    let (seen, stranger) = (making.session("A talk", &[]).await, uuid::Uuid::now_v7());
    assert_eq!(refused(making.place(&seen, &[stranger.into()], 0).await, "rooms"), "room_unknown");
    let with_stranger = making.create(talk("A talk", &[&stranger.to_string()])).await;
    assert_eq!(refused(with_stranger, "people"), "speaker_unknown");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clash_may_stand_with_a_reason_that_lapses_when_its_facts_change() {
    let making = Making::begin().await;
    let (hall, annex) = (making.room("hall", 100).await, making.room("annex", 50).await);
    let ada = making.speaker("Ada").await;
    let (one, two) = (making.session("One", &[&ada]).await, making.session("Two", &[&ada]).await);
    making.place(&one, &[hall], 0).await.unwrap();
    let two = making.place(&two, &[annex], 15).await.unwrap();
    assert_eq!(conflict(making.release("v1").await), "draft_clashes");

    let clash = found(&making).await;
    assert_eq!(clash.kind, ClashKind::SpeakerTwice);
    let reason = Line::parse("She joins the second by video").unwrap();
    let acknowledge =
        async |tx: &mut _| programme::acknowledge(tx, &making.who, clash.key.as_str(), reason).await;
    making.verb(acknowledge).await.unwrap();
    making.release("v1").await.unwrap();

    making.place(&two, &[annex], 20).await.unwrap();
    assert_eq!(conflict(making.release("v2").await), "draft_clashes");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_can_answer_for_a_room_that_is_used_twice() {
    let making = Making::begin().await;
    let hall = making.room("hall", 100).await;
    for title in ["One", "Two"] {
        let session = making.session(title, &[]).await;
        making.place(&session, &[hall], 0).await.unwrap();
    }
    let clash = found(&making).await;
    let reason = Line::parse("It will do").unwrap();
    let acknowledge =
        async |tx: &mut _| programme::acknowledge(tx, &making.who, clash.key.as_str(), reason).await;
    assert_eq!(conflict(making.verb(acknowledge).await), "clash_not_acknowledgeable");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_room_that_must_be_made_ready_warns_of_sessions_that_follow_at_once() {
    let making = Making::begin().await;
    let typed = json!({ "slug": "hall", "name": { "en": "Hall" }, "turnaround_minutes": "10" });
    let typed: RoomFields = fields(typed);
    let (new, who) = (NewRoom::try_from(&typed).unwrap(), making.app.organises(making.edition.id));
    let hall = making.verb(async |tx| parts::create::<Room>(tx, &who, new).await).await.unwrap().id;
    for (title, minute) in [("One", 0), ("Two", 30)] {
        let session = making.session(title, &[]).await;
        making.place(&session, &[hall], minute).await.unwrap();
    }
    assert_eq!(found(&making).await.kind, ClashKind::Turnaround);
    making.release("v1").await.unwrap();
}

/// The one clash of the draft.
async fn found(making: &Making) -> programme::clash::Clash {
    let mut conn = making.app.app.db.read().await.unwrap();
    let mut checked = programme::check(&mut conn, &making.who).await.unwrap();
    assert_eq!(checked.len(), 1, "{checked:?}");
    checked.remove(0).clash
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_note_when_a_speaker_can_come_and_another_time_clashes() {
    let making = Making::begin().await;
    let organiser = making.app.organiser(making.edition.id).await;
    let hall = making.room("hall", 100).await;
    let ada = making.speaker("Ada").await;
    let session = making.session("Engines", &[&ada]).await;
    making.place(&session, &[hall], 0).await.unwrap();
    let clashes = async || {
        let page = organiser.get("/console/2026/programme").await.expect(200);
        page.says("Somebody can’t come then")
    };
    assert!(!clashes().await, "nothing is known of her times");

    let page = format!("/console/2026/speakers/{ada}");
    let day = making.edition.zone.at(making.edition.starts_at).date();
    let [from, to] = [format!("{day}T14:00"), format!("{day}T16:00")];
    let row = |from, to| [("from", from), ("to", to)];
    let backwards =
        organiser.post(&format!("{page}/times"), &row(to.as_str(), from.as_str())).await.expect(422);
    assert!(backwards.addresses().contains(&"#f-spans.0".to_owned()));
    organiser.post(&format!("{page}/times"), &row(from.as_str(), to.as_str())).await.expect(303);
    assert_eq!(organiser.get(&page).await.expect(200).value_of("from").as_deref(), Some(from.as_str()));
    assert!(clashes().await);

    let (_, program) = making.app.token(&organiser, &["programme:write"], Some(making.edition.id)).await;
    let at = format!("/api/v1/editions/2026/speakers/{ada}/availability");
    let whole = json!({ "spans": [[format!("{day}T09:00"), format!("{day}T18:00")]] });
    let said = program.send(Method::PUT, &at, &whole).await.expect(200).json();
    assert_eq!(said["items"].as_array().unwrap().len(), 1);
    assert_eq!(program.get(&at).await.expect(200).json(), said);
    assert!(!clashes().await);
}
