//! Who sees an edition when.

use plenary::{
    accounts::{Role, RoleAt, proofs::Observer},
    editions::{self, Edition, EditionState, NewEdition, publication},
    error::Error,
    values::{LocalisedFields, Moment},
};

use crate::support::{
    Forum,
    forum::{admin, conflict_code, edition_fields, field_code, long_ago, organiser},
};

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_hidden_from_the_public_and_open_to_staff() {
    let forum = Forum::empty().await;
    let draft = forum.draft("2027").await;
    let mut conn = forum.conn().await;
    assert!(matches!(editions::by_slug(&mut conn, "2027").await, Err(Error::NotFound)));
    assert!(matches!(editions::current(&mut conn, Moment::now()).await, Err(Error::NotFound)));
    assert!(editions::public_editions(&mut conn).await.unwrap().is_empty());
    assert_eq!(editions::id_of_slug(&mut conn, "2027").await.unwrap(), draft.id);
    let staff = Observer::from(&organiser(&draft));
    assert_eq!(editions::for_staff(&mut conn, &staff).await.unwrap(), draft);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_published_and_an_archived_edition_are_public() {
    let (forum, edition) = Forum::with_edition("2027").await;
    let mut conn = forum.conn().await;
    assert_eq!(editions::by_slug(&mut conn, "2027").await.unwrap(), edition);
    let who = organiser(&edition);
    forum.db.transaction(async |tx| editions::archive(tx, &who).await).await.unwrap();
    let found = editions::by_slug(&mut conn, "2027").await.unwrap();
    assert_eq!((found.state, found.published_at), (EditionState::Archived, edition.published_at));
}

#[tokio::test(flavor = "multi_thread")]
async fn publishing_needs_a_place_and_a_statement_on_personal_data() {
    let forum = Forum::empty().await;
    let mut fields = edition_fields("2027");
    fields.venue_name = LocalisedFields::default();
    let new = NewEdition::try_from(&fields).unwrap();
    let draft = forum.db.transaction(async |tx| editions::create(tx, &admin(), new, long_ago()).await).await;
    let who = organiser(&draft.unwrap());
    let publish =
        async || forum.db.transaction(async |tx| editions::publish(tx, &who, Moment::now()).await).await;
    assert_eq!(field_code(publish().await, "venue_name"), "required");
    assert_eq!(field_code(publish().await, "consent_texts.collection"), "required");
}

#[tokio::test(flavor = "multi_thread")]
async fn states_follow_each_other() {
    let forum = Forum::empty().await;
    let draft = forum.draft("2027").await;
    let who = organiser(&draft);
    let archive = async || forum.db.transaction(async |tx| editions::archive(tx, &who).await).await;
    let publish =
        async || forum.db.transaction(async |tx| editions::publish(tx, &who, Moment::now()).await).await;
    assert_eq!(conflict_code(archive().await), "edition_not_published");
    let first = forum.published(&draft).await;
    assert_eq!(conflict_code(publish().await), "edition_published");
    archive().await.unwrap();
    assert_eq!(publish().await.unwrap().published_at, first.published_at);
    let history = forum.history(draft.id.uuid()).await;
    let expected =
        ["edition.create", "consent-text.set", "edition.publish", "edition.archive", "edition.publish"];
    assert_eq!(history, expected);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_site_leads_to_what_comes_next_else_to_what_was_last() {
    let forum = Forum::empty().await;
    for (slug, year) in [("2026", 2026), ("2027", 2027), ("2028", 2028)] {
        let mut fields = edition_fields(slug);
        fields.starts_at = format!("{year}-11-19T09:30");
        fields.ends_at = format!("{year}-11-20T17:00");
        fields.offers_end_at = String::new();
        let new = NewEdition::try_from(&fields).unwrap();
        let made =
            forum.db.transaction(async |tx| editions::create(tx, &admin(), new, long_ago()).await).await;
        forum.published(&made.unwrap()).await;
    }
    let mut conn = forum.conn().await;
    for (now, leads_to) in [
        ("2026-01-01T00:00:00Z", "2026"),
        ("2026-11-19T12:00:00Z", "2026"),
        ("2026-11-20T09:00:00Z", "2027"),
        ("2028-11-20T08:59:59Z", "2028"),
        ("2030-01-01T00:00:00Z", "2028"),
    ] {
        let now = now.parse::<jiff::Timestamp>().unwrap().into();
        assert_eq!(editions::current(&mut conn, now).await.unwrap().slug.as_str(), leads_to, "{now}");
    }
    let next = editions::by_slug(&mut conn, "2027").await.unwrap();
    forum.db.transaction(async |tx| editions::archive(tx, &organiser(&next)).await).await.unwrap();
    let now = "2027-01-01T00:00:00Z".parse::<jiff::Timestamp>().unwrap().into();
    assert_eq!(editions::current(&mut conn, now).await.unwrap().slug.as_str(), "2028");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_public_change_moves_the_publication_count() {
    let forum = Forum::empty().await;
    let count = async |edition: &Edition| {
        publication::versions(&mut *forum.conn().await).await.unwrap().get(&edition.id).copied()
    };
    let draft = forum.draft("2027").await;
    let other = forum.draft("2028").await;
    assert_eq!(count(&draft).await, Some(1));
    forum.published(&draft).await;
    assert_eq!(count(&draft).await, Some(3));
    assert_eq!(count(&other).await, Some(1));
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_find_the_editions_they_have_a_role_in() {
    let forum = Forum::empty().await;
    let (mine, _theirs) = (forum.draft("2027").await, forum.draft("2028").await);
    let mut conn = forum.conn().await;
    let desk = RoleAt::new(Role::Desk, Some(mine.id.uuid())).unwrap();
    assert_eq!(editions::mine(&mut conn, &[desk, desk]).await.unwrap(), [mine]);
    assert_eq!(editions::mine(&mut conn, &[desk, RoleAt::ADMIN]).await.unwrap().len(), 2);
    assert!(editions::mine(&mut conn, &[]).await.unwrap().is_empty());
}
