//! A side event's own registration: beside the forum's, with places, a line and mails of its own.

use plenary::{
    editions::{SideEvent, SideEventFields, parts},
    error::Error,
    registrations::{self, Admitted, State, types},
    values::{Id, Moment},
};
use serde_json::json;

use super::{Forum, forum::english};

impl Forum {
    /// A road show in Shanghai, well before the forum, with so many places.
    pub async fn road_show(&self, capacity: i32) -> SideEvent {
        let show = SideEventFields {
            slug: "road-show".into(),
            name: english("Road show"),
            place: english("Innovation Centre"),
            city: english("Shanghai"),
            starts_at: "2030-09-01T14:00".into(),
            ends_at: "2030-09-01T17:00".into(),
            published: true,
            ..SideEventFields::default()
        };
        let new = show.parse(&self.edition().await.zone).unwrap();
        let make = self.db.transaction(async |tx| {
            let show = parts::create::<SideEvent>(tx, &self.organiser, new).await?;
            types::open_for(tx, &self.organiser, show.id, &capacity.into()).await?;
            Ok(show)
        });
        make.await.unwrap()
    }

    /// What one who comes is answered.
    async fn ask(&self, way: &str, name: &str) -> Result<Admitted, Error> {
        let admission = self.admission(&self.form().await, &Self::fields(way, name), None);
        self.admit(&[admission]).await.remove(0)
    }

