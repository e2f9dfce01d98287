//! The hall is full: the line, offers, approval.

use plenary::{
    accounts::proofs::System,
    error::Error,
    keys::{Link, LinkToken, Purpose},
    registrations::{self, OfferHolder, RegistrationId},
    values::Moment,
};

use super::{Forum, forum::visitor};

impl Forum {
    pub async fn cancel(&self, id: RegistrationId) {
        let holder = self.holder(id).await;
        let cancelled = async |tx: &mut _| registrations::cancel(tx, &holder, Moment::now()).await;
        self.db.transaction(cancelled).await.unwrap();
    }

    pub async fn offer_places(&self) -> usize {
        let offered = async |tx: &mut _| registrations::offer_places(tx, &System::duty()).await;
        self.db.transaction(offered).await.unwrap()
    }

    pub async fn run(&self, sql: &str) {
        crate::support::cluster::connect(&self.database.url).await.batch_execute(sql).await.unwrap();
    }

    /// The proof of the link to her newest offer.
    pub async fn offer(&self, id: RegistrationId) -> OfferHolder {
        let newest =
            format!("SELECT id::text FROM offer WHERE registration_id = '{id}' ORDER BY id DESC LIMIT 1");
        let newest = self.one::<String>(&newest).await.parse().unwrap();
        let link = Link { purpose: Purpose::Offer, id: newest, version: 1 };
        let token = LinkToken::parse(&self.keys.link_token(&link)).unwrap();
        let mut conn = self.db.read().await.unwrap();
        registrations::offer_holder(&mut conn, &visitor(), &self.keys, &token).await.unwrap()
    }

    pub async fn accept(&self, id: RegistrationId) -> Result<(), Error> {
        let offer = self.offer(id).await;
        self.db.transaction(async |tx| registrations::accept(tx, &offer).await).await.map(drop)
    }

    pub async fn reconciled(&self) {
        let found = registrations::reconcile(&mut self.db.read().await.unwrap()).await.unwrap();
        assert!(found.is_empty(), "{found:?}");
    }
}

