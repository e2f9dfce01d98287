//! Side events and their registration, in the new edition.

use plenary::{
    cloning::Module,
    editions::{Edition, SideEvent, SideEventFields, parts},
    registrations::types,
};
use serde_json::json;

use super::{clone, fields, fields_of, furnished, local};
use crate::support::{
    Forum,
    forum::{field_code, organiser, text},
};

/// A road show that one registers for, by a type without a window.
async fn with_road_show(forum: &Forum, edition: &Edition) -> SideEvent {
    let who = organiser(edition);
    let show: SideEventFields = fields_of(json!({
        "slug": "road-show", "name": text("Road show"), "place": text("Innovation Centre"), "city": text("Shanghai"),
        "starts_at": "2027-09-01T14:00", "ends_at": "2027-09-01T17:00", "published": true,
    }));
    let make = forum.db.transaction(async |tx| {
        let show = parts::create::<SideEvent>(tx, &who, show.parse(&edition.zone)?).await?;
        types::open_for(tx, &who, show.id, &30.into()).await?;
        Ok(show)
    });
    make.await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_side_event_comes_along_as_a_draft_by_whole_weeks_with_its_own_registration() {
    let (forum, source) = furnished().await;
    let old = with_road_show(&forum, &source).await;
    let new = clone(&forum, &fields(Module::ALL)).await.unwrap();
    let mut conn = forum.conn().await;
    let [show] = &parts::list::<SideEvent>(&mut conn, new.id).await.unwrap()[..] else { panic!("one") };
    assert_eq!((show.id == old.id, show.published), (false, false));
    assert_eq!(
        [show.starts_at, show.ends_at].map(|date| local(&new, Some(date))),
        ["2028-08-30T14:00", "2028-08-30T17:00"]
    );
    let ways = types::types(&mut conn, new.id).await.unwrap();
    let links: Vec<_> = ways.iter().map(|way| (way.slug.as_str(), way.side_event, way.pools.len())).collect();
    assert_eq!(links, [("guest", None, 1), ("road-show", Some(show.id), 1)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_its_side_event_a_type_stays_behind_and_never_becomes_one_of_the_forum() {
    let (forum, source) = furnished().await;
    with_road_show(&forum, &source).await;
    let new = clone(&forum, &fields(&[Module::Pools, Module::Types])).await.unwrap();
    let ways = types::types(&mut *forum.conn().await, new.id).await.unwrap();
    assert_eq!(ways.iter().map(|way| way.slug.as_str()).collect::<Vec<_>>(), ["guest"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_side_event_ends_after_it_begins_in_the_clone_too() {
    let (forum, source) = furnished().await;
    with_road_show(&forum, &source).await;
    let mut asked = fields(&[Module::SideEvents]);
    asked.dates.insert("side-events.road-show.ends_at".to_owned(), "2028-01-01T00:00".to_owned());
    let refused = clone(&forum, &asked).await;
    assert_eq!(field_code(refused, "dates.side-events.road-show.ends_at"), "end_before_start");
}
