//! Editions, their parts and what the public sees of them.

mod consent_texts;
mod lifecycle;
mod parts;
mod side_events;

use plenary::editions::{self, EditionChange, NewEdition};

use crate::support::{
    Forum,
    forum::{admin, conflict_code, edition_fields, field_code, long_ago, organiser},
};
use plenary::values::Moment;

#[tokio::test(flavor = "multi_thread")]
async fn an_edition_is_made_once_under_its_slug() {
    let forum = Forum::empty().await;
    let first = forum.draft("2027").await;
    assert_eq!(forum.history(first.id.uuid()).await, ["edition.create"]);
    let again = NewEdition::try_from(&edition_fields("2027")).unwrap();
    let again =
        forum.db.transaction(async |tx| editions::create(tx, &admin(), again, long_ago()).await).await;
    assert_eq!(field_code(again, "slug"), "slug_taken");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_edition_cannot_start_in_the_past() {
    let forum = Forum::empty().await;
    let new = NewEdition::try_from(&edition_fields("2027")).unwrap();
    let later = new.starts_at.plus(jiff::SignedDuration::from_secs(1));
    let made = forum.db.transaction(async |tx| editions::create(tx, &admin(), new, later).await).await;
    assert_eq!(field_code(made, "starts_at"), "date_past");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_is_kept_with_what_was_before() {
    let forum = Forum::empty().await;
    let draft = forum.draft("2027").await;
    let mut details = NewEdition::try_from(&edition_fields("2028")).unwrap();
    details.tagline = None;
    let change = EditionChange { version: draft.version, details };
    let who = organiser(&draft);
    let changed = forum.db.transaction(async |tx| editions::change(tx, &who, change, long_ago()).await).await;
    let changed = changed.unwrap();
    assert_eq!((changed.slug.as_str(), changed.tagline), ("2028", None));
    assert_eq!(forum.history(draft.id.uuid()).await, ["edition.create", "edition.change"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_overwrites_what_they_have_not_seen() {
    let forum = Forum::empty().await;
    let draft = forum.draft("2027").await;
    let who = organiser(&draft);
    let details = NewEdition::try_from(&edition_fields("2027")).unwrap();
    let change = EditionChange { version: draft.version, details };
    let attempt = async || {
        let change = change.clone();
        forum.db.transaction(async |tx| editions::change(tx, &who, change, long_ago()).await).await
    };
    attempt().await.unwrap();
    assert_eq!(conflict_code(attempt().await), "edited_meanwhile");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_start_may_stay_in_the_past_but_not_move_there() {
    let forum = Forum::empty().await;
    let draft = forum.draft("2027").await;
    let who = organiser(&draft);
    let late = draft.starts_at.plus(jiff::SignedDuration::from_hours(1));
    let mut fields = edition_fields("2027");
    let attempt = async |fields: &editions::EditionFields, version| {
        let details = NewEdition::try_from(fields).unwrap();
        let change = EditionChange { version, details };
        forum.db.transaction(async |tx| editions::change(tx, &who, change, late).await).await
    };
    fields.number = 5.into();
    let running = attempt(&fields, draft.version).await.unwrap();
    assert_eq!(running.number, 5);
    fields.starts_at = "2027-11-19T09:00".to_owned();
    assert_eq!(field_code(attempt(&fields, running.version).await, "starts_at"), "date_past");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_slug_stays_once_links_have_gone_out() {
    let (forum, edition) = Forum::with_edition("2027").await;
    let details = NewEdition::try_from(&edition_fields("2028")).unwrap();
    let change = EditionChange { version: edition.version, details };
    let who = organiser(&edition);
    let changed =
        forum.db.transaction(async |tx| editions::change(tx, &who, change, Moment::now()).await).await;
    assert_eq!(field_code(changed, "slug"), "slug_fixed");
}