    async fn counts(&self) -> registrations::Counts {
        let who = (&self.organiser).into();
        registrations::counts(&mut self.db.read().await.unwrap(), &who, Moment::now()).await.unwrap()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_person_registers_once_for_the_forum_and_once_for_each_side_event() {
    let forum = Forum::open().await;
    let hall = forum.pool(10).await;
    forum.way("delegate", &[hall]).await;
    let show = forum.road_show(10).await;
    let (at_forum, at_show) = (forum.come("delegate", "Ada").await, forum.come("road-show", "Ada").await);
    assert_ne!(at_forum, at_show);
    for (way, known) in [("delegate", at_forum), ("road-show", at_show)] {
        assert_eq!(forum.ask(way, "Ada").await.unwrap(), Admitted::Known(known), "{way}");
    }
    // The mail to one who is known speaks for what she asked for.
    let told = format!(
        "mail WHERE template = 'registration-known' AND values #>> '{{values,side_event}}' = '{}'",
        show.id
    );
    assert_eq!(forum.count(&told).await, 1);
    assert_eq!(forum.count("mail WHERE template = 'registration-known'").await, 2);
    forum.reconciled().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn in_one_batch_she_is_told_apart_by_what_she_registers_for() {
    let forum = Forum::open().await;
    forum.way("delegate", &[]).await;
    forum.road_show(5).await;
    let form = forum.form().await;
    let ways = ["delegate", "road-show", "delegate", "road-show"];
    let batch = ways.map(|way| forum.admission(&form, &Forum::fields(way, "Ada"), None));
    let answers: Vec<Admitted> = forum.admit(&batch).await.into_iter().map(Result::unwrap).collect();
    let new = |index: usize| Admitted::New { id: batch[index].id, state: State::Confirmed };
    let known = |index: usize| Admitted::Known(batch[index].id);
    assert_eq!(answers, [new(0), new(1), known(0), known(1)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_side_event_has_its_own_places_and_its_own_line() {
    let forum = Forum::open().await;
    let hall = forum.pool(10).await;
    forum.way("delegate", &[hall]).await;
    let show = forum.road_show(1).await;
    let (ada, bob) = (forum.come("road-show", "Ada").await, forum.come("road-show", "Bob").await);
    let eve = forum.come("delegate", "Eve").await;
    assert_eq!(forum.state(bob).await, "waitlisted", "the show is full");
    assert_eq!(forum.state(eve).await, "confirmed", "and the hall is not");
    let counts = forum.counts().await;
    let of = |event: Option<Id<SideEvent>>, state| counts.of(event, state);
    assert_eq!((of(None, State::Confirmed), of(None, State::Waitlisted)), (1, 0));
    assert_eq!((of(Some(show.id), State::Confirmed), of(Some(show.id), State::Waitlisted)), (1, 1));
    assert_eq!(counts.arrived_today, 1, "the forum's own");
    forum.cancel(ada).await;
    assert_eq!(forum.offer_places().await, 1);
    forum.accept(bob).await.unwrap();
    assert_eq!(forum.state(bob).await, "confirmed");
    forum.reconciled().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn offers_of_a_side_event_end_when_it_begins_and_not_with_the_forums() {
    let forum = Forum::open().await;
    forum.road_show(1).await;
    let (ada, bob) = (forum.come("road-show", "Ada").await, forum.come("road-show", "Bob").await);
    forum.cancel(ada).await;
    forum.run("UPDATE edition SET offers_end_at = now() - interval '1 day'").await;
    forum.run("UPDATE side_event SET starts_at = now() - interval '1 minute'").await;
    assert_eq!(forum.offer_places().await, 0, "it has begun");
    forum.run("UPDATE side_event SET starts_at = now() + interval '1 day'").await;
    assert_eq!(forum.offer_places().await, 1, "whatever the forum's cut-off is");
    assert_eq!(forum.state(bob).await, "offered");
}

#[tokio::test(flavor = "multi_thread")]
async fn registration_lasts_as_long_as_the_side_event_is_shown_and_not_over() {
    let forum = Forum::open().await;
    forum.road_show(5).await;
    forum.run("UPDATE side_event SET published = false").await;
    assert!(matches!(forum.ask("road-show", "Ada").await, Err(Error::NotFound)));
    assert!(forum.form().await.public().types.is_empty(), "nobody hears of it");
    forum.run("UPDATE side_event SET published = true, starts_at = now() - interval '2 h', ends_at = now() - interval '1 s'").await;
    let closed = forum.ask("road-show", "Ada").await;
    assert!(
        matches!(closed, Err(Error::Conflict(ref reason)) if reason.code == "registration_closed"),
        "{closed:?}"
    );
    // One that comes after the forum outlives it.
    forum.run("UPDATE side_event SET ends_at = now() + interval '1 h'; UPDATE edition SET starts_at = now() - interval '2 h', ends_at = now() - interval '1 h'").await;
    assert!(matches!(forum.ask("road-show", "Ada").await, Ok(Admitted::New { .. })));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_one_attends_by_a_type_is_fixed_once_somebody_registered() {
    let forum = Forum::open().await;
    let show = forum.road_show(5).await;
    let way = forum.form().await.ways(Some(show.id)).next().unwrap().id;
    let zone = forum.edition().await.zone;
    let to_forum = async || {
        let fields: types::TypeFields = serde_json::from_value(
            json!({ "slug": "road-show", "name": english("Road show"), "pools": pools(&forum).await }),
        )
        .unwrap();
        let new = fields.parse(&zone).unwrap();
        forum.db.transaction(async |tx| types::change(tx, &forum.organiser, way, new).await).await
    };
    assert_eq!(to_forum().await.unwrap().side_event, None, "nobody came yet");
    forum.run(&format!("UPDATE registration_type SET side_event_id = '{}'", show.id)).await;
    let ada = forum.come("road-show", "Ada").await;
    forum.cancel(ada).await;
    let Err(Error::Invalid(errors)) = to_forum().await else { panic!("it was moved") };
    assert_eq!(errors.of("side_event").unwrap().code, "side_event_fixed");
}

async fn pools(forum: &Forum) -> Vec<String> {
    let sql = "SELECT coalesce(array_agg(id::text), '{}') FROM capacity_pool";
    forum.one::<Vec<String>>(sql).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_database_itself_keeps_a_registration_with_what_its_type_is_of() {
    let forum = Forum::open().await;
    forum.way("delegate", &[]).await;
    let show = forum.road_show(5).await;
    forum.come("delegate", "Ada").await;
    let client = crate::support::cluster::connect(&forum.database.url).await;
    let moved = client.batch_execute(&format!("UPDATE registration SET side_event_id = '{}'", show.id)).await;
    assert_eq!(moved.unwrap_err().code().unwrap().code(), "23503");
    let removed = async |tx: &mut _| parts::remove(tx, &forum.organiser, show.id).await;
    let refused = forum.db.transaction(removed).await;
    assert!(matches!(refused, Err(Error::Conflict(reason)) if reason.code == "in_use"));
}