fn code<T: std::fmt::Debug>(answer: Result<T, Error>) -> &'static str {
    match answer {
        Err(Error::Conflict(reason)) => reason.code,
        other => panic!("{other:?}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_given_back_is_offered_to_the_first_in_line_and_to_no_newcomer() {
    let forum = Forum::open().await;
    let hall = forum.pool(1).await;
    forum.way("delegate", &[hall]).await;
    let (ada, bob) = (forum.come("delegate", "Ada").await, forum.come("delegate", "Bob").await);
    forum.cancel(ada).await;
    let eve = forum.come("delegate", "Eve").await;
    assert_eq!(
        (forum.state(bob).await.as_str(), forum.state(eve).await.as_str()),
        ("waitlisted", "waitlisted")
    );
    assert_eq!((forum.offer_places().await, forum.offer_places().await), (1, 0));
    assert_eq!((forum.state(bob).await.as_str(), forum.state(eve).await.as_str()), ("offered", "waitlisted"));
    assert_eq!(
        forum
            .count("mail WHERE template = 'registration-offered' AND values->'values'->>'hours' = '24'")
            .await,
        1
    );
    forum.accept(bob).await.unwrap();
    forum.accept(bob).await.unwrap();
    assert_eq!(forum.state(bob).await, "confirmed");
    assert_eq!(
        forum.count("mail WHERE template = 'registration-confirmed' AND recipient LIKE 'bob%'").await,
        1
    );
    forum.reconciled().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_offer_runs_from_its_mail_until_its_deadline_and_then_passes_on() {
    let forum = Forum::open().await;
    let hall = forum.pool(1).await;
    forum.way("delegate", &[hall]).await;
    let [ada, bob, eve] = [
        forum.come("delegate", "Ada").await,
        forum.come("delegate", "Bob").await,
        forum.come("delegate", "Eve").await,
    ];
    forum.cancel(ada).await;
    forum.offer_places().await;
    let clocks = async || {
        let start = async |tx: &mut _| registrations::start_offer_clocks(tx, &System::duty()).await;
        forum.db.transaction(start).await.unwrap()
    };
    assert_eq!(clocks().await, 0, "the mail is not out yet");
    forum.run("UPDATE mail SET state = 'sent', sent_at = '2026-11-20T02:00:00Z' WHERE template = 'registration-offered'").await;
    assert_eq!(clocks().await, 1);
    let deadline: String =
        forum.one("SELECT to_char(expires_at AT TIME ZONE 'UTC', 'MM-DD HH24:MI') FROM offer").await;
    assert_eq!(deadline, "11-21 02:00");
    // Made late: a kind refusal, although no duty has run.
    forum.run("UPDATE offer SET expires_at = now() - interval '1 second'").await;
    assert_eq!(code(forum.accept(bob).await), "offer_lapsed");
    let expire = async |tx: &mut _| registrations::expire_offers(tx, &System::duty()).await;
    assert_eq!(forum.db.transaction(expire).await.unwrap(), 1);
    assert_eq!(forum.state(bob).await, "cancelled");
    assert_eq!(forum.count("mail WHERE template = 'offer-lapsed'").await, 1);
    assert_eq!(code(forum.accept(bob).await), "offer_lapsed");
    forum.offer_places().await;
    assert_eq!(forum.state(eve).await, "offered");
    forum.reconciled().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_turned_down_goes_back_and_cannot_be_taken_any_more() {
    let forum = Forum::open().await;
    let hall = forum.pool(1).await;
    forum.way("delegate", &[hall]).await;
    let (ada, bob) = (forum.come("delegate", "Ada").await, forum.come("delegate", "Bob").await);
    forum.cancel(ada).await;
    forum.offer_places().await;
    let offer = forum.offer(bob).await;
    for _ in 0..2 {
        forum.db.transaction(async |tx| registrations::turn_down(tx, &offer).await).await.unwrap();
    }
    assert_eq!(code(forum.accept(bob).await), "offer_turned_down");
    assert_eq!(forum.one::<i32>("SELECT taken FROM capacity_pool").await, 0);
    let told =
        "mail WHERE template = 'registration-cancelled' AND values->'values'->>'reason' = 'offer-declined'";
    assert_eq!(forum.count(told).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn after_the_cut_off_the_desk_calls_the_line() {
    let forum = Forum::open().await;
    let hall = forum.pool(1).await;
    forum.way("delegate", &[hall]).await;
    let (ada, _) = (forum.come("delegate", "Ada").await, forum.come("delegate", "Bob").await);
    forum.cancel(ada).await;
    forum.run("UPDATE edition SET offers_end_at = now() - interval '1 minute'").await;
    assert_eq!(forum.offer_places().await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn approval_comes_first_and_waiting_after_it_with_the_number_of_the_day_she_came() {
    let forum = Forum::open().await;
    let hall = forum.pool(1).await;
    forum.way_with("press", &[hall], |way| (way.needs_approval, way.pending_holds) = (true, false)).await;
    forum.way("delegate", &[hall]).await;
    let ada = forum.come("press", "Ada").await;
    let bob = forum.come("press", "Bob").await;
    let eve = forum.come("delegate", "Eve").await;
    assert_eq!(forum.state(eve).await, "confirmed", "who awaits approval without a place blocks nobody");
    let approve = async |id| {
        let approved =
            async |tx: &mut _| registrations::approve(tx, &forum.organiser, id, Moment::now()).await;
        forum.db.transaction(approved).await
    };
    approve(bob).await.unwrap();
    approve(ada).await.unwrap();
    assert_eq!(code(approve(ada).await), "registration_not_pending");
    forum.cancel(eve).await;
    forum.offer_places().await;
    assert_eq!((forum.state(ada).await.as_str(), forum.state(bob).await.as_str()), ("offered", "waitlisted"));
    forum.reconciled().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn declining_gives_back_the_place_that_was_held_and_tells_her() {
    let forum = Forum::open().await;
    let hall = forum.pool(1).await;
    forum.way_with("press", &[hall], |way| way.needs_approval = true).await;
    let ada = forum.come("press", "Ada").await;
    assert_eq!(forum.one::<i32>("SELECT taken FROM capacity_pool").await, 1);
    let decline = async |tx: &mut _| registrations::decline(tx, &forum.organiser, ada, Moment::now()).await;
    forum.db.transaction(decline).await.unwrap();
    assert_eq!(forum.one::<i32>("SELECT taken FROM capacity_pool").await, 0);
    assert_eq!(forum.count("mail WHERE template = 'registration-declined'").await, 1);
}
