//! Tracks, rooms and partners.

use plenary::{
    editions::{
        self, Edition, NewPartner, NewRoom, NewTrack, Partner, PartnerFields, Room, RoomFields, Track,
        TrackFields, parts,
    },
    error::Error,
    values::{Id, Lang},
};

use crate::support::{
    Forum,
    cluster::connect,
    forum::{conflict_code, field_code, organiser, text},
};

fn track(slug: &str) -> NewTrack {
    let fields = TrackFields { slug: slug.to_owned(), name: text(slug), colour: "#1f4e79".to_owned() };
    NewTrack::try_from(&fields).unwrap()
}

async fn add(forum: &Forum, edition: &Edition, slug: &str) -> Track {
    let who = organiser(edition);
    forum.db.transaction(async |tx| parts::create(tx, &who, track(slug)).await).await.unwrap()
}

async fn order(forum: &Forum, edition: &Edition) -> Vec<String> {
    let tracks: Vec<Track> = parts::list(&mut *forum.conn().await, edition.id).await.unwrap();
    tracks.into_iter().map(|track| track.slug.into_string()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_part_is_added_changed_and_removed_on_the_record() {
    let forum = Forum::empty().await;
    let edition = forum.draft("2027").await;
    let who = organiser(&edition);
    let made = add(&forum, &edition, "robotics").await;
    let changed =
        forum.db.transaction(async |tx| parts::change(tx, &who, made.id, track("automation")).await).await;
    assert_eq!(changed.unwrap().slug.as_str(), "automation");
    forum.db.transaction(async |tx| parts::remove(tx, &who, made.id).await).await.unwrap();
    assert!(order(&forum, &edition).await.is_empty());
    assert_eq!(forum.history(made.id.uuid()).await, ["track.create", "track.change", "track.remove"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_tracks_or_rooms_of_an_edition_never_share_a_slug() {
    let forum = Forum::empty().await;
    let (one, other) = (forum.draft("2027").await, forum.draft("2028").await);
    add(&forum, &one, "robotics").await;
    add(&forum, &other, "robotics").await;
    let who = organiser(&one);
    let again =
        forum.db.transaction(async |tx| parts::create::<Track>(tx, &who, track("robotics")).await).await;
    assert_eq!(field_code(again, "slug"), "slug_taken");
    let fields = RoomFields {
        slug: "hall".to_owned(),
        name: text("Hall"),
        capacity: 300.into(),
        turnaround_minutes: 10.into(),
    };
    let room = NewRoom::try_from(&fields).unwrap();
    let twice = forum.db.transaction(async |tx| {
        parts::create::<Room>(tx, &who, room.clone()).await?;
        parts::create::<Room>(tx, &who, room).await
    });
    assert_eq!(field_code(twice.await, "slug"), "slug_taken");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_organiser_sets_the_order_and_newcomers_stand_at_the_end() {
    let forum = Forum::empty().await;
    let edition = forum.draft("2027").await;
    let (a, b) = (add(&forum, &edition, "aa").await, add(&forum, &edition, "bb").await);
    let seen = [b.id, a.id];
    add(&forum, &edition, "cc").await;
    let who = organiser(&edition);
    forum.db.transaction(async |tx| parts::reorder::<Track>(tx, &who, &seen).await).await.unwrap();
    add(&forum, &edition, "dd").await;
    assert_eq!(order(&forum, &edition).await, ["bb", "aa", "cc", "dd"]);
    assert!(forum.history(edition.id.uuid()).await.contains(&"track.reorder".to_owned()));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_organiser_cannot_reach_another_editions_parts() {
    let forum = Forum::empty().await;
    let (one, other) = (forum.draft("2027").await, forum.draft("2028").await);
    let theirs = add(&forum, &other, "robotics").await;
    let who = organiser(&one);
    let changed =
        forum.db.transaction(async |tx| parts::change(tx, &who, theirs.id, track("mine")).await).await;
    assert!(matches!(changed, Err(Error::NotFound)));
    let removed = forum.db.transaction(async |tx| parts::remove(tx, &who, theirs.id).await).await;
    assert!(matches!(removed, Err(Error::NotFound)));
    for strangers in [vec![theirs.id], vec![Id::<Track>::fresh()]] {
        let moved = forum.db.transaction(async |tx| parts::reorder(tx, &who, &strangers).await).await;
        assert!(matches!(moved, Err(Error::NotFound)));
    }
    assert_eq!(order(&forum, &other).await, ["robotics"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_something_refers_to_stays() {
    let forum = Forum::empty().await;
    let edition = forum.draft("2027").await;
    let used = add(&forum, &edition, "robotics").await;
    let talk = format!(
        "CREATE TABLE talk AS SELECT '{}'::uuid AS track; ALTER TABLE talk ADD FOREIGN KEY (track) REFERENCES track",
        used.id
    );
    connect(&forum.database.url).await.batch_execute(&talk).await.unwrap();
    let who = organiser(&edition);
    let removed = forum.db.transaction(async |tx| parts::remove(tx, &who, used.id).await).await;
    assert_eq!(conflict_code(removed), "in_use");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_public_gets_all_parts_and_the_report_what_they_lack() {
    let (forum, edition) = Forum::with_edition("2027").await;
    let who = organiser(&edition);
    let mut fields =
        PartnerFields { kind: "host".to_owned(), name: text("An institute"), url: "example.org".to_owned() };
    fields.name.zh_hans.clear();
    let host = NewPartner::try_from(&fields).unwrap();
    let host: Partner = forum.db.transaction(async |tx| parts::create(tx, &who, host).await).await.unwrap();
    add(&forum, &edition, "robotics").await;
    let public = editions::public_edition(&mut *forum.conn().await, edition).await.unwrap();
    assert_eq!(public.partners, std::slice::from_ref(&host));
    assert_eq!((public.tracks.len(), public.rooms.len(), public.consent_texts.len()), (1, 0, 1));
    let missing = editions::completeness(public.texts());
    assert_eq!(missing.len(), 1, "{missing:?}");
    let expected = ("partner", Some(host.name), vec![Lang::ZhHans]);
    assert_eq!((missing[0].kind, missing[0].of.clone(), missing[0].langs.clone()), expected);
}

#[test]
fn the_fields_of_parts_have_their_limits() {
    let track =
        TrackFields { slug: "x".to_owned(), name: text(&"n".repeat(80)), colour: "#ffff00".to_owned() };
    let errors = NewTrack::try_from(&track).unwrap_err();
    let codes: Vec<&str> = errors.iter().map(|error| error.reason.code).collect();
    assert_eq!(codes, ["slug_invalid", "too_long", "colour_contrast"]);
    let room = RoomFields {
        slug: "hall".to_owned(),
        name: text("Hall"),
        capacity: 0.into(),
        ..RoomFields::default()
    };
    assert!(NewRoom::try_from(&room).unwrap_err().of("capacity").is_some());
    let partner =
        PartnerFields { kind: "owner".to_owned(), name: text(""), url: "ftp://example.org".to_owned() };
    let errors = NewPartner::try_from(&partner).unwrap_err();
    assert!(errors.of("kind").is_some() && errors.of("url").is_some());
}
