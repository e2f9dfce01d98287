//! Sessions with limited places: who gets one, who waits, and what becomes of places that come free.

use futures_util::future::join_all;
use plenary::{
    accounts::proofs::System,
    db::Db,
    error::Error,
    http::{cookies::Jar, holder::ByLink},
    keys::{LinkToken, Purpose},
    programme::{self, Session, SessionRow, clash::ClashKind},
    registrations::{self, Holder, RegistrationId, SignUpState},
    values::{Id, Moment},
};

use super::{Making, conflict, refused};
use crate::support::{
    actors::anybody,
    client::{Client, Credential},
};

impl Making {
    /// A session of that many places in a room of a hundred, released, and a way to register for the edition.
    pub async fn limited(places: i32) -> (Self, Id<Session>) {
        let making = Self::begin().await;
        making.app.way(&making.edition, "guest", &[]).await;
        let hall = making.room("hall", 100).await;
        let tour = making.session("Lab tour", &[]).await;
        let tour = making.place(&tour, &[hall], 0).await.unwrap();
        making.limit(&tour, Some(places)).await.unwrap();
        making.release("v1").await.unwrap();
        (making, tour.id)
    }

    async fn limit(&self, seen: &SessionRow, places: Option<i32>) -> Result<SessionRow, Error> {
        self.verb(async |tx| programme::limit(tx, &self.who, (seen.id, seen.version), places).await).await
    }

    pub async fn now(&self, session: Id<Session>) -> SessionRow {
        let mut conn = self.app.app.db.read().await.unwrap();
        programme::find(&mut conn, &self.who, session).await.unwrap().row
    }

    pub async fn guest(&self, name: &str) -> (RegistrationId, Holder) {
        let id = self.app.attendee(&self.edition, "guest", name).await;
        let token = LinkToken::parse(&self.app.link(Purpose::Manage, id).await).unwrap();
        let mut conn = self.app.app.db.read().await.unwrap();
        (id, registrations::holder(&mut conn, &anybody(), &self.app.app.keys, &token).await.unwrap())
    }

    pub async fn sign_up(&self, who: &Holder, session: Id<Session>) -> Result<SignUpState, Error> {
        sign_up(&self.app.app.db, who, session).await
    }

    pub async fn give_back(&self, who: &Holder, session: Id<Session>) -> Result<(), Error> {
        self.verb(async |tx| registrations::give_back(tx, who, session, Moment::now()).await).await
    }

    /// Her browser, after she followed her manage link and read the page.
    async fn holds(&self, id: RegistrationId) -> Client {
        let token = self.app.link(Purpose::Manage, id).await;
        let cookie = format!("{}={token}", Jar::of(&self.app.app).name(Holder::COOKIE));
        let shows = Credential { cookies: vec![cookie], ..Credential::default() };
        let page = Client::new(&self.app.base, shows.clone()).get("/en/2026/manage").await.expect(200);
        assert!(page.says("Book places in sessions"), "{}", page.body);
        let csrf = Some(page.value_of("_csrf").expect("a form"));
        Client::new(&self.app.base, Credential { csrf, ..shows })
    }

    /// How many have a place and how many wait; the counters agree with the rows.
    async fn seated(&self) -> (i64, i64) {
        let found = registrations::reconcile(&mut self.app.app.db.read().await.unwrap()).await.unwrap();
        assert!(found.is_empty(), "{found:?}");
        let count = |state: &str| format!("SELECT count(*) FROM sign_up WHERE state = '{state}'");
        (self.app.one(&count("confirmed")).await, self.app.one(&count("waitlisted")).await)
    }

    pub async fn told(&self, template: &str) -> Vec<String> {
        let sql = "SELECT coalesce(string_agg(recipient, ' ' ORDER BY id), '') FROM mail";
        let told = self.app.one::<String>(&format!("{sql} WHERE template = '{template}'")).await;
        told.split_whitespace().map(str::to_owned).collect()
    }
}

async fn sign_up(db: &Db, who: &Holder, session: Id<Session>) -> Result<SignUpState, Error> {
    let verb = async |tx: &mut _| registrations::sign_up(tx, who, session, Moment::now()).await;
    db.transaction(verb).await.map(|made| made.state)
}

/// A name for each number, since digits are none.
fn name(number: u8) -> String {
    [b'A' + number / 26, b'a' + number % 26].map(char::from).iter().collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn sixty_want_twenty_places_on_two_nodes_while_some_give_theirs_back() {
    let (making, tour) = Making::limited(20).await;
    let mut guests = Vec::new();
    for number in 0..60 {
        guests.push(making.guest(&format!("Guest {}", name(number))).await.1);
    }
    let other = Db::open(making.app.database_url(), 4).await.unwrap();
    let nodes = [&making.app.app.db, &other];
    let coming = guests.iter().enumerate().map(|(at, who)| sign_up(nodes[at % 2], who, tour));
    for answer in join_all(coming).await {
        answer.unwrap();
    }
    assert_eq!(making.seated().await, (20, 40));
    let in_order = "SELECT max(arrival) FILTER (WHERE state = 'confirmed')
                         < min(arrival) FILTER (WHERE state = 'waitlisted') FROM sign_up";
    assert!(making.app.one::<bool>(in_order).await, "somebody who waits came before somebody with a place");

    // Half of all go at once, some with their whole registration, whether they have a place or wait.
    let going = guests.iter().enumerate().step_by(2).map(async |(at, who)| {
        let (db, now) = (nodes[at / 2 % 2], Moment::now());
        if at % 4 == 0 {
            db.transaction(async |tx| registrations::cancel(tx, who, now).await.map(drop)).await
        } else {
            db.transaction(async |tx| registrations::give_back(tx, who, tour, now).await).await
        }
    });
    for answer in join_all(going).await {
        answer.unwrap();
    }
    assert_eq!(making.seated().await, (20, 10));
    let told = making.told("session-place").await.len();
    let moved_up = "SELECT count(*) FROM audit_entry WHERE action = 'registration.get-place'";
    assert_eq!(i64::try_from(told).unwrap(), making.app.one::<i64>(moved_up).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_given_back_is_at_once_the_first_waiters_who_is_told() {
    let (making, tour) = Making::limited(1).await;
    let (ada, bob, eve) = (making.guest("Ada").await, making.guest("Bob").await, making.guest("Eve").await);
    assert_eq!(making.sign_up(&ada.1, tour).await.unwrap(), SignUpState::Confirmed);
    assert_eq!(making.sign_up(&bob.1, tour).await.unwrap(), SignUpState::Waitlisted);
    assert_eq!(making.sign_up(&eve.1, tour).await.unwrap(), SignUpState::Waitlisted);
    assert_eq!(making.sign_up(&bob.1, tour).await.unwrap(), SignUpState::Waitlisted, "asking twice");
    making.give_back(&ada.1, tour).await.unwrap();
    assert_eq!(making.seated().await, (1, 1));
    assert_eq!(making.told("session-place").await, ["bob@example.org"]);
    assert_eq!(conflict(making.give_back(&ada.1, tour).await), "sign_up_over");
    assert_eq!(making.sign_up(&ada.1, tour).await.unwrap(), SignUpState::Waitlisted, "behind Eve");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_cancels_or_is_erased_leaves_her_place_and_her_line_in_the_same_moment() {
    let (making, tour) = Making::limited(1).await;
    let (ada, bob, eve) = (making.guest("Ada").await, making.guest("Bob").await, making.guest("Eve").await);
    for guest in [&ada, &bob, &eve] {
        making.sign_up(&guest.1, tour).await.unwrap();
    }
    making.verb(async |tx| registrations::cancel(tx, &ada.1, Moment::now()).await).await.unwrap();
    assert_eq!(making.told("session-place").await, ["bob@example.org"]);
    making.verb(async |tx| registrations::erase(tx, &bob.1, Moment::now()).await).await.unwrap();
    assert_eq!(making.seated().await, (1, 0));
    assert_eq!(making.told("session-place").await.last().unwrap(), "eve@example.org");
    let left = "SELECT count(*) FROM mail WHERE recipient = 'bob@example.org'";
    assert_eq!(making.app.one::<i64>(left).await, 0, "what was written to Bob is emptied");
}

#[tokio::test(flavor = "multi_thread")]
async fn only_who_is_confirmed_signs_up_for_what_is_released_and_has_not_begun() {
    let (making, tour) = Making::limited(5).await;
    let (ada, id) = (making.guest("Ada").await, making.edition.id);
    making.app.run("UPDATE registration SET state = 'waitlisted', holds = false").await;
    assert_eq!(conflict(making.sign_up(&ada.1, tour).await), "sign_up_unconfirmed");
    making.app.run("UPDATE registration SET state = 'confirmed', holds = true").await;
    let draft = making.session("Not out yet", &[]).await;
    let draft = making.limit(&draft, Some(5)).await.unwrap();
    assert!(matches!(making.sign_up(&ada.1, draft.id).await, Err(Error::NotFound)));
    let open = making.session("For everybody", &[]).await;
    assert!(matches!(making.sign_up(&ada.1, open.id).await, Err(Error::NotFound)));
    let late = making.edition.starts_at;
    let verb = making.verb(async |tx| registrations::sign_up(tx, &ada.1, tour, late).await);
    assert_eq!(conflict(verb.await), "session_begun");
    assert_eq!(making.seated().await, (0, 0));
    let own = registrations::types::types(&mut making.app.app.db.read().await.unwrap(), id).await.unwrap();
    assert!(own.iter().all(|way| way.pools.is_empty()), "no type draws on a session's pool");
    let listed = plenary::capacity::pools(&mut making.app.app.db.read().await.unwrap(), id).await.unwrap();
    assert!(listed.is_empty(), "nor is it listed among the edition's");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobodys_place_goes_unsaid() {
    let (making, tour) = Making::limited(2).await;
    let organiser = making.app.organises(making.edition.id);
    for name in ["Ada", "Bob", "Eve"] {
        making.sign_up(&making.guest(name).await.1, tour).await.unwrap();
    }
    let seen = making.now(tour).await;
    assert_eq!(refused(making.limit(&seen, Some(1)).await, "places"), "capacity_below_taken");
    assert_eq!(refused(making.limit(&seen, None).await, "places"), "session_signed_up");
    assert_eq!(conflict(making.remove(&seen).await), "session_signed_up");

    let seen = making.limit(&seen, Some(3)).await.unwrap();
    let seat = async |tx: &mut _| registrations::seat_waiters(tx, &System::duty(), Moment::now()).await;
    assert_eq!(making.verb(seat).await.unwrap(), 1, "an added place goes to who waits");
    assert_eq!(making.verb(seat).await.unwrap(), 0);
    assert_eq!(making.seated().await, (3, 0));

    let end = async |tx: &mut _| registrations::end_sign_ups(tx, &organiser, tour, Moment::now()).await;
    assert_eq!(making.verb(end).await.unwrap(), 3);
    assert_eq!(making.told("session-place-ended").await.len(), 3);
    assert_eq!(making.seated().await, (0, 0));
    making.remove(&seen).await.unwrap();
    assert_eq!(making.app.one::<i64>("SELECT count(*) FROM capacity_pool").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn more_people_than_a_room_holds_clash_with_it() {
    let (making, tour) = Making::limited(30).await;
    let closet = making.room("closet", 2).await;
    let kinds = async || {
        let mut conn = making.app.app.db.read().await.unwrap();
        let found = programme::check(&mut conn, &making.who).await.unwrap();
        found.into_iter().map(|one| one.clash.kind).collect::<Vec<_>>()
    };
    for name in ["Ada", "Bob"] {
        making.sign_up(&making.guest(name).await.1, tour).await.unwrap();
    }
    making.place(&making.now(tour).await, &[closet], 0).await.unwrap();
    assert_eq!(kinds().await, [ClashKind::Capacity], "thirty may come");
    making.sign_up(&making.guest("Eve").await.1, tour).await.unwrap();
    assert_eq!(kinds().await, [ClashKind::SignedUp], "three have a place");
}

#[tokio::test(flavor = "multi_thread")]
async fn on_her_page_she_signs_up_sees_what_overlaps_and_gives_back() {
    let (making, tour) = Making::limited(1).await;
    let annex = making.room("annex", 10).await;
    let talk = making.session("Master class", &[]).await;
    let talk = making.place(&talk, &[annex], 10).await.unwrap();
    making.limit(&talk, Some(9)).await.unwrap();
    making.release("v2").await.unwrap();
    making.app.refresh().await;
    let visitor = making.app.visitor();
    let session = visitor.get(&format!("/en/2026/sessions/{tour}")).await.expect(200);
    assert!(session.says("1 of 1 places are free"), "{}", session.body);
    let whose = visitor.get("/en/2026/places").await.expect(200);
    assert!(whose.says("Send my link again"), "{}", whose.body);

    let her = making.holds(making.guest("Ada").await.0).await;
    let bob = making.guest("Bob").await;
    let act = |session: Id<Session>| format!("/en/2026/manage/sessions/{session}");
    her.post(&act(tour), &[("on", "yes")]).await.expect(303);
    her.post(&act(talk.id), &[("on", "yes")]).await.expect(303);
    let page = her.get("/en/2026/manage/sessions?done=confirmed").await.expect(200);
    assert!(page.says("You have a place") && page.says("You booked something else"), "{}", page.body);
    let calendar = her.get("/en/2026/manage/calendar.ics").await.expect(200).body;
    assert!(calendar.contains("LANGUAGE=en:Lab tour") && calendar.contains("Master class"), "{calendar}");
    let copy = her.get("/en/2026/manage/data.json").await.expect(200).json();
    assert_eq!(copy["sign_ups"][0]["session"]["en"], "Lab tour");

    making.app.refresh().await;
    let full = visitor.get(&format!("/en/2026/sessions/{tour}")).await.expect(200);
    assert!(full.says("There is a waiting list") && full.says("Join the waiting list"), "{}", full.body);
    making.sign_up(&bob.1, tour).await.unwrap();
    let staff = making.app.organiser(making.edition.id).await;
    let list = format!("/console/2026/programme/{tour}/sign-ups");
    let page = staff.get(&list).await.expect(200);
    assert!(page.says("1 of 1 places taken") && page.says("Ada") && page.says("Bob"), "{}", page.body);
    let csv = staff.get(&format!("{list}.csv")).await.expect(200).body;
    assert!(csv.contains("Confirmed") && csv.contains("bob@example.org"), "{csv}");

    her.post(&act(tour), &[("on", "no")]).await.expect(303);
    assert_eq!(making.told("session-place").await, ["bob@example.org"]);
    her.post(&act(tour), &[("on", "no")]).await.expect(409);
}
